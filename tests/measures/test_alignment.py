"""Uptake of words is what exceeds the overlap with any turn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from dialoog.edition import Perspective
from dialoog.measures.alignment import alignments, shuffled_p
from tests.strategies import coded_edition, coded_editions, word

SPEAKERS = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}


def said(speaker, *lemmas):
    return speaker, [{"words": tuple(word(lemma) for lemma in lemmas)}]


def test_words_repeated_each_time_are_no_uptake_words_taken_over_are():
    turns = []
    for topic in ("werk", "trots", "durf", "merk"):
        turns += [said("Ada", topic, "mens"), said("Bram", topic, "mens", "klant")]
    to_bram, to_ada = alignments(coded_edition(SPEAKERS, turns))
    assert (to_ada.speaker, to_ada.other, to_ada.replies) == ("Bram", "Ada", 4)
    assert to_ada.overlap == pytest.approx(2 / 3)
    # Any turn of Ada has "mens"; one in four has the topic.
    assert to_ada.expected == pytest.approx((1 + 1 / 4) / 3)
    assert to_ada.p == pytest.approx(1 / 24)
    assert (to_bram.replies, np.isnan(to_bram.p)) == (3, True)


def test_shuffling_many_replies_comes_near_the_exact_p(monkeypatch):
    overlaps = np.random.default_rng(2).random((6, 6)) + 0.15 * np.eye(6)
    exact = shuffled_p(overlaps)
    monkeypatch.setattr("dialoog.measures.alignment.ENUMERATE_UP_TO", 0)
    assert shuffled_p(overlaps) == pytest.approx(exact, abs=0.05)


@given(coded_editions())
def test_overlap_is_a_share_and_replies_are_to_the_turn_before(coded):
    turns = coded.edition.turns
    for found in alignments(coded):
        assert 0 <= found.overlap <= 1
        assert 0 <= found.expected <= 1
        assert found.replies == len(found.turns)
        for number in found.turns:
            assert turns[number].speaker == found.speaker
            assert turns[number - 1].speaker == found.other


@given(coded_editions())
def test_lemmas_compared_in_parts_overlap_as_much(coded):
    whole = alignments(coded)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dialoog.measures.alignment._LEMMAS", 1)
        assert repr(alignments(coded)) == repr(whole)
