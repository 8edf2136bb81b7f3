"""Profiles: how far apart two sides are over all themes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dialoog.measures.resampling import can_test, shared_out

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


class Distance(NamedTuple):
    """Distance of two profiles, what chance alone would give, and p."""

    distance: float
    expected: float
    p: float


def jensen_shannon(profile_a: ArrayLike, profile_b: ArrayLike) -> Floats:
    """Jensen-Shannon distance: 0 for the same proportions, 1 for nothing in common.

    The square root of ½ Σ a log2(a / m) + ½ Σ b log2(b / m), with a and b the
    proportions and m their mean, over the last axis. NaN where a profile is empty.

    References:
        Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE
        Transactions on Information Theory 37(1), 145-151.

    Examples:
        >>> float(jensen_shannon([3, 1], [6, 2]))
        0.0
        >>> float(jensen_shannon([3, 0], [0, 5]))
        1.0
    """
    a, b = np.asarray(profile_a, float), np.asarray(profile_b, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        a, b = a / a.sum(axis=-1, keepdims=True), b / b.sum(axis=-1, keepdims=True)
        middle = (a + b) / 2
        parts = _terms(a, middle) + _terms(b, middle)
    return np.asarray(np.sqrt(np.maximum(parts.sum(axis=-1) / 2, 0)))


def profile_distance(counts: ArrayLike, in_a: ArrayLike) -> Distance:
    """Distance of two sides' theme profiles, beside what shuffled turns give.

    Few sentences over many themes always differ: the expected distance is the mean
    over ways to share out the turns, and p the part with at least the distance
    observed. Distance minus expected is comparable between editions of different
    length; the distance is not.

    Args:
        counts: Sentences per theme, turns × themes.
        in_a: Whether the turn is of side A.

    Returns:
        NaN for what cannot be said: all if a side mentions no theme, expected and p
        if the turns are too few (`can_test`).

    References:
        Lin (1991) for the distance; holding it against shuffled turns is ours.

    Examples:
        Four turns a side, each on a theme of its own: as far apart as can be, and only 2 of
        the 70 ways to share out the turns are as far.

        >>> counts = [[2, 0]] * 4 + [[0, 2]] * 4
        >>> found = profile_distance(counts, [True] * 4 + [False] * 4)
        >>> found.distance, round(found.expected, 2), round(found.p, 3)
        (1.0, 0.23, 0.029)
    """
    table, side = np.asarray(counts, float), np.asarray(in_a, bool)
    nothing = float("nan")
    observed = float(jensen_shannon(table[side].sum(axis=0), table[~side].sum(axis=0)))
    turns_a = int(side.sum())
    if np.isnan(observed) or not can_test(turns_a, len(side) - turns_a):
        return Distance(observed, nothing, nothing)
    chance = np.concatenate(
        [_distances(sides, table) for sides in shared_out(turns_a, len(side))]
    )
    known = chance[~np.isnan(chance)]
    p = float((known >= observed - 1e-9).mean())
    return Distance(observed, float(known.mean()), max(p, 1 / len(known)))


def _distances(sides: NDArray[np.bool_], table: Floats) -> Floats:
    chosen = sides.astype(float)
    side_a = chosen @ table
    return jensen_shannon(side_a, table.sum(axis=0) - side_a)


def _terms(part: Floats, middle: Floats) -> Floats:
    return np.where(
        part > 0, part * np.log2(part / middle), np.where(np.isnan(part), np.nan, 0)
    )
