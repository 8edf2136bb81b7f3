"""A term is found in any form in which a reader would recognise it, and nowhere else."""

import pytest

from dialoog.coding.terms import TermIndex
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
