"""Stance, weighed again: what the sentence tells and what the dialogue tells together.

A first look (`dialoog.coding.stances`) sees a sentence alone. The words of a stance are mostly
an image or an anecdote, so it is often wrong; the course of the claim through the dialogue
(`dialoog.coding.course`) says which stance is to be expected there. The weights are in
`data/stances-second.json`; how far agreement and disagreement carry a stance over from one
speaker to the other is in `data/relation.json`. Both are learned by `training/coding.py`.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from dialoog.coding.logistic import Feature, Logistic, Models, load_weights
from dialoog.coding.model import Stance
from dialoog.coding.stances import stance_models

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAINT = 0.02


def course_features(
    stances: Mapping[Stance, float], turn: float, new: float, expected: float
) -> dict[str, Feature]:
    """What is so of a stance in its dialogue.

    Args:
        stances: Its probabilities by the sentence alone.
        turn: Mean stance in the turn (see `dialoog.coding.course.Course`).
        new: How probable it is that the claim is new.
        expected: The stance to be expected.
    """
    affirms, denies, raises = (
        log(stances[stance] + _FAINT)
        for stance in (Stance.AFFIRMS, Stance.DENIES, Stance.RAISES)
    )
    values = {
        "leaning": affirms - denies,
        "raising": raises,
        "turn": turn,
        "new": new,
        "expected": expected,
    }
    return {name: Feature(name, value) for name, value in values.items()}


def weigh_again(
    features: Mapping[str, Feature], models: Models[Stance] | None = None
) -> dict[Stance, float]:
    """Probability of each stance by the sentence in its dialogue; together 1.

    Args:
        features: `course_features` of a sentence and a claim.
        models: One per stance; those of the package if None.
    """
    return (models or stance_models("stances-second")).shares(features)


def relation(attitude: float, model: Logistic | None = None) -> float:
    """How a stance goes with that of the other: from -1 (the opposite) to 1 (the same).

    Args:
        attitude: To what the other said (see `dialoog.coding.attitude`).
        model: Of the same stance given the attitude; that of the package if None.
    """
    weighing = model or load_weights("relation")["same"]
    same = weighing.probability({"attitude": Feature("attitude", attitude)})
    return 2.0 * same - 1.0
