"""Words in context, and reasons in words."""

from pathlib import Path

import pytest

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import codebook_template, load_codebook
from dialoog.codebook.load import parse_codebook
from dialoog.coding import code
from dialoog.coding.explain import describe, explain
from dialoog.coding.kwic import Sort, kwic
from dialoog.coding.logistic import load_weights
from dialoog.edition import split
from dialoog.errors import UsageError
from dialoog.source import read_source

EDITION = Path(__file__).parents[2] / "data/editions/medewerkers-als-merkdragers.txt"


@pytest.fixture(scope="module")
def coded():
    edition = split(read_source(EDITION))
    book = load_codebook("employee-advocacy")
    return code(edition, annotate(edition, load_pipeline()), book)


def test_kwic_lines_quote_the_source_and_finds_inflections(coded):
    lines = kwic(coded, "medewerker")
    assert len(lines) > 5
    assert {"medewerker", "medewerkers"} <= {line.key.lower() for line in lines}
    text = coded.edition.source.text
    for line in lines:
        assert " ".join(text[line.start : line.end].split()) == line.key
        assert line.speaker in {s.name for s in coded.edition.speakers}


def test_kwic_sorts_by_what_stands_left_or_right(coded):
    right = [
        line.right.lower().split()
        for line in kwic(coded, "medewerker", sort=Sort.RIGHT)
    ]
    left = [
        line.left.lower().split()[::-1]
        for line in kwic(coded, "medewerker", sort=Sort.LEFT)
    ]
    assert [words[:1] for words in right] == sorted(words[:1] for words in right)
    assert [words[:1] for words in left] == sorted(words[:1] for words in left)


def test_kwic_of_a_theme_has_a_line_per_coded_sentence(coded):
    given = [
        (s.turn, s.sentence)
        for s in coded.sentences
        if any(theme.theme == "vrijwilligheid" for theme in s.themes)
    ]
    assert [(x.turn, x.sentence) for x in kwic(coded, "theme:vrijwilligheid")] == given


@pytest.mark.parametrize("query", ["", " ", "*", "theme:bestaat-niet", "claim:x"])
def test_kwic_refuses_what_it_cannot_look_for(coded, query):
    with pytest.raises(UsageError):
        kwic(coded, query)


def test_every_code_is_explained_with_its_words(coded):
    for sentence in coded.sentences:
        lines = explain(sentence, coded.codebook)
        assert sum(line.startswith("theme ") for line in lines) == len(sentence.themes)
        assert sum(line.startswith("claim ") for line in lines) == len(sentence.claims)
        assert sum(line.startswith("act ") for line in lines) == len(sentence.acts)


def test_rules_in_words():
    assert describe("term:trots") == "term 'trots' of the codebook"
    assert (
        describe("context:field:moed") == "semantic field 'moed', in a sentence near it"
    )


def learned_reasons():
    """What the weights of acts and key sentences know, but for single words."""
    for kind in ("acts", "key"):
        for model in load_weights(kind).values():
            for name in model.weights:
                if not name.startswith(("said:", "before:")):
                    yield from name.split("+")


@pytest.mark.parametrize("reason", sorted(set(learned_reasons())))
def test_every_learned_reason_has_words_for_a_reader(reason):
    assert describe(reason) not in {reason, reason.replace("-", " ")}


def test_reasons_together_and_elsewhere_in_words():
    assert describe("mark+final") == "a question mark, at the end of the turn"
    assert describe("said:ja maar") == "words often used to do so"
    assert (
        describe("stance:before:must") == "stance: obligation (in the sentence before)"
    )


def test_template_is_a_valid_codebook():
    text = codebook_template('mijn"boek', "Een titel")
    with pytest.raises(Exception, match="id"):
        parse_codebook(text.encode(), name="x")
    book = parse_codebook(codebook_template("mijn-boek").encode(), name="x")
    assert book.id == "mijn-boek"
