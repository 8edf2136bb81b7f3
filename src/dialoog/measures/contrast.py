"""Each perspective against the others: one row of measures per thing counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dialoog.measures.counts import COMPARED, TurnCounts
from dialoog.measures.dispersion import normalised_deviation
from dialoog.measures.keyness import g2, log_ratio, percent_diff
from dialoog.measures.resampling import (
    can_resample,
    can_test,
    permutation_p,
    resampled_difference,
    resampled_log_ratio,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dialoog.edition import Perspective

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

TOO_FEW_TURNS = "too few turns to say"
NO_INTERVAL = "too few turns for an interval"
NOBODY_TO_COMPARE = "nobody to compare with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A perspective (A) against all other perspectives on the topic (B).

    Arrays have one value per thing counted. NaN means: cannot be said.

    Attributes:
        perspective: A.
        names: What was counted.
        count, total: Occurrences in A, and sentences or tokens of A.
        rest, rest_total: The same of B.
        turns: Turns of A in which it occurs.
        dispersion: DPnorm over the turns of A.
        difference, difference_low, difference_high: Rate in A minus rate in B, with
            the interval from resampled turns.
        log_ratio, log_ratio_low, log_ratio_high: Of the rates, with the interval from
            resampled turns.
        g2, percent_diff: See `dialoog.measures.keyness`.
        p: By permuting turns; NaN for what neither side has.
        doubt: Why numbers are missing, or "".
    """

    perspective: Perspective
    names: tuple[str, ...]
    count: Integers
    total: int
    rest: Integers
    rest_total: int
    turns: Integers
    dispersion: Floats
    difference: Floats
    difference_low: Floats
    difference_high: Floats
    g2: Floats
    log_ratio: Floats
    log_ratio_low: Floats
    log_ratio_high: Floats
    percent_diff: Floats
    p: Floats
    doubt: str


def contrast(counts: TurnCounts, perspective: Perspective) -> Contrast:
    """The contrast of one perspective with the other perspectives on the topic.

    A moderator is compared with nobody, and nobody with a moderator: asking about a
    topic is no view of it.
    """
    own, rest, compared = _sides(counts, perspective)
    a, n_a = own.table.sum(axis=0), int(own.sizes.sum())
    b, n_b = rest.table.sum(axis=0), int(rest.sizes.sum())
    side = compared.side(perspective)
    low, high = resampled_difference(compared.table, compared.sizes, side)
    ratio_low, ratio_high = resampled_log_ratio(compared.table, compared.sizes, side)
    return Contrast(
        perspective=perspective,
        names=counts.names,
        count=a,
        total=n_a,
        rest=b,
        rest_total=n_b,
        turns=(own.table > 0).sum(axis=0),
        dispersion=normalised_deviation(own.table, own.sizes),
        difference=_difference(a, n_a, b, n_b),
        difference_low=low,
        difference_high=high,
        g2=g2(a, n_a, b, n_b),
        log_ratio=log_ratio(a, n_a, b, n_b),
        log_ratio_low=ratio_low,
        log_ratio_high=ratio_high,
        percent_diff=percent_diff(a, n_a, b, n_b),
        p=_by_chance(compared, perspective),
        doubt=_doubt(len(own.sizes), len(rest.sizes)),
    )


def by_chance(counts: TurnCounts, perspective: Perspective) -> Floats:
    """The p of a contrast, without all else: a correction needs that of every thing."""
    _, _, compared = _sides(counts, perspective)
    return _by_chance(compared, perspective)


def _by_chance(compared: TurnCounts, perspective: Perspective) -> Floats:
    side = compared.side(perspective)
    p = permutation_p(compared.table, compared.sizes, side)
    return np.where(compared.table.sum(axis=0) > 0, p, np.nan)


def _sides(
    counts: TurnCounts, perspective: Perspective
) -> tuple[TurnCounts, TurnCounts, TurnCounts]:
    """The counts of a perspective, of whom it is compared with, and of both.

    The last is of the perspective alone where the others say nothing.
    """
    others = tuple(p for p in COMPARED if p is not perspective)
    own = counts.only((perspective,))
    rest = counts.only(others if perspective in COMPARED else ())
    return own, rest, counts.only((perspective, *others)) if rest.sizes.sum() else own


def _doubt(turns_a: int, turns_b: int) -> str:
    if not turns_b:
        return NOBODY_TO_COMPARE
    if not can_test(turns_a, turns_b):
        return TOO_FEW_TURNS
    return "" if can_resample(turns_a, turns_b) else NO_INTERVAL


def _difference(a: Integers, n_a: int, b: Integers, n_b: int) -> Floats:
    if not n_a or not n_b:
        return np.full(len(a), np.nan)
    return np.asarray(a / n_a - b / n_b)
