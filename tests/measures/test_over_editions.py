"""Profiles, trends and hedges against other implementations and by construction."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.spatial.distance import jensenshannon

from dialoog.coding import CodedSentence
from dialoog.measures.hedging import hedge_count
from dialoog.measures.paired import paired_difference
from dialoog.measures.profiles import jensen_shannon, profile_distance
from dialoog.measures.trends import trend
from tests.strategies import word

profiles = st.integers(2, 6).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 20), min_size=n, max_size=n)] * 2)
)


@given(profiles)
def test_jensen_shannon_is_scipys(pair):
    a, b = pair
    assume(sum(a) and sum(b))
    expected = jensenshannon(a, b, base=2)
    assert float(jensen_shannon(a, b)) == pytest.approx(expected, abs=1e-6)
    assert 0 <= jensen_shannon(a, b) <= 1 + 1e-9


def test_distance_to_an_empty_profile_is_not_known():
    assert np.isnan(jensen_shannon([0, 0], [1, 2]))
    assert np.isnan(profile_distance([[0, 0], [1, 2]], [True, False])).all()


def test_sides_with_their_own_themes_are_far_apart_and_rarely_so_by_chance():
    counts = [[5, 0]] * 5 + [[0, 5]] * 5
    found = profile_distance(counts, [True] * 5 + [False] * 5)
    assert found.distance == pytest.approx(1)
    assert found.expected < 0.5
    assert found.p == pytest.approx(2 / 252)


def test_too_few_turns_give_a_distance_and_no_p():
    found = profile_distance([[5, 0], [0, 5]], [True, False])
    assert found.distance == pytest.approx(1)
    assert np.isnan([found.expected, found.p]).all()


@given(st.lists(st.floats(0, 1), min_size=5, max_size=6))
def test_slope_is_scipys(values):
    years = 2020 + np.arange(len(values)) / 2
    expected = stats.linregress(years, values).slope
    assert trend(years, values).slope == pytest.approx(expected, abs=1e-9)


def test_a_steady_trend_is_seen_and_noise_is_not():
    years = np.array([2020, 2021, 2022, 2023, 2024, 2025])
    steady = trend(years, 0.5 - 0.05 * (years - 2020))
    assert steady.slope == pytest.approx(-0.05)
    assert steady.p == pytest.approx(2 / 720)
    assert steady.low == pytest.approx(steady.high)
    noise = trend(years, [0.2, 0.4, 0.1, 0.5, 0.2, 0.3])
    assert noise.low < 0 < noise.high
    assert noise.p > 0.5


@pytest.mark.parametrize(
    ("years", "values"),
    [
        ([2020, 2021, 2022, 2023], [1, 2, 3, 4]),
        ([2020, 2021, 2022, 2023, 2024], [1, 2, 3, 4, np.nan]),
        ([2020] * 5, [1, 2, 3, 4, 5]),
        ([], []),
    ],
)
def test_too_few_editions_give_no_trend(years, values):
    assert np.isnan(trend(years, values)).all()


def test_hedges_are_told_by_lemma_and_part_of_speech():
    words = (
        word("misschien", pos="ADV"),
        word("lijken", pos="VERB"),
        word("Soms", pos="ADV"),
        word("lijken", pos="NOUN"),
        word("kunnen", pos="AUX"),
    )
    sentence = CodedSentence(turn=0, sentence=0, start=0, end=1, text="…", words=words)
    assert hedge_count(sentence) == 3


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=6, max_size=9))
@settings(max_examples=30)
def test_swapping_sides_is_scipys(pairs):
    a, b = np.array(pairs).T
    found = paired_difference(a, b)
    assert found.difference == pytest.approx((a - b).mean())
    # Differences of the last bit must not part ways that tie.
    gaps = np.round(a - b, 9)
    expected = stats.permutation_test(
        (gaps,),
        lambda x, axis: np.round(np.abs(x.mean(axis=axis)), 9),
        permutation_type="samples",
        alternative="greater",
        vectorized=True,
        n_resamples=np.inf,
    ).pvalue
    assert paired_difference(gaps, np.zeros(len(gaps))).p == pytest.approx(expected)
    assert found.low <= found.high


def test_random_swaps_come_near_the_exact_p(monkeypatch):
    rng = np.random.default_rng(4)
    a, b = rng.random(10) + 0.2, rng.random(10)
    exact = paired_difference(a, b).p
    monkeypatch.setattr("dialoog.measures.paired.ENUMERATE_UP_TO", 0)
    assert paired_difference(a, b).p == pytest.approx(exact, abs=0.03)


def test_too_few_pairs_have_a_difference_and_no_p():
    found = paired_difference([0.4, 0.2, np.nan] * 2, [0.1] * 6)
    assert found.difference == pytest.approx(0.2)
    assert np.isnan([found.low, found.high, found.p]).all()
    assert np.isnan(paired_difference([], [])).all()
