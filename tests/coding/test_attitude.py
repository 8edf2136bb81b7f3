"""The attitude to what the other said: what moves it, how far it reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialoog.coding.attitude import attitudes_from
from dialoog.coding.model import Act


def acts(agrees=0.0, differs=0.0):
    return {Act.QUESTION: 0.0, Act.AGREEMENT: agrees, Act.DISAGREEMENT: differs}


def values(said, turns):
    return [attitude.value for attitude in attitudes_from(said, turns)]


def test_who_differs_goes_on_differing_to_the_end_of_the_turn():
    said = [acts(), acts(differs=1.0), acts(), acts(), acts()]
    assert values(said, [1, 1, 1, 1, 2]) == [0.0, -1.0, -1.0, -1.0, 0.0]


def test_the_latest_act_counts():
    said = [acts(agrees=1.0), acts(), acts(differs=1.0), acts(agrees=1.0)]
    assert values(said, [1, 1, 1, 1]) == [1.0, 1.0, -1.0, 1.0]


def test_a_doubtful_act_moves_it_less():
    sure, doubtful = (
        values([acts(agrees=1.0), acts(differs=p)], [1, 1])[1] for p in (0.9, 0.3)
    )
    assert -1.0 < sure < 0.0 < doubtful < 1.0


def test_it_shows_in_the_sentence_that_made_it():
    said = [acts(), acts(differs=0.8), acts(differs=0.2), acts()]
    assert [a.shown for a in attitudes_from(said, [1, 1, 1, 2])] == [None, 1, 1, None]


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.booleans()), min_size=1))
def test_it_stays_between_differing_and_agreeing(said):
    turns, turn = [], 0
    for _, _, new in said:
        turn += new
        turns.append(turn)
    found = values([acts(a, d) for a, d, _ in said], turns)
    assert len(found) == len(said)
    assert all(-1.0 - 1e-9 <= value <= 1.0 + 1e-9 for value in found)


def test_without_sentences_there_is_none():
    assert values([], []) == []


@pytest.mark.parametrize("act", list(Act))
def test_only_agreement_and_disagreement_move_it(act):
    moved = values([{a: float(a is act) for a in Act}], [1])[0] != 0.0
    assert moved == (act is not Act.QUESTION)
