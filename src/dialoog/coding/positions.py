"""Positions: with what stance each sentence takes the claims found in it.

A position is as probable as the claim and its stance together. One that is less probable
than the weights ask for is left out, so a claim whose stance is in doubt needs to be surer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.reasons import Cue
from dialoog.coding.stances import speaking_for, stance_features, weigh_stances
from dialoog.coding.weighing import load_weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.codebook import Codebook
    from dialoog.coding.coder import Findings, Found
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.model import Stance

_MOST_CUES = 3


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


def find_positions(
    findings: Sequence[Findings],
    placed: Sequence[Utterance],
    codebook: Codebook,
) -> list[tuple[Position, ...]]:
    """The positions of each sentence, most probable first.

    Args:
        findings: The claims found, per sentence.
        placed: The sentences in their places.
        codebook: The codebook of the findings.
    """
    return [
        tuple(sorted(_positions(each, utterance, codebook), key=lambda p: -p.score))
        for each, utterance in zip(findings, placed, strict=True)
    ]


def _positions(
    findings: Findings, utterance: Utterance, codebook: Codebook
) -> Iterator[Position]:
    bar = load_weighing("claims-second").threshold
    for found in findings.claims:
        features = stance_features(
            utterance, codebook.claims[found.item], found.likeness
        )
        stances = weigh_stances(features)
        stance = max(stances, key=stances.__getitem__)
        score = found.score * stances[stance]
        if score >= bar:
            cues = tuple(
                Cue(f"stance:{name}", span, 0.0)
                for name, span in speaking_for(features, stance)[:_MOST_CUES]
            )
            yield Position(found, stance, score, cues)
