"""Intervals, corrections and dispersion against other implementations."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests

from dialoog.measures import (
    benjamini_hochberg,
    deviation_of_proportions,
    holm,
    normalised_deviation,
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


@given(probabilities)
def test_benjamini_hochberg_is_scipys(p_values):
    expected = stats.false_discovery_control(p_values)
    assert benjamini_hochberg(p_values) == pytest.approx(expected)


@given(probabilities)
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
