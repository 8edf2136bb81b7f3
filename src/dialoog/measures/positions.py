"""Positions on a claim: what a speaker holds, and whether the perspectives share it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from dialoog.coding import Stance
from dialoog.measures.counts import COMPARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.edition import Perspective


class Position(StrEnum):
    """What the sentences of a speaker or perspective on a claim come to."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    MIXED = "mixed"
    RAISES = "raises"


class Status(StrEnum):
    """How the perspectives on the topic stand to each other on a claim."""

    SHARED = "shared"
    DIFFERS = "differs"
    ALONE = "alone"
    RAISED = "raised"


def position(sentences: Mapping[Stance, int]) -> Position | None:
    """The position that numbers of sentences by stance come to; None without any.

    Affirms or denies if there are such sentences and none of the other kind, mixed if
    there are both, raises if the claim is only raised. There is no majority vote: who
    affirms five times and denies once has said both, and the counts tell how often.

    References:
        Ours; a majority vote would hide that somebody said both.

    Examples:
        >>> position({Stance.AFFIRMS: 5, Stance.DENIES: 0, Stance.RAISES: 2}).value
        'affirms'
        >>> position({Stance.AFFIRMS: 5, Stance.DENIES: 1, Stance.RAISES: 0}).value
        'mixed'
    """
    affirms, denies = sentences[Stance.AFFIRMS], sentences[Stance.DENIES]
    if affirms and denies:
        return Position.MIXED
    if affirms:
        return Position.AFFIRMS
    if denies:
        return Position.DENIES
    return Position.RAISES if sentences[Stance.RAISES] else None


def status(positions: Mapping[Perspective, Position]) -> Status:
    """How the perspectives stand to each other on a claim.

    Shared: two or more take the same position (all affirm, or all deny). Differs: two
    or more take a position, not the same, or one of them has said both. Alone: one
    perspective takes a position, whatever the others raise. Raised: nobody does.
    A moderator's position does not count.

    References:
        Ours.

    Examples:
        >>> from dialoog.edition import Perspective
        >>> status({Perspective.ACADEMIC: Position.AFFIRMS}).value
        'alone'
        >>> both = {
        ...     Perspective.ACADEMIC: Position.AFFIRMS,
        ...     Perspective.PRACTITIONER: Position.DENIES,
        ... }
        >>> status(both).value
        'differs'
    """
    taken = [positions[perspective] for perspective in holders(positions)]
    if not taken:
        return Status.RAISED
    if len(taken) == 1:
        return Status.ALONE
    same = len(set(taken)) == 1 and taken[0] is not Position.MIXED
    return Status.SHARED if same else Status.DIFFERS


def holders(positions: Mapping[Perspective, Position]) -> tuple[Perspective, ...]:
    """The perspectives on the topic that take a position, in the usual order."""
    return tuple(
        perspective
        for perspective in COMPARED
        if positions.get(perspective, Position.RAISES) is not Position.RAISES
    )
