"""A term is found in any form in which a reader would recognise it, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialoog.coding.terms import MAX_GAP, TermIndex
from dialoog.coding.words import word_keys


def found(term, sentence):
    hits = TermIndex([("x", term)]).find([word_keys(word) for word in sentence.split()])
    return [hit.places for hit in hits]


@pytest.mark.parametrize(
    ("term", "sentence", "places"),
    [
        ("collega", "onze collega's praten", [(1,)]),
        ("beïnvloeden", "dat beinvloeden we", [(1,)]),
        ("café", "in het cafe", [(2,)]),
        ("geloofwaardig*", "de geloofwaardigheid telt", [(1,)]),
        ("*helm", "draag een fietshelm", [(2,)]),
        ("*druk*", "de werkdrukmeting loopt", [(1,)]),
        ("*druk* meten", "we meten de werkdrukte", [(1, 3)]),
        ("fiets* *helm", "een valhelm voor fietsers", [(1, 3)]),
        ("*", "elk woord", [(0,), (1,)]),
        ("zelf bepalen", "dat bepalen ze liever helemaal zelf", [(1, 5)]),
        ("zelf bepalen", "zelf zeggen ze niet dat zij dat ooit bepalen", []),
        ("eigen stem", "met hun eigen stem", [(2, 3)]),
        ("zich uitspreken", "ik wil me uitspreken", [(2, 3)]),
        ("jezelf zijn", "mezelf zijn", [(0, 1)]),
        ("trots", "trots en nog eens trots", [(0,), (4,)]),
        ("nee nee", "nee dank je", []),
        ("stem", "systemen", []),
    ],
)
def test_where_a_term_stands(term, sentence, places):
    assert found(term, sentence) == places


def test_a_term_of_two_themes_is_found_for_both():
    index = TermIndex([("a", "trots"), ("b", "trots")])
    assert [hit.label for hit in index.find([word_keys("trots")])] == ["a", "b"]


def test_no_words_no_hits():
    assert TermIndex([("a", "trots"), ("a", "*x")]).find([]) == []


WORDS = ("fiets", "helm", "trots", "stem", "werkplek")
terms = st.lists(
    st.lists(st.sampled_from([*WORDS, "fie*", "*plek"]), min_size=1, max_size=4),
    max_size=8,
)


def fits(word, written):
    if written.endswith("*"):
        return word.startswith(written[:-1])
    return word.endswith(written.lstrip("*")) if "*" in written else word == written


def tried(number, term, said):
    """Where a term stands, by trying every window from left to right."""
    last = -1
    for first in range(len(said)):
        window = range(first, min(len(said), first + len(term) + MAX_GAP))
        chosen = []
        for written in term:
            chosen += [i for i in window if i not in chosen and fits(said[i], written)][
                :1
            ]
        if first > last and first in chosen and len(chosen) == len(term):
            last = max(chosen)
            yield first, number, tuple(sorted(chosen))


@given(terms, st.lists(st.sampled_from(WORDS), max_size=12))
def test_many_terms_are_found_where_each_is_found_by_trying(terms, said):
    index = TermIndex((i, " ".join(term)) for i, term in enumerate(terms))
    expected = sorted(x for i, term in enumerate(terms) for x in tried(i, term, said))
    hits = index.find([word_keys(word) for word in said])
    assert [(h.places[0], h.label, h.places) for h in hits] == expected
