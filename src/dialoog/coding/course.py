"""The course of a claim: what stance on it is to be expected at each place of a dialogue.

A stance seldom stands alone. Who brings a claim in mostly affirms it; who agrees with a
speaker takes that speaker's stance, who differs the opposite one; and people stay with what
they have said. In coded editions this alone tells whether a sentence affirms or denies a
claim in three cases out of four, without a look at its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.coding.place import Figures, Numbers

_FIRST = 0.6
"""Expected stance of who brings a claim in, from -1 (denies) to 1 (affirms)."""

_STAYS = 0.5
"""How much of an own earlier stance is expected to come back."""

_SUREST = 0.98
_LITTLE = 0.05


@dataclass(frozen=True, slots=True)
class Course:
    """What the dialogue tells of a stance: one row per sentence, one column per claim.

    Attributes:
        turn: Mean stance in the turn, -1 to 1, of the sentences that may hold the claim.
        new: How probable it is that nobody has spoken of the claim in an earlier turn.
        answering: Stance to be expected, -1 to 1, from what the other said alone.
        expected: The same, from all that was said before.
    """

    turn: Figures
    new: Figures
    answering: Figures
    expected: Figures


def course_of(
    probability: Figures,
    stances: Figures,
    known: Figures,
    turns: Numbers,
    speakers: Sequence[str],
    relation: Figures,
) -> Course:
    """The course of every claim through a dialogue.

    Args:
        probability: That a sentence holds a claim; one row per sentence, one column per claim.
        stances: First guess at the stance, -1 (denies) to 1 (affirms); 0 where there is none.
        known: The probability where there is a first guess, else 0.
        turns: Number of the turn, per sentence, ascending.
        speakers: Who says each sentence.
        relation: Per sentence, from -1 (the opposite) to 1 (the same), how its stance goes
            with that of the other.
    """
    course = Course(*(np.zeros_like(probability) for _ in range(4)))
    starts = np.flatnonzero(np.diff(turns, prepend=turns[:1] - 1)).tolist()
    claims = probability.shape[1]
    people = {speaker: place for place, speaker in enumerate(dict.fromkeys(speakers))}
    unsaid = np.ones(claims)
    own, heard = (_Memory(len(people), claims) for _ in range(2))
    for start, end in zip(starts, [*starts[1:], len(turns)], strict=True):
        rows = slice(start, end)
        speaker = people[speakers[start]]
        weight = known[rows].sum(axis=0)
        course.turn[rows] = (known[rows] * stances[rows]).sum(axis=0) / (
            weight + _LITTLE
        )
        course.new[rows] = unsaid
        course.answering[rows] = heard.stance[speaker] * relation[rows, None]
        course.expected[rows] = np.tanh(
            (1.0 - heard.present[speaker])
            * (1.0 - own.present[speaker])
            * np.arctanh(_FIRST)
            + _odds(course.answering[rows])
            + _odds(own.stance[speaker] * _STAYS)
        )
        said = probability[rows]
        present = 1.0 - np.prod(1.0 - said, axis=0)
        stance = (said * course.expected[rows]).sum(axis=0) / np.maximum(
            said.sum(axis=0), _LITTLE * _LITTLE
        )
        others = [place for place in people.values() if place != speaker]
        own.hear([speaker], present, stance)
        heard.hear(others, present, stance)
        unsaid = unsaid * (1.0 - present)
    return course


class _Memory:
    """Per speaker and claim the latest stance, and how probable it is that there is one."""

    def __init__(self, speakers: int, claims: int) -> None:
        self.present = np.zeros((speakers, claims))
        self.stance = np.zeros((speakers, claims))

    def hear(self, speakers: list[int], present: Figures, stance: Figures) -> None:
        self.present[speakers] += present * (1.0 - self.present[speakers])
        self.stance[speakers] += present * (stance - self.stance[speakers])


def _odds(stance: Figures) -> Figures:
    odds: Figures = np.arctanh(np.clip(stance, -_SUREST, _SUREST))
    return odds
