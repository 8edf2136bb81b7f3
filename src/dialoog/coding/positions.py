"""Positions: with what stance each sentence takes the claims found in it.

A stance is guessed from the sentence alone first, and then once more with what the dialogue
makes of it. A position is as probable as the claim and its stance together. One that is less
probable than the weights ask for is left out, so a claim whose stance is in doubt needs to be
surer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.attitude import attitudes
from dialoog.coding.course import course_of
from dialoog.coding.reasons import Cue
from dialoog.coding.stances import (
    nearly_a_wording,
    speaking_for,
    stance_features,
    weigh_stances,
)
from dialoog.coding.stances_second import course_features, relation, weigh_again
from dialoog.coding.weighing import load_weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dialoog.codebook import Codebook
    from dialoog.coding.attitude import Attitude
    from dialoog.coding.coder import Findings, Found
    from dialoog.coding.course import Course
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.logistic import Feature
    from dialoog.coding.model import Stance

_MOST_CUES = 3
_EXPECTED = 0.3
"""Where what the other said lets a stance be expected more than this, it is a reason for it."""


@dataclass(frozen=True, slots=True)
class Position:
    """A claim found in a sentence, the stance taken, and the words that decided it.

    Attributes:
        found: The claim, as found.
        stance: The most probable stance.
        score: Probability that the sentence takes this stance on the claim.
        cues: Words that speak for the stance.
    """

    found: Found
    stance: Stance
    score: float
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Guess:
    """What a sentence alone tells of its stance on a claim."""

    found: Found
    features: Mapping[str, Feature]
    stances: Mapping[Stance, float]


def find_positions(
    findings: Sequence[Findings],
    placed: Sequence[Utterance],
    codebook: Codebook,
) -> list[tuple[Position, ...]]:
    """The positions of each sentence, most probable first.

    Args:
        findings: The claims found, per sentence.
        placed: The sentences in their places, in order.
        codebook: The codebook of the findings.
    """
    guesses = [
        [_guess(found, utterance, codebook) for found in each.claims]
        for each, utterance in zip(findings, placed, strict=True)
    ]
    if not any(guesses):
        return [() for _ in placed]
    stands = attitudes(placed)
    course = _course(findings, guesses, placed, stands)
    return [
        tuple(
            sorted(
                _positions(row, guessed, course, stands[row], placed),
                key=lambda p: -p.score,
            )
        )
        for row, guessed in enumerate(guesses)
    ]


def _guess(found: Found, utterance: Utterance, codebook: Codebook) -> _Guess:
    features = stance_features(utterance, codebook.claims[found.item], found.likeness)
    return _Guess(found, features, weigh_stances(features))


def _course(
    findings: Sequence[Findings],
    guesses: Sequence[Sequence[_Guess]],
    placed: Sequence[Utterance],
    stands: Sequence[Attitude],
) -> Course:
    probability = np.stack([each.possible for each in findings])
    stances, known = np.zeros_like(probability), np.zeros_like(probability)
    for row, guessed in enumerate(guesses):
        for guess in guessed:
            item = guess.found.item
            known[row, item] = guess.found.score
            stances[row, item] = sum(s.sign * p for s, p in guess.stances.items())
    return course_of(
        probability,
        stances,
        known,
        np.array([utterance.turn for utterance in placed]),
        [utterance.speaker for utterance in placed],
        np.array([relation(stand.value) for stand in stands]),
    )


def _positions(
    row: int,
    guesses: Sequence[_Guess],
    course: Course,
    stands: Attitude,
    placed: Sequence[Utterance],
) -> Iterator[Position]:
    bar = load_weighing("claims-second").threshold
    for guess in guesses:
        item = guess.found.item
        expected = float(course.expected[row, item])
        stances = guess.stances
        if not nearly_a_wording(guess.features):
            turn, new = float(course.turn[row, item]), float(course.new[row, item])
            stances = weigh_again(course_features(stances, turn, new, expected))
        stance = max(stances, key=stances.__getitem__)
        score = guess.found.score * stances[stance]
        if score >= bar:
            cues = [
                Cue(f"stance:{name}", span, 0.0)
                for name, span in speaking_for(guess.features, stance)[:_MOST_CUES]
            ]
            answering = float(course.answering[row, item]) * stance.sign
            if stands.shown is not None and answering > _EXPECTED:
                shows = "agrees" if stands.value > 0 else "differs"
                span = placed[stands.shown].sentence
                cues.append(Cue(f"stance:{shows}", span, 0.0))
            yield Position(guess.found, stance, score, tuple(cues))
