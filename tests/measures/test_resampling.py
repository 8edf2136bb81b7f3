"""Inference by turns: exact against scipy, right when nothing differs."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from scipy import stats

from dialoog.measures import (
    can_resample,
    can_test,
    permutation_p,
    resampled_difference,
    resampled_log_ratio,
)
from dialoog.measures.resampling import _draws


def turns(rng, turns_a, turns_b, *, share_a=0.2, share_b=0.2, things=1):
    """Counts, sizes and sides of turns, with correlation within turns."""
    sizes = rng.integers(4, 16, turns_a + turns_b)
    in_a = np.arange(turns_a + turns_b) < turns_a
    share = np.where(in_a, share_a, share_b)[:, np.newaxis]
    own = rng.beta(9 * share, 9 * (1 - share), (len(sizes), things))
    return rng.binomial(sizes[:, np.newaxis], own), sizes, in_a


@pytest.mark.parametrize(("turns_a", "turns_b"), [(4, 4), (3, 6), (5, 6)])
def test_exact_p_is_scipys(turns_a, turns_b):
    rng = np.random.default_rng(turns_a)
    counts, sizes, in_a = turns(rng, turns_a, turns_b, share_a=0.4, things=6)
    for thing, p in enumerate(permutation_p(counts, sizes, in_a)):

        def distance(x, y, axis, column=counts[:, thing]):
            def rate(drawn):
                chosen = drawn.astype(int)
                return column[chosen].sum(axis=axis) / sizes[chosen].sum(axis=axis)

            return np.abs(rate(x) - rate(y))

        places = np.arange(len(sizes))
        expected = stats.permutation_test(
            (places[in_a], places[~in_a]),
            distance,
            alternative="greater",
            vectorized=True,
            n_resamples=np.inf,
        ).pvalue
        assert p == pytest.approx(expected)


def test_random_draws_come_near_the_exact_p(monkeypatch):
    counts, sizes, in_a = turns(np.random.default_rng(5), 6, 6, share_a=0.5, things=20)
    exact = permutation_p(counts, sizes, in_a)
    monkeypatch.setattr("dialoog.measures.resampling.ENUMERATE_UP_TO", 0)
    drawn = permutation_p(counts, sizes, in_a)
    assert drawn == pytest.approx(exact, abs=0.05)
    assert (drawn > 0).all()


def test_p_is_rarely_small_when_nothing_differs():
    counts, sizes, in_a = turns(np.random.default_rng(7), 6, 6, things=2_000)
    p = permutation_p(counts, sizes, in_a)
    assert np.mean(p <= 0.05) <= 0.065


def test_p_is_small_when_every_turn_differs():
    counts, sizes, in_a = [[0]] * 5 + [[4]] * 5, [8] * 10, [True] * 5 + [False] * 5
    assert permutation_p(counts, sizes, in_a)[0] == pytest.approx(2 / 252)


@pytest.mark.parametrize(
    ("turns_a", "turns_b", "expected"),
    [(0, 9, False), (3, 3, False), (4, 4, True), (1, 18, False), (1, 19, True)],
)
def test_too_few_turns_to_test_is_said(turns_a, turns_b, expected):
    assert can_test(turns_a, turns_b) is expected
    p = permutation_p(*turns(np.random.default_rng(1), turns_a, turns_b))
    assert bool(np.isnan(p[0])) is not expected


@pytest.mark.parametrize("interval", [resampled_difference, resampled_log_ratio])
def test_too_few_turns_for_an_interval_is_said(interval):
    assert not can_resample(4, 9)
    assert np.isnan(interval(*turns(np.random.default_rng(1), 4, 9))).all()
    assert not np.isnan(interval(*turns(np.random.default_rng(1), 5, 5))).any()


def test_difference_interval_covers_the_truth():
    """Nominal 95 %: the documented 0.91 to 0.94 for 8 turns a side."""
    rng, hits = np.random.default_rng(11), []
    for _ in range(20):
        low, high = resampled_difference(
            *turns(rng, 8, 8, share_a=0.35, share_b=0.2, things=40)
        )
        hits.append((low <= 0.15) & (high >= 0.15))
    assert 0.89 <= np.mean(hits) <= 0.97


@pytest.mark.parametrize("confidence", [0.5, 0.95, 1.0])
def test_an_interval_runs_between_the_quantiles_of_the_draws(confidence):
    counts, sizes, in_a = turns(
        np.random.default_rng(4), 6, 7, share_a=0.6, share_b=0.6, things=3
    )
    drawn_a, drawn_b = _draws(6, 7)
    rates_a = counts[in_a].T @ drawn_a / (sizes[in_a] @ drawn_a)
    rates_b = counts[~in_a].T @ drawn_b / (sizes[~in_a] @ drawn_b)
    assert (rates_a > 0).all()
    assert (rates_b > 0).all()
    ends = [(1 - confidence) / 2, (1 + confidence) / 2]
    for interval, drawn in (
        (resampled_difference, rates_a - rates_b),
        (resampled_log_ratio, np.log2(rates_a / rates_b)),
    ):
        expected = np.quantile(drawn, ends, axis=1)
        found = interval(counts, sizes, in_a, confidence=confidence)
        np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_intervals_are_the_same_each_time():
    given = turns(np.random.default_rng(3), 6, 7, things=3)
    for interval in (resampled_difference, resampled_log_ratio):
        assert np.array_equal(interval(*given), interval(*given))


def test_shapes_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="shapes do not fit"):
        permutation_p([[1], [2]], [3, 4, 5], [True, False, True])


@pytest.mark.parametrize("measure", [resampled_difference, resampled_log_ratio])
def test_memory_does_not_grow_with_the_things_counted(measure):
    counts, sizes, in_a = turns(np.random.default_rng(5), 6, 6, things=3_000)
    tracemalloc.start()
    low, high = measure(counts, sizes, in_a)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    some = slice(1_000, 1_003)
    alone = measure(counts[:, some], sizes, in_a)
    assert (low[some].tolist(), high[some].tolist()) == (
        alone[0].tolist(),
        alone[1].tolist(),
    )
    # Draws x things in one piece would be 48 MB for each of several arrays.
    assert peak < 100e6
