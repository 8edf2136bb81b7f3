"""Intervals, corrections and dispersion against other implementations."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from dialoog.errors import MissingExtra
from dialoog.measures import (
    benjamini_hochberg,
    deviation_of_proportions,
    holm,
    jeffreys,
    normalised_deviation,
    per_1000,
    wilson,
)

probabilities = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys(pair):
    count, n = pair
    expected = stats.binomtest(count, n).proportion_ci(method="wilson")
    low, high = wilson(count, n)
    assert (float(low), float(high)) == pytest.approx((expected.low, expected.high))
    assert low <= count / n <= high


def test_wilson_of_nothing_is_not_known():
    assert np.isnan(wilson(0, 0)).all()


counts_of = st.integers(1, 500).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.just(n))
)


@given(counts_of)
def test_jeffreys_is_statsmodels_but_closed_at_the_ends(pair):
    count, n = pair
    low, high = (float(end) for end in jeffreys(count, n))
    expected = proportion_confint(count, n, method="jeffreys")
    assert low == (0 if count == 0 else pytest.approx(expected[0]))
    assert high == (1 if count == n else pytest.approx(expected[1]))
    assert 0 <= low <= count / n <= high <= 1


@pytest.mark.parametrize(("count", "n"), [(1, 4), (7, 20), (80, 129)])
def test_jeffreys_leaves_the_posterior_equal_tails(count, n):
    low, high = jeffreys(count, n)

    def density(share):
        return share ** (count - 0.5) * (1 - share) ** (n - count - 0.5)

    below, between, above = (
        integrate.quad(density, *part)[0] for part in ((0, low), (low, high), (high, 1))
    )
    assert below == pytest.approx(above, rel=1e-4)
    assert between / (below + between + above) == pytest.approx(0.95)


def test_jeffreys_of_many_at_once_and_of_nothing():
    low, high = jeffreys([0, 3, 0], [5, 5, 0])
    assert low[0] == 0
    assert 0 < low[1] < 0.6 < high[1] < 1
    assert np.isnan([low[2], high[2]]).all()


def test_jeffreys_names_the_extra_without_scipy(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    with pytest.raises(MissingExtra, match=r"dialoog\[statistics\]"):
        jeffreys(1, 2)


@given(counts_of)
def test_wilson_is_statsmodels(pair):
    assert tuple(map(float, wilson(*pair))) == pytest.approx(
        proportion_confint(*pair, method="wilson"), abs=1e-9
    )


def test_rate_per_1000_tokens():
    assert per_1000([3, 0], [1500, 10]).tolist() == [2, 0]
    assert np.isnan(per_1000(0, 0))


@given(probabilities)
def test_benjamini_hochberg_is_statsmodels(p_values):
    expected = multipletests(p_values, method="fdr_bh")[1]
    assert benjamini_hochberg(p_values) == pytest.approx(expected)


def test_corrections_of_benjamini_and_hochbergs_own_example():
    """Benjamini & Hochberg (1995), section 4: fifteen p-values of a heart study.

    At 0.05 their procedure rejects the first four, Bonferroni's (and Holm's) three.
    """
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    assert (benjamini_hochberg(p) <= 0.05).tolist() == [True] * 4 + [False] * 11
    assert (holm(p) <= 0.05).tolist() == [True] * 3 + [False] * 12


@given(probabilities)
def test_benjamini_hochberg_is_scipys(p_values):
    expected = stats.false_discovery_control(p_values)
    assert benjamini_hochberg(p_values) == pytest.approx(expected)


@given(probabilities)
@settings(max_examples=25)  # theirs takes a tenth of a second
def test_holm_is_statsmodels(p_values):
    expected = multipletests(p_values, method="holm")[1]
    assert holm(p_values) == pytest.approx(expected)


@pytest.mark.parametrize("correct", [benjamini_hochberg, holm])
@given(p_values=probabilities, place=st.integers(0, 30))
def test_a_test_not_done_changes_nothing(correct, p_values, place):
    place = min(place, len(p_values))
    with_gap = correct([*p_values[:place], np.nan, *p_values[place:]])
    assert np.isnan(with_gap[place])
    assert np.delete(with_gap, place) == pytest.approx(correct(p_values))


def test_dispersion_of_gries_worked_example():
    """Gries (2008): "a" in five parts of 9, 10, 10, 10 and 11 of 50 words: DP 0.18.

    Occurring 1, 2, 3, 4 and 5 times; DPnorm by dividing by 1 - 9/50.
    """
    counts, parts = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
    assert deviation_of_proportions(counts, parts) == pytest.approx(0.18)
    assert normalised_deviation(counts, parts) == pytest.approx(0.18 / 0.82)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(10, 99)), min_size=2, max_size=9)
)
def test_dispersion_lies_between_even_and_one_turn(pairs):
    counts, parts = np.array(pairs).T
    if counts.sum() == 0:
        assert np.isnan(normalised_deviation(counts, parts))
        return
    assert 0 <= normalised_deviation(counts, parts) <= 1 + 1e-9
    assert deviation_of_proportions(parts, parts) == pytest.approx(0)
    lonely = np.where(np.arange(len(parts)) == parts.argmin(), 3, 0)
    assert normalised_deviation(lonely, parts) == pytest.approx(1)


def test_dispersion_of_many_things_at_once():
    counts = np.array([[1, 0], [2, 0], [3, 0], [4, 0], [5, 7]])
    both = deviation_of_proportions(counts, [9, 10, 10, 10, 11])
    assert both == pytest.approx([0.18, 1 - 11 / 50])
