"""What counts as a word, and what is counted per turn."""

from __future__ import annotations

import pytest
from hypothesis import given

from dialoog.coding import CodedSentence, Word
from dialoog.edition import Perspective
from dialoog.measures.counts import lemma_counts, theme_counts
from dialoog.measures.selection import sentences_behind
from dialoog.measures.words import content_lemmas, token_count
from tests.strategies import coded_edition, coded_editions, word


def sentence(*words):
    return CodedSentence(turn=0, sentence=0, start=0, end=1, text="…", words=words)


@pytest.mark.parametrize(
    ("one", "tokens", "lemmas"),
    [
        (word("Ambassadeursrol"), 1, ("ambassadeursrol",)),
        (word("24", pos="NUM"), 1, ()),
        (word("'s", pos="NOUN"), 1, ()),
        (word("wij", pos="PRON"), 1, ()),
        (word(".", pos="PUNCT"), 0, ()),
        (Word("hebben", "hebben", "VERB", is_stop=True, start=0, end=6), 1, ()),
    ],
)
def test_tokens_and_content_words(one, tokens, lemmas):
    assert token_count(sentence(one)) == tokens
    assert content_lemmas(sentence(one)) == lemmas


def test_names_of_speakers_are_no_terms():
    said = [{"words": (word("Ellen"), word("trots"), word("trots"))}]
    speakers = {
        "Ilse Maan": Perspective.PRACTITIONER,
        "Ellen Zon": Perspective.ACADEMIC,
    }
    counts = lemma_counts(coded_edition(speakers, [("Ilse Maan", said)]))
    assert counts.names == ("trots",)
    assert counts.table.tolist() == [[2]]
    assert counts.sizes.tolist() == [3]


@given(coded_editions())
def test_counts_per_turn_are_the_sentences_behind_them(coded):
    counts = theme_counts(coded)
    assert counts.sizes.sum() == len(coded.sentences)
    for column, theme in enumerate(counts.names):
        for place, turn in enumerate(coded.edition.turns):
            behind = sentences_behind(coded, theme=theme, turn=turn.number)
            assert counts.table[place, column] == len(behind)
