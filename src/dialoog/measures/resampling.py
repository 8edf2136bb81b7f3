"""Inference with the turn as the unit: permutation tests, resampled intervals.

Words and sentences of one turn hang together, so they are no independent draws. What
can be exchanged under "the perspectives do not differ" is the turn as a whole. Both
functions work on counts per turn (rows) of many things at once (columns), and give
the same numbers every time: the seed is fixed.

Turns that follow each other share a topic, whoever speaks, and are not quite
exchangeable. In a dialogue in which speakers alternate this makes the two sides alike,
so that the tests are on the careful side: p is too large rather than too small.

This is inference about *this dialogue* (would other turns of these speakers show the
same?). Two people are not a population: it says nothing about academics or
practitioners at large.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Booleans = NDArray[np.bool_]

SEED = 1993
DRAWS = 1_999
ENUMERATE_UP_TO = 5_000
"""All ways to share out the turns are tried while there are at most so many."""

ALPHA = 0.05
MIN_TURNS_TO_RESAMPLE = 5
"""Fewest turns on either side for an interval.

Simulated turns of 4 to 15 sentences, shares of 0.1 and 0.3, correlation within turns
of 0.02 and 0.1: the 95 % interval covers 0.91 to 0.92 with 5 turns a side, 0.93 with
10, but 0.87 to 0.93 with 3.
"""

_WAYS = 512
"""Ways to share out that are worked out together, for the memory."""
_THINGS = 8
"""Things counted that are resampled together: their draws stay in the cache."""


def can_test(turns_a: int, turns_b: int) -> bool:
    """Whether a permutation of the turns could reach p = 0.05 at all.

    With a and b turns there are (a+b choose a) ways to share them out, and the most
    extreme one (two-sided, its mirror image too when a = b) is the smallest p.
    Three against three gives 0.1: too few turns to say, whatever was said.

    References:
        Phipson, B. & Smyth, G. K. (2010), for why the smallest p counts.

    Examples:
        >>> can_test(3, 3), can_test(3, 4), can_test(4, 4)
        (False, True, True)
    """
    if min(turns_a, turns_b) == 0:
        return False
    mirrored = 2 if turns_a == turns_b else 1
    return mirrored / comb(turns_a + turns_b, turns_a) <= ALPHA


def can_resample(turns_a: int, turns_b: int) -> bool:
    """Whether both sides have enough turns for an interval.

    References:
        Ours: the simulation beside `MIN_TURNS_TO_RESAMPLE`.

    Examples:
        >>> can_resample(4, 9), can_resample(5, 9)
        (False, True)
    """
    return min(turns_a, turns_b) >= MIN_TURNS_TO_RESAMPLE


def permutation_p(counts: ArrayLike, sizes: ArrayLike, in_a: ArrayLike) -> Floats:
    """Two-sided p-values for a difference in rate, by permuting the turns.

    The rate of a side is the sum of its counts over the sum of its sizes. The turns
    are shared out anew, as many to each side as it has, in every possible way (up to
    `ENUMERATE_UP_TO`), else in `DRAWS` random ones; p is the part of them with a
    difference at least as large as the one observed. The observed one is counted.

    Args:
        counts: How often each thing occurs, turns × things.
        sizes: Sentences or tokens of each turn.
        in_a: Whether the turn is of side A.

    Returns:
        One p per thing; NaN for all where the turns are too few (`can_test`).

    References:
        Lijffijt, J. et al. (2016). Significance testing of word frequencies in
        corpora. Digital Scholarship in the Humanities 31(2), 374-397.
        Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero.

    Examples:
        Four turns against four, each of ten sentences; A has two on the theme in every
        turn, B none. Of the 70 ways to share them out, 2 differ as much: 2 / 70.

        >>> counts = [[2], [2], [2], [2], [0], [0], [0], [0]]
        >>> p = permutation_p(counts, [10] * 8, [True] * 4 + [False] * 4)
        >>> p.round(3).tolist()
        [0.029]
    """
    table, lengths, side = _checked(counts, sizes, in_a)
    turns_a = int(side.sum())
    if not can_test(turns_a, len(side) - turns_a):
        return np.full(table.shape[1], np.nan)
    observed = _differences(side[np.newaxis], table, lengths)[0]
    # Ties must count as ties: sums in another order differ in the last bit.
    bar = observed - 1e-9
    extreme, tried = np.zeros(table.shape[1]), 0
    for sides in shared_out(turns_a, len(side)):
        extreme += (_differences(sides, table, lengths) >= bar).sum(axis=0)
        tried += len(sides)
    if comb(len(side), turns_a) <= ENUMERATE_UP_TO:
        return np.asarray(extreme / tried)
    return np.asarray((extreme + 1) / (tried + 1))


def resampled_difference(
    counts: ArrayLike, sizes: ArrayLike, in_a: ArrayLike, *, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Interval of the difference in rate (A - B), by resampling turns.

    Within each side of k turns, k - 1 are drawn with replacement (so that the
    variance is not too small), `DRAWS` times; the interval runs between the
    percentiles of the differences.

    Args:
        counts: How often each thing occurs, turns × things.
        sizes: Sentences or tokens of each turn.
        in_a: Whether the turn is of side A.
        confidence: Coverage, between 0 and 1.

    Returns:
        Lower and upper bound, one per thing; NaN for all where the turns are too few
        (`can_resample`).

    References:
        Rao, J. N. K. & Wu, C. F. J. (1988). Resampling inference with complex survey
        data. JASA 83, 231-241.

    Examples:
        Five turns of ten sentences a side: 12 of 50 against 6 of 50, so 0.12 more.

        >>> counts = [[4], [2], [1], [3], [2], [1], [2], [0], [1], [2]]
        >>> low, high = resampled_difference(counts, [10] * 10, [True] * 5 + [False] * 5)
        >>> low.round(2).tolist(), high.round(2).tolist()
        ([0.0], [0.25])
    """
    return _interval(_difference, np.positive, counts, sizes, in_a, confidence)


def resampled_log_ratio(
    counts: ArrayLike, sizes: ArrayLike, in_a: ArrayLike, *, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Interval of the log ratio of the rates (A over B), by resampling turns.

    Drawn as in `resampled_difference`; arguments and result are the same. Where a
    draw has none on one side, 0.5 is added to both counts and 1 to both sizes, as in
    `log_ratio`.

    References:
        Rao, J. N. K. & Wu, C. F. J. (1988), as for the difference.

    Examples:
        The same turns as for the difference: twice as much in A.

        >>> counts = [[4], [2], [1], [3], [2], [1], [2], [0], [1], [2]]
        >>> low, high = resampled_log_ratio(counts, [10] * 10, [True] * 5 + [False] * 5)
        >>> low.round(1).tolist(), high.round(1).tolist()
        ([0.0], [2.5])
    """
    return _interval(_ratio, np.log2, counts, sizes, in_a, confidence)


def shared_out(turns_a: int, turns: int) -> Iterator[Booleans]:
    """Ways to share out the turns (rows: True is side A), some hundreds at a time.

    Every way while there are at most `ENUMERATE_UP_TO`, else `DRAWS` random ones.
    """
    sides = _sides(turns_a, turns, is_exact=comb(turns, turns_a) <= ENUMERATE_UP_TO)
    for first in range(0, len(sides), _WAYS):
        yield sides[first : first + _WAYS]


# The seed is fixed, so these depend on the numbers of turns alone, and the tables of an
# edition ask for the same few a dozen times.
@lru_cache(maxsize=8)
def _sides(turns_a: int, turns: int, *, is_exact: bool) -> Booleans:
    if is_exact:
        chosen = np.array(list(combinations(range(turns), turns_a)))
        sides = np.zeros((len(chosen), turns), bool)
        np.put_along_axis(sides, chosen, values=True, axis=1)
    else:
        order = np.random.default_rng(SEED).random((DRAWS, turns)).argsort(axis=1)
        sides = order < turns_a
    sides.flags.writeable = False
    return sides


@lru_cache(maxsize=8)
def _draws(turns_a: int, turns_b: int) -> tuple[Floats, Floats]:
    """How often each turn of A and of B is drawn, turns × draws."""
    rng, drawn = np.random.default_rng(SEED), []
    for turns in (turns_a, turns_b):
        weights = rng.multinomial(turns - 1, np.full(turns, 1 / turns), size=DRAWS)
        drawn.append(np.ascontiguousarray(weights.T, dtype=float))
        drawn[-1].flags.writeable = False
    return drawn[0], drawn[1]


def _checked(
    counts: ArrayLike, sizes: ArrayLike, in_a: ArrayLike
) -> tuple[Floats, Floats, Booleans]:
    table, lengths = np.asarray(counts, float), np.asarray(sizes, float)
    side = np.asarray(in_a, bool)
    if table.ndim != 2 or len(table) != len(lengths) or len(side) != len(lengths):
        message = f"shapes do not fit: {table.shape}, {lengths.shape}, {side.shape}"
        raise ValueError(message)
    return table, lengths, side


def _differences(sides: Booleans, table: Floats, lengths: Floats) -> Floats:
    """|rate A - rate B| for each way to share out the turns (rows)."""
    chosen = sides.astype(float)
    count_a, size_a = chosen @ table, (chosen @ lengths)[:, np.newaxis]
    count_b, size_b = table.sum(axis=0) - count_a, lengths.sum() - size_a
    with np.errstate(divide="ignore", invalid="ignore"):
        count_a /= size_a
        count_b /= size_b
    difference = np.abs(np.subtract(count_a, count_b, out=count_a), out=count_a)
    is_known = size_a.all() and size_b.all()
    return difference if is_known else np.asarray(np.nan_to_num(difference))


def _interval(
    measure: Callable[[Floats, Floats, Floats, Floats], Floats],
    scale: Callable[[Floats], Floats],
    counts: ArrayLike,
    sizes: ArrayLike,
    in_a: ArrayLike,
    confidence: float,
) -> tuple[Floats, Floats]:
    """Percentiles of a measure over the draws; NaN for all where the turns are too few.

    The measure is of counts (things × draws) and sizes (draws), of A and then of B, and
    the percentiles are of what `scale`, which leaves the order as it is, makes of it.
    """
    table, lengths, side = _checked(counts, sizes, in_a)
    turns_a = int(side.sum())
    low, high = np.full((2, table.shape[1]), np.nan)
    if not can_resample(turns_a, len(side) - turns_a):
        return low, high
    drawn_a, drawn_b = _draws(turns_a, len(side) - turns_a)
    size_a, size_b = lengths[side] @ drawn_a, lengths[~side] @ drawn_b
    for first in range(0, table.shape[1], _THINGS):
        some = slice(first, first + _THINGS)
        count_a = table[side, some].T @ drawn_a
        count_b = table[~side, some].T @ drawn_b
        values = measure(count_a, size_a, count_b, size_b)
        low[some], high[some] = _percentiles(values, scale, confidence)
    return low, high


def _difference(
    count_a: Floats, size_a: Floats, count_b: Floats, size_b: Floats
) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(count_a / size_a - count_b / size_b)


def _ratio(count_a: Floats, size_a: Floats, count_b: Floats, size_b: Floats) -> Floats:
    none = (count_a == 0) | (count_b == 0)
    half = 0.5 * none
    rate_a, rate_b = (
        (count_a + half) / (size_a + none),
        (count_b + half) / (size_b + none),
    )
    return np.asarray(rate_a / rate_b)


def _percentiles(
    values: Floats, scale: Callable[[Floats], Floats], confidence: float
) -> tuple[Floats, Floats]:
    tail = (1 - confidence) / 2
    if np.isnan(values).any():
        low, high = np.nanquantile(scale(values), [tail, 1 - tail], axis=1)
        return np.asarray(low), np.asarray(high)
    # Of values in order a few are enough to interpolate between, as `np.quantile` does;
    # it looks for these few by another way, which takes longer than to sort.
    ordered = np.sort(values, axis=1)
    low, high = (
        _between(ordered, scale, quantile * (ordered.shape[1] - 1))
        for quantile in (tail, 1 - tail)
    )
    return low, high


def _between(
    ordered: Floats, scale: Callable[[Floats], Floats], place: float
) -> Floats:
    before = min(int(place), ordered.shape[1] - 2)
    here, there = scale(ordered[:, before]), scale(ordered[:, before + 1])
    part, step = place - before, there - here
    return np.asarray(here + step * part if part < 0.5 else there - step * (1 - part))
