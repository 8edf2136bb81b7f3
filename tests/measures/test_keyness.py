"""Keyness against scipy, hand-made arithmetic and published figures."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from dialoog.measures import g2, log_odds_z, log_ratio, log_ratio_interval, percent_diff

sizes = st.integers(1, 5_000)


@st.composite
def cells(draw):
    n_a, n_b = draw(sizes), draw(sizes)
    return draw(st.integers(0, n_a)), n_a, draw(st.integers(0, n_b)), n_b


@given(cells())
def test_g2_is_the_likelihood_ratio_of_the_four_cells(four):
    a, n_a, b, n_b = four
    assume(0 < a + b < n_a + n_b)
    expected = stats.chi2_contingency(
        [[a, n_a - a], [b, n_b - b]], correction=False, lambda_="log-likelihood"
    ).statistic
    assert abs(g2(*four)) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(cells())
def test_measures_turn_around_with_the_sides(four):
    a, n_a, b, n_b = four
    assume(a + b > 0)
    for measure in (g2, log_ratio):
        there, back = measure(a, n_a, b, n_b), measure(b, n_b, a, n_a)
        assert there == pytest.approx(-back, abs=1e-9)
    assert np.isfinite(log_ratio(*four))


def test_g2_agrees_with_dunnings_own_example():
    """Dunning (1993), table in section 6: "the swiss", 110 of 2,552 against 111 of …

    His four cells k(AB), k(~AB), k(A~B), k(~A~B) = 110, 2442, 111, 29114 have
    -2 log λ = 270.72.
    """
    assert float(g2(110, 110 + 2442, 111, 111 + 29114)) == pytest.approx(
        270.72, abs=0.01
    )


@pytest.mark.parametrize(
    ("four", "expected"),
    [
        ((20, 1000, 10, 1000), 1.0),
        ((10, 1000, 20, 1000), -1.0),
        ((40, 1000, 10, 2000), 3.0),
        ((5, 100, 5, 100), 0.0),
        # 0.5 of 101 against 10.5 of 101: 21 times less.
        ((0, 100, 10, 100), -math.log2(21)),
    ],
)
def test_log_ratio_is_in_doublings(four, expected):
    assert float(log_ratio(*four)) == pytest.approx(expected)


@given(cells())
def test_log_ratio_interval_is_that_of_the_relative_risk(four):
    a, n_a, b, n_b = four
    assume(a > 0 and b > 0)
    result = stats.contingency.relative_risk(a, n_a, b, n_b)
    expected = np.log2(list(result.confidence_interval(0.95)))
    assert log_ratio_interval(*four) == pytest.approx(tuple(expected), abs=1e-6)


def test_percent_diff_is_gabrielatos_and_marchis():
    assert float(percent_diff(30, 1000, 10, 1000)) == pytest.approx(200)
    assert float(percent_diff(0, 1000, 10, 1000)) == pytest.approx(-100)
    assert math.isinf(float(percent_diff(3, 1000, 0, 1000)))
    assert math.isnan(float(percent_diff(0, 1000, 0, 1000)))


@pytest.mark.parametrize("measure", [g2, log_ratio, percent_diff])
def test_nothing_can_be_said_beside_an_empty_side(measure):
    assert np.isnan(measure(3, 100, 0, 0))


def test_log_odds_follow_the_definition_word_by_word():
    a, b, prior = [10, 0, 30], [2, 8, 30], [12.0, 8.0, 60.0]
    delta, z = log_odds_z(a, b, prior)
    for i in range(3):
        y_a, y_b = a[i] + prior[i], b[i] + prior[i]
        total_a, total_b = sum(a) + sum(prior), sum(b) + sum(prior)
        expected = math.log(y_a / (total_a - y_a)) - math.log(y_b / (total_b - y_b))
        assert delta[i] == pytest.approx(expected)
        assert z[i] == pytest.approx(expected / math.sqrt(1 / y_a + 1 / y_b))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2))
def test_a_stronger_prior_pulls_the_log_odds_to_zero(pairs):
    a, b = np.array(pairs).T
    pooled = a + b + 1.0
    weak, strong = log_odds_z(a, b, pooled)[0], log_odds_z(a, b, 1e6 * pooled)[0]
    assert (np.abs(strong) <= np.abs(weak) + 1e-3).all()
    assert np.abs(strong).max() < 0.01
