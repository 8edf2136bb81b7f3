"""Paired differences: the same two sides in many editions."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dialoog.measures.resampling import DRAWS, ENUMERATE_UP_TO, SEED

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

MIN_PAIRS = 6
"""Fewest editions for a test: of 2⁶ = 64 ways to swap the sides, 2 is 0.03."""


class Paired(NamedTuple):
    """Mean difference, its interval, and p; NaN for what cannot be said."""

    difference: float
    low: float
    high: float
    p: float


def paired_difference(values_a: ArrayLike, values_b: ArrayLike) -> Paired:
    """Mean of a - b over the editions, its interval by resampling editions, and p.

    p is the part of the ways to swap the two sides within editions (all of them up to
    `ENUMERATE_UP_TO`, else `DRAWS` random ones) with a mean at least as far from 0.
    The interval runs between the 2.5th and 97.5th percentile of the means of resampled
    editions, one fewer each time than there are (Rao and Wu, as for turns).

    Args:
        values_a: Share of side A, one per edition.
        values_b: Of side B in the same editions; pairs with a NaN are left out.

    References:
        Fisher, R. A. (1935). The design of experiments, section 21.

    Examples:
        In each of six editions A has more. Of the 64 ways to swap the sides, 2 differ
        as much on average:

        >>> found = paired_difference(
        ...     [0.3, 0.4, 0.35, 0.5, 0.45, 0.4], [0.2, 0.3, 0.3, 0.4, 0.3, 0.35]
        ... )
        >>> round(found.difference, 3), round(found.p, 3)
        (0.092, 0.031)
        >>> paired_difference([0.3, 0.4], [0.2, 0.1]).p
        nan
    """
    gaps = np.asarray(values_a, float) - np.asarray(values_b, float)
    gaps = gaps[~np.isnan(gaps)]
    nothing = float("nan")
    if not len(gaps):
        return Paired(nothing, nothing, nothing, nothing)
    mean = float(gaps.mean())
    if len(gaps) < MIN_PAIRS:
        return Paired(mean, nothing, nothing, nothing)
    rng = np.random.default_rng(SEED)
    exact = 2 ** len(gaps) <= ENUMERATE_UP_TO
    if exact:
        signs = np.array(list(product((1, -1), repeat=len(gaps))))
    else:
        signs = rng.choice((1, -1), size=(DRAWS, len(gaps)))
    reached = int((np.abs((signs * gaps).mean(axis=1)) >= abs(mean) - 1e-12).sum())
    p = reached / len(signs) if exact else (reached + 1) / (len(signs) + 1)
    drawn = rng.integers(0, len(gaps), (DRAWS, len(gaps) - 1))
    low, high = np.quantile(gaps[drawn].mean(axis=1), [0.025, 0.975])
    return Paired(mean, float(low), float(high), p)
