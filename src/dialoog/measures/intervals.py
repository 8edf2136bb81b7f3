"""Intervals for a share: k of n sentences."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dialoog.errors import MissingExtra

Floats = NDArray[np.float64]


def z_value(confidence: float) -> float:
    """Two-sided standard normal quantile: 1.96 for a confidence of 0.95."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(
    count: ArrayLike, n: ArrayLike, *, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Wilson score interval for the share count / n.

    With p = k/n and z the normal quantile::

        (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)

    It stays within 0..1 and is sound for shares of 0 and 1, where the Wald interval
    collapses. It takes the n sentences for independent draws; sentences of one turn
    are not, so read it as the least uncertainty there is. What takes turns as they
    come is the interval of a difference, `resampled_difference`.

    Args:
        count: k, scalar or array.
        n: Number of sentences, same shape or broadcastable.
        confidence: Coverage, between 0 and 1.

    Returns:
        Lower and upper bound in 0..1; NaN where n is 0.

    References:
        Wilson, E. B. (1927). Probable inference, the law of succession, and
        statistical inference. JASA 22, 209-212.

    Examples:
        3 of 10 sentences; and none of 10, which does not mean never:

        >>> low, high = wilson(3, 10)
        >>> round(float(low), 2), round(float(high), 2)
        (0.11, 0.6)
        >>> low, high = wilson(0, 10)
        >>> round(float(low), 2), round(float(high), 2)
        (0.0, 0.28)
    """
    k, size = np.asarray(count, float), np.asarray(n, float)
    z = z_value(confidence)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = k / size
        centre = (share + z * z / (2 * size)) / (1 + z * z / size)
        half = (
            z
            * np.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
            / (1 + z * z / size)
        )
    low, high = np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
    # Exact at the ends, where rounding would leave 1e-17 or 0.9999….
    low, high = np.where(k == 0, 0.0, low), np.where(k == size, 1.0, high)
    return np.where(size > 0, low, np.nan), np.where(size > 0, high, np.nan)


def jeffreys(
    count: ArrayLike, n: ArrayLike, *, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Jeffreys interval for the share count / n.

    The equal-tailed interval of the posterior under Jeffreys' prior: the (1 - c)/2 and
    (1 + c)/2 quantiles of Beta(k + ½, n - k + ½), but 0 where k = 0 and 1 where k = n.
    As short as Wilson's, and a little nearer to the share where it is extreme.

    Args:
        count: k, scalar or array.
        n: Number of sentences, same shape or broadcastable.
        confidence: Coverage c, between 0 and 1.

    Returns:
        Lower and upper bound in 0..1; NaN where n is 0.

    Raises:
        MissingExtra: SciPy, which has the beta distribution, is not installed.

    References:
        Brown, L. D., Cai, T. T. & DasGupta, A. (2001). Interval estimation for a
        binomial proportion. Statistical Science 16(2), 101-133.

    Examples:
        The same counts as for `wilson`: none of 10 lies nearer to never.

        >>> low, high = jeffreys(3, 10)
        >>> round(float(low), 2), round(float(high), 2)
        (0.09, 0.61)
        >>> low, high = jeffreys(0, 10)
        >>> round(float(low), 2), round(float(high), 2)
        (0.0, 0.22)
    """
    try:
        from scipy.special import betaincinv
    except ImportError as error:
        raise MissingExtra("A Jeffreys interval", "statistics") from error
    k, size = np.broadcast_arrays(np.asarray(count, float), np.asarray(n, float))
    tail = (1 - confidence) / 2
    low = betaincinv(k + 0.5, size - k + 0.5, tail)
    high = betaincinv(k + 0.5, size - k + 0.5, 1 - tail)
    low, high = np.where(k == 0, 0.0, low), np.where(k == size, 1.0, high)
    return np.where(size > 0, low, np.nan), np.where(size > 0, high, np.nan)
