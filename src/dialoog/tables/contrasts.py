"""What the tables that set each perspective beside the others have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dialoog.measures.contrast import contrast
from dialoog.measures.counts import present_perspectives, token_totals
from dialoog.measures.intervals import jeffreys, wilson
from dialoog.measures.keyness import per_1000
from dialoog.measures.multiplicity import benjamini_hochberg, holm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
        _records(contrast(counts, perspective), tokens[perspective], interval)
        for perspective in present_perspectives(coded)
    ]
    records = [record for of_thing in zip(*sides, strict=True) for record in of_thing]
    adjusted = correct([record["p"] for record in records])
    for record, value in zip(records, adjusted, strict=True):
        record["p_adjusted"] = value
    return records


def keyness_columns(side: Contrast) -> dict[str, list[Any]]:
    """Columns for `KEYNESS`, `DISPERSION`, and `TESTED` but the adjusted p."""
    return {
        "log_ratio": side.log_ratio.tolist(),
        "log_ratio_low": side.log_ratio_low.tolist(),
        "log_ratio_high": side.log_ratio_high.tolist(),
        "percent_diff": side.percent_diff.tolist(),
        "g2": side.g2.tolist(),
        "dispersion": side.dispersion.tolist(),
        "p": side.p.tolist(),
        "doubt": [side.doubt] * len(side.names),
    }


def records_of(columns: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """A record per row of columns of one length."""
    return [
        dict(zip(columns, cells, strict=True))
        for cells in zip(*columns.values(), strict=True)
    ]


def other_than_usual(
    interval: Interval = wilson, correct: Correction = benjamini_hochberg
) -> str:
    """What a note must add where another interval or correction was asked for."""
    said = [_SAID[chosen] for chosen in (interval, correct) if chosen in _SAID]
    return "".join(f" {sentence}" for sentence in said)


def _records(side: Contrast, tokens: int, interval: Interval) -> list[dict[str, Any]]:
    things, count = len(side.names), side.count
    low, high = interval(count, np.full(things, side.total))
    share = (count / side.total).tolist() if side.total else [None] * things
    columns: dict[str, Sequence[Any]] = {
        "name": side.names,
        "perspective": [side.perspective.value] * things,
        "sentences": count.tolist(),
        "turns": side.turns.tolist(),
        "per_1000_tokens": per_1000(count, tokens).tolist(),
        "share": share,
        "share_low": low.tolist(),
        "share_high": high.tolist(),
        "difference": side.difference.tolist(),
        "difference_low": side.difference_low.tolist(),
        "difference_high": side.difference_high.tolist(),
        **keyness_columns(side),
    }
    return records_of(columns)
