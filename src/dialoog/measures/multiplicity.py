"""Corrections of p-values for the number of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def benjamini_hochberg(p_values: ArrayLike) -> Floats:
    """P-values adjusted for the false discovery rate (the default here).

    Sorted ascending, p₍ᵢ₎ becomes min over j ≥ i of p₍ⱼ₎ m / j. Of the findings with an
    adjusted value up to 0.05, about one in twenty is expected to be false.

    Args:
        p_values: In 0..1; NaN (a test that was not done) stays NaN and counts for
            nothing in m.

    References:
        Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate.
        JRSS B 57(1), 289-300.

    Examples:
        0.01 × 3 / 1, 0.03 × 3 / 2 and 0.04 × 3 / 3, none above the one after it:

        >>> benjamini_hochberg([0.01, 0.04, 0.03]).round(3).tolist()
        [0.03, 0.04, 0.04]
    """

    def step_up(ordered: Floats) -> Floats:
        m = len(ordered)
        scaled = ordered * m / np.arange(1, m + 1)
        return np.minimum.accumulate(scaled[::-1])[::-1]

    return _adjusted(p_values, step_up)


def holm(p_values: ArrayLike) -> Floats:
    """P-values adjusted for the chance of even one false finding.

    Sorted ascending, p₍ᵢ₎ becomes max over j ≤ i of p₍ⱼ₎ (m - j + 1), 1 at most. NaN stays NaN.

    References:
        Holm, S. (1979). A simple sequentially rejective multiple test procedure.
        Scandinavian Journal of Statistics 6(2), 65-70.

    Examples:
        0.01 × 3, 0.03 × 2 and 0.04 × 1, none below the one before it:

        >>> holm([0.01, 0.04, 0.03]).round(3).tolist()
        [0.03, 0.06, 0.06]
    """

    def step_down(ordered: Floats) -> Floats:
        m = len(ordered)
        return np.maximum.accumulate(ordered * np.arange(m, 0, -1))

    return _adjusted(p_values, step_down)


def _adjusted(p_values: ArrayLike, stepwise: Callable[[Floats], Floats]) -> Floats:
    values = np.array(p_values, dtype=float)
    done = np.flatnonzero(~np.isnan(values))
    order = done[np.argsort(values[done], kind="stable")]
    values[order] = np.minimum(stepwise(values[order]), 1.0)
    return values
