"""Dispersion: how evenly something is spread over the turns."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def deviation_of_proportions(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Gries' DP: 0 is spread as the turns' sizes predict, near 1 sits in one turn.

    DP = ½ Σ |count / total count - size / total size| over the turns.

    Args:
        counts: How often a thing occurs, per turn; or turns × things.
        sizes: Tokens (or sentences) of each turn.

    Returns:
        DP in 0..1, one per thing; NaN where it does not occur or there are no tokens.

    References:
        Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora.
        International Journal of Corpus Linguistics 13(4), 403-437.

    Examples:
        Two turns of equal length. Both occurrences in one of them; one in each:

        >>> float(deviation_of_proportions([2, 0], [50, 50]))
        0.5
        >>> float(deviation_of_proportions([1, 1], [50, 50]))
        0.0
    """
    occurrences, lengths = np.asarray(counts, float), np.asarray(sizes, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = lengths / lengths.sum()
        observed = occurrences / occurrences.sum(axis=0)
    return np.asarray(np.abs(observed.T - expected).sum(axis=-1) / 2)


def normalised_deviation(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """DPnorm: DP divided by its largest possible value, 1 - the smallest share.

    So that 1 can be reached, however few turns there are. NaN where DP is, or where
    fewer than two turns have tokens.

    References:
        Lijffijt, J. & Gries, S. Th. (2012). Correction to Gries (2008).
        International Journal of Corpus Linguistics 17(1), 147-149.

    Examples:
        With two equal turns DP is at most 0.5; divided by that:

        >>> float(normalised_deviation([2, 0], [50, 50]))
        1.0
    """
    lengths = np.asarray(sizes, float)
    used = lengths[lengths > 0]
    deviation = deviation_of_proportions(counts, lengths)
    if len(used) < 2:
        return np.full_like(deviation, np.nan)
    return np.asarray(deviation / (1 - used.min() / used.sum()))
