"""Trends: whether something grows over the editions, by date of publication."""

from __future__ import annotations

from itertools import permutations
from math import factorial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dialoog.measures.resampling import DRAWS, ENUMERATE_UP_TO, SEED

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

MIN_EDITIONS = 5
"""Fewest editions for a trend: 5! = 120 orders, so that p can reach 0.05."""


class Trend(NamedTuple):
    """Slope per year with its interval, and p."""

    slope: float
    low: float
    high: float
    p: float


def trend(years: ArrayLike, values: ArrayLike) -> Trend:
    """Least-squares slope per year, its interval by resampling editions, and p.

    With x the dates and y the values: Σ (x - x̄)(y - ȳ) / Σ (x - x̄)².

    p is the part of all orders of the values over the dates (up to `ENUMERATE_UP_TO`,
    else random ones) with a slope at least as steep either way. The interval runs
    between the 2.5th and 97.5th percentile of the slopes of resampled editions.

    Args:
        years: Date of each edition as a decimal year.
        values: What may grow, one per edition; NaN is left out.

    Returns:
        NaN for all where fewer than `MIN_EDITIONS` remain or all have one date.

    References:
        Manly, B. F. J. (2007). Randomization, bootstrap and Monte Carlo methods in
        biology. 3rd edition. Chapman & Hall.

    Examples:
        A share that grows by a tenth a year. Of the 120 orders, 2 are as steep:

        >>> found = trend([2021, 2022, 2023, 2024, 2025], [0.1, 0.2, 0.3, 0.4, 0.5])
        >>> round(found.slope, 3), round(found.p, 3)
        (0.1, 0.017)
        >>> trend([2024, 2025], [0.1, 0.5]).p
        nan
    """
    x, y = np.asarray(years, float), np.asarray(values, float)
    x, y = x[~np.isnan(y)], y[~np.isnan(y)]
    if len(x) < MIN_EDITIONS or np.ptp(x) == 0:
        return Trend(*[float("nan")] * 4)
    slope = float(_slopes(x, y[np.newaxis])[0])
    rng = np.random.default_rng(SEED)
    exact = factorial(len(x)) <= ENUMERATE_UP_TO
    if exact:
        orders = np.array(list(permutations(range(len(x)))))
    else:
        orders = rng.random((DRAWS, len(x))).argsort(axis=1)
    steep = int((np.abs(_slopes(x, y[orders])) >= abs(slope) - 1e-12).sum())
    p = steep / len(orders) if exact else (steep + 1) / (len(orders) + 1)
    drawn = rng.integers(0, len(x), (DRAWS, len(x)))
    low, high = np.nanquantile(_slopes(x[drawn], y[drawn]), [0.025, 0.975])
    return Trend(slope, float(low), float(high), p)


def _slopes(x: Floats, y: Floats) -> Floats:
    """Slopes over the last axis; NaN where all x are the same."""
    centred = x - x.mean(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray((centred * y).sum(axis=-1) / (centred**2).sum(axis=-1))
