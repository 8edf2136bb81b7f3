"""What the tables that set each perspective beside the others have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.contrast import contrast
from dialoog.measures.counts import present_perspectives, token_totals
from dialoog.measures.intervals import jeffreys
from dialoog.measures.keyness import per_1000
from dialoog.measures.multiplicity import holm

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from dialoog.coding import CodedEdition
    from dialoog.measures.contrast import Contrast
    from dialoog.measures.counts import TurnCounts

    Floats = NDArray[np.float64]
    Interval = Callable[[ArrayLike, ArrayLike], tuple[Floats, Floats]]
    Correction = Callable[[ArrayLike], Floats]

_SAID = {jeffreys: "Intervals of shares are Jeffreys'.", holm: "p adjusted by Holm."}


def contrast_records(
    coded: CodedEdition, counts: TurnCounts, *, interval: Interval, correct: Correction
) -> list[dict[str, Any]]:
    """One record per thing counted and perspective that has a turn.

    Args:
        coded: The coded edition.
        counts: Sentences per thing in each turn.
        interval: Of a share, `wilson` or `jeffreys`.
        correct: Of the p-values of the table, `benjamini_hochberg` or `holm`.

    Returns:
        Records with `name` (the thing), `perspective`, `sentences`, and the cells of
        `CONTRAST`.
    """
    tokens = token_totals(coded)
    sides = [
        contrast(counts, perspective) for perspective in present_perspectives(coded)
    ]
    records = [
        _record(side, place, tokens[side.perspective], interval)
        for place in range(len(counts.names))
        for side in sides
    ]
    adjusted = correct([record["p"] for record in records])
    for record, value in zip(records, adjusted, strict=True):
        record["p_adjusted"] = value
    return records


def keyness_record(side: Contrast, place: int) -> dict[str, Any]:
    """Cells for `KEYNESS`, `DISPERSION`, and `TESTED` but the adjusted p."""
    return {
        "log_ratio": side.log_ratio[place],
        "log_ratio_low": side.log_ratio_low[place],
        "log_ratio_high": side.log_ratio_high[place],
        "percent_diff": side.percent_diff[place],
        "g2": side.g2[place],
        "dispersion": side.dispersion[place],
        "p": side.p[place],
        "doubt": side.doubt,
    }


def other_than_usual(interval: Interval, correct: Correction) -> str:
    """What a note must add where another interval or correction was asked for."""
    said = [_SAID[chosen] for chosen in (interval, correct) if chosen in _SAID]
    return "".join(f" {sentence}" for sentence in said)


def _record(
    side: Contrast, place: int, tokens: int, interval: Interval
) -> dict[str, Any]:
    count = int(side.count[place])
    low, high = interval(count, side.total)
    return {
        "name": side.names[place],
        "perspective": side.perspective.value,
        "sentences": count,
        "turns": int(side.turns[place]),
        "per_1000_tokens": float(per_1000(count, tokens)),
        "share": count / side.total if side.total else None,
        "share_low": float(low),
        "share_high": float(high),
        "difference": side.difference[place],
        "difference_low": side.difference_low[place],
        "difference_high": side.difference_high[place],
        **keyness_record(side, place),
    }
