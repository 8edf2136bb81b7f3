"""The course of a claim: who brings it in, who goes along, who goes against it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialoog.coding.course import course_of
from dialoog.coding.model import Stance
from dialoog.coding.stances_second import course_features, relation, weigh_again

SAME, OPPOSITE = 1.0, -1.0


def expected(speakers, relations, probability=None):
    """The expected stance on one claim, per turn of one sentence each."""
    count = len(speakers)
    holds = np.ones(count) if probability is None else np.array(probability, float)
    course = course_of(
        holds[:, None],
        np.zeros((count, 1)),
        np.zeros((count, 1)),
        np.arange(count),
        speakers,
        np.array(relations, float),
    )
    return course.expected[:, 0]


def test_who_brings_a_claim_in_is_expected_to_affirm_it():
    assert expected("A", [0.0])[0] > 0.5


def test_who_differs_is_expected_to_deny_what_the_other_affirms():
    assert expected("AB", [0.0, OPPOSITE])[1] < -0.5


def test_who_agrees_is_expected_to_affirm_it_too():
    assert expected("AB", [0.0, SAME])[1] > 0.5


def test_differing_twice_gives_the_first_stance_again():
    first, second, third = expected("ABA", [0.0, OPPOSITE, OPPOSITE])
    assert first > 0 > second
    assert third > 0


def test_an_own_stance_is_expected_to_come_back():
    stays = expected("ABA", [0.0, OPPOSITE, 0.0])
    assert stays[2] > 0


def test_a_turn_that_leaves_the_claim_aside_changes_nothing():
    aside = expected("ABCA", [0.0, OPPOSITE, OPPOSITE, OPPOSITE], [1, 1, 0, 1])
    without = expected("ABA", [0.0, OPPOSITE, OPPOSITE])
    assert aside[3] == pytest.approx(without[2])


def test_what_the_other_said_answers_for_a_stance_and_the_own_one_does_not():
    course = course_of(
        np.ones((3, 1)),
        np.zeros((3, 1)),
        np.zeros((3, 1)),
        np.arange(3),
        "ABB",
        np.array([SAME, OPPOSITE, 0.0]),
    )
    first, second, third = course.answering[:, 0]
    assert first == 0.0
    assert second < 0
    assert third == 0.0


def test_a_claim_is_new_until_somebody_may_have_spoken_of_it():
    course = course_of(
        np.array([[0.0], [0.4], [0.4], [0.0]]),
        np.zeros((4, 1)),
        np.zeros((4, 1)),
        np.arange(4),
        "ABAB",
        np.zeros(4),
    )
    assert course.new[:, 0] == pytest.approx([1.0, 1.0, 0.6, 0.36])


def test_the_turn_is_as_its_surest_sentences():
    known = np.array([[0.9], [0.1], [0.0]])
    stances = np.array([[-0.8], [0.8], [0.0]])
    course = course_of(known, stances, known, np.array([0, 0, 0]), "AAA", np.zeros(3))
    assert course.turn[0, 0] < -0.5
    assert np.ptp(course.turn) == 0.0


dialogues = st.integers(1, 12).flatmap(
    lambda n: st.tuples(
        st.lists(st.sampled_from("ABC"), min_size=n, max_size=n),
        st.lists(st.floats(-1, 1), min_size=n, max_size=n),
        st.lists(
            st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=n, max_size=n
        ),
    )
)


@given(dialogues)
def test_claims_do_not_touch_each_other_and_stay_within_bounds(dialogue):
    speakers, relations, rows = dialogue
    probability = np.array(rows)
    nothing, turns = np.zeros_like(probability), np.arange(len(rows))
    together = course_of(
        probability, nothing, nothing, turns, speakers, np.array(relations)
    )
    assert (np.abs(together.expected) <= 1.0).all()
    assert ((together.new >= 0.0) & (together.new <= 1.0)).all()
    for claim in range(3):
        alone = course_of(
            probability[:, [claim]],
            nothing[:, [claim]],
            nothing[:, [claim]],
            turns,
            speakers,
            np.array(relations),
        )
        assert together.expected[:, [claim]] == pytest.approx(alone.expected)


UNDECIDED = {Stance.AFFIRMS: 0.45, Stance.DENIES: 0.45, Stance.RAISES: 0.1}


@pytest.mark.parametrize(
    ("stance", "course"), [(Stance.AFFIRMS, 0.9), (Stance.DENIES, -0.9)]
)
def test_where_the_sentence_leaves_it_open_the_dialogue_decides(stance, course):
    features = course_features(UNDECIDED, turn=0.0, new=0.0, expected=course)
    stances = weigh_again(features)
    assert max(stances, key=stances.__getitem__) is stance
    assert sum(stances.values()) == pytest.approx(1.0)


def test_agreement_carries_a_stance_over_and_disagreement_turns_it():
    differs, neither, agrees = (relation(value) for value in (-1.0, 0.0, 1.0))
    assert -1.0 < differs < 0.0 < agrees < 1.0
    assert differs < neither < agrees
