"""The note below a table: what its numbers rest on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dialoog.measures.counts import COMPARED
from dialoog.measures.resampling import can_resample, can_test

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from dialoog.edition import Perspective

POPULATION = "It says nothing about academics or practitioners at large."


def comparison_note(perspectives: Iterable[Perspective]) -> str:
    """One or two sentences on how far a comparison of these turns can go.

    Args:
        perspectives: Of each turn.
    """
    turns = Counter(p for p in perspectives if p in COMPARED)
    if len(turns) < 2:
        return "There is only one perspective on the topic: nothing to compare."
    total = turns.total()
    parts = [(own, total - own) for own in turns.values()]
    spoken = ", ".join(f"{turns[p]} turns {p.value}" for p in COMPARED if turns[p])
    if not all(can_test(*part) for part in parts):
        return (
            f"{spoken}: too few turns to say whether a difference is more than chance."
        )
    if not all(can_resample(*part) for part in parts):
        return f"{spoken}: tested by permuting turns; too few turns for intervals. {POPULATION}"
    return f"{spoken}: tested by permuting turns, intervals by resampling turns. {POPULATION}"


def caption(frame: pd.DataFrame) -> str:
    """What stands below a table: its unit, how many of them, and the note."""
    note = frame.attrs.get("note", "")
    return (
        f"Unit: {frame.attrs['unit']}; n = {frame.attrs['n']}.{' ' * bool(note)}{note}"
    )
