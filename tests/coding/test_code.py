"""Coding an edition: every code has its words, and the same input gives the same codes."""

import gc
from pathlib import Path

import pytest

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import load_codebook
from dialoog.coding import Stance, code
from dialoog.coding.tokens import Tokens
from dialoog.edition import split
from dialoog.source import read_source

EDITION = Path(__file__).parents[2] / "data/editions/medewerkers-als-merkdragers.txt"


@pytest.fixture(scope="module")
def coded():
    edition = split(read_source(EDITION))
    book = load_codebook("employee-advocacy")
    return code(edition, annotate(edition, load_pipeline()), book)


def test_every_code_can_say_why_in_words_of_the_source(coded):
    text = coded.edition.source.text
    for sentence in coded.sentences:
        codes = [*sentence.themes, *sentence.claims, *sentence.acts]
        for given in codes:
            assert given.evidence
            for evidence in given.evidence:
                assert 0 <= evidence.start < evidence.end <= len(text)
                words = " ".join(text[evidence.start : evidence.end].split())
                assert words[:3].strip("­") == evidence.text[:3].strip("­")


def test_sentences_lie_inside_their_turns_and_in_order(coded):
    turns = {turn.number: turn for turn in coded.edition.turns}
    places = [(sentence.turn, sentence.sentence) for sentence in coded.sentences]
    assert places == sorted(places)
    for sentence in coded.sentences:
        turn = turns[sentence.turn]
        assert turn.start <= sentence.start < sentence.end <= turn.end


def test_scores_are_probabilities_in_descending_order(coded):
    for sentence in coded.sentences:
        for codes in (sentence.themes, sentence.claims):
            scores = [given.score for given in codes]
            assert scores == sorted(scores, reverse=True)
            assert all(0.0 <= score <= 1.0 for score in scores)
        assert 0.0 <= sentence.key <= 1.0
        assert len({given.claim for given in sentence.claims}) == len(sentence.claims)


def test_coding_twice_gives_the_same(coded):
    again = code(
        coded.edition, annotate(coded.edition, load_pipeline()), coded.codebook
    )
    assert again == coded


@pytest.mark.parametrize(
    ("claim", "perspective", "stance"),
    [
        ("motivatie-van-binnenuit", "practitioner", Stance.AFFIRMS),
        ("authentiek-niet-geforceerd", "practitioner", Stance.AFFIRMS),
        ("authentiek-niet-geforceerd", "academic", Stance.RAISES),
        ("niet-iedereen-ambassadeur", "practitioner", Stance.AFFIRMS),
    ],
)
def test_what_a_reader_of_the_real_edition_must_find(coded, claim, perspective, stance):
    who = {s.name for s in coded.edition.speakers if s.perspective.value == perspective}
    turns = {turn.number for turn in coded.edition.turns if turn.speaker in who}
    taken = {
        given.stance
        for sentence in coded.sentences
        if sentence.turn in turns
        for given in sentence.claims
        if given.claim == claim
    }
    assert stance in taken


def test_nothing_of_the_docs_is_kept_when_an_edition_is_coded(coded):
    """Docs are large, and a collection has many: none may wait for the collector."""
    turns = annotate(coded.edition, load_pipeline())
    docs = {id(turn.doc) for turn in turns}
    gc.collect()
    gc.disable()
    try:
        code(coded.edition, turns, coded.codebook)
        kept = [x for x in gc.get_objects() if isinstance(x, Tokens)]
    finally:
        gc.enable()
    assert not [tokens for tokens in kept if id(tokens.doc) in docs]
