"""The second look sees every sentence among the others, and nothing else."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from dialoog.coding.surroundings import surroundings


@st.composite
def dialogues(draw):
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=6))
    items = draw(st.integers(1, 4))
    turns = np.repeat(np.arange(len(lengths)), lengths)
    who = draw(
        st.lists(st.sampled_from("ab"), min_size=len(lengths), max_size=len(lengths))
    )
    numbers = st.floats(0.0, 1.0, allow_nan=False)
    size = len(turns) * items
    cells = draw(st.lists(numbers, min_size=size, max_size=size))
    probability = np.array(cells).reshape(len(turns), items)
    return probability, turns, [who[turn] for turn in turns]


@given(dialogues())
def test_every_figure_has_a_finite_cell_for_each_sentence_and_item(dialogue):
    probability, turns, speakers = dialogue
    for name, figure in surroundings(probability, turns, speakers).items():
        assert figure.shape == probability.shape, name
        assert np.isfinite(figure).all(), name


@given(dialogues())
def test_highest_in_turn_and_by_speaker_leave_out_the_sentence_and_the_turn(dialogue):
    probability, turns, speakers = dialogue
    figures = surroundings(probability, turns, speakers)
    who = np.array(speakers)
    for row in range(len(turns)):
        turn = (turns == turns[row]) & (np.arange(len(turns)) != row)
        speaker = (who == who[row]) & (turns != turns[row])
        for name, others in (("turn-most", turn), ("speaker-most", speaker)):
            highest = probability[others].max(axis=0, initial=0.0)
            assert np.allclose(figures[f"second/{name}"][row], highest), name


@given(dialogues())
def test_the_turns_next_to_it_give_their_highest(dialogue):
    probability, turns, speakers = dialogue
    figures = surroundings(probability, turns, speakers)
    for row, turn in enumerate(turns):
        for name, other in (("turn-before", turn - 1), ("turn-after", turn + 1)):
            highest = probability[turns == other].max(axis=0, initial=0.0)
            assert np.allclose(figures[f"second/{name}"][row], highest), name


@given(dialogues())
def test_a_sentence_does_not_see_itself_around_it(dialogue):
    probability, turns, speakers = dialogue
    assume(len(turns) > 1)
    before = surroundings(probability, turns, speakers)["second/around"][0]
    probability = probability.copy()
    probability[0] = 0.0
    after = surroundings(probability, turns, speakers)["second/around"][0]
    assert np.allclose(before, after)


def test_with_nothing_around_it_a_sentence_is_its_own_surroundings():
    figures = surroundings(np.array([[0.3, 0.8]]), np.array([0]), ["a"])
    assert np.allclose(figures["second/around"], [[0.3, 0.8]])
