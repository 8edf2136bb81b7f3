"""Keyness: how much more one part of the talk uses something than another.

Every measure compares two parts A and B with the four cells::

              it        not it      all
    A     count_a   n_a - count_a   n_a
    B     count_b   n_b - count_b   n_b

"It" is a word among words, or a theme among sentences. G² tells how sure we would be
of a difference if the words were independent draws, which words of one turn are not:
it ranks, it does not test. The test is `permutation_p`. The log ratio and %DIFF tell
how large the difference is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dialoog.measures.intervals import z_value

Floats = NDArray[np.float64]


def per_1000(count: ArrayLike, tokens: ArrayLike) -> Floats:
    """Rate per 1,000 tokens, 1000 × count / tokens; NaN where there are no tokens.

    A small base, because a turn has hundreds of tokens and not a million: a rate per
    million would promise digits that are not there.

    References:
        Biber, D., Conrad, S. & Reppen, R. (1998). Corpus linguistics, methodology
        box 6: normalising frequency counts. Cambridge University Press.

    Examples:
        Four times in 500 tokens, and four times in 2,000:

        >>> per_1000([4, 4], [500, 2000]).tolist()
        [8.0, 2.0]
    """
    occurrences, all_tokens = np.asarray(count, float), np.asarray(tokens, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = 1000 * occurrences / all_tokens
    return np.where(all_tokens > 0, rate, np.nan)


def g2(
    count_a: ArrayLike, n_a: ArrayLike, count_b: ArrayLike, n_b: ArrayLike
) -> Floats:
    """Log-likelihood ratio G² over all four cells, signed: positive if A has more.

    |G²| = 2 Σ O ln(O / E), summed over the four cells with E = row total × column
    total / N; a cell with O = 0 adds nothing. (The two-cell form of Rayson and
    Garside leaves out the words that are not it, and is too small for frequent ones.)

    Returns:
        Signed G²; 0 where the rates are equal, NaN where A or B is empty.

    References:
        Dunning, T. (1993). Accurate methods for the statistics of surprise and
        coincidence. Computational Linguistics 19(1), 61-74.

    Examples:
        Ten of 1,000 words in A against 5 of 1,000 in B: 7.5 are expected on either side.

        >>> round(float(g2(10, 1000, 5, 1000)), 2)
        1.71
        >>> round(float(g2(5, 1000, 10, 1000)), 2)
        -1.71
    """
    a, size_a, b, size_b = _floats(count_a, n_a, count_b, n_b)
    cells = a, size_a - a, b, size_b - b
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (a + b) / (size_a + size_b)
        expected = (
            size_a * pooled,
            size_a * (1 - pooled),
            size_b * pooled,
            size_b * (1 - pooled),
        )
        terms = (
            np.where(found > 0, found * np.log(found / by_chance), 0.0)
            for found, by_chance in zip(cells, expected, strict=True)
        )
        value = np.maximum(2 * sum(terms), 0.0)
        signed = value * np.sign(a / size_a - b / size_b)
    return np.where((size_a > 0) & (size_b > 0), signed, np.nan)


def log_ratio(
    count_a: ArrayLike, n_a: ArrayLike, count_b: ArrayLike, n_b: ArrayLike
) -> Floats:
    """Binary logarithm of the ratio of rates: 1 is twice as much in A, -1 half.

    log2((a / n_a) / (b / n_b)). Where a or b is 0, both get 0.5 added (and the
    totals 1), so that the ratio is large and not infinite.

    References:
        Hardie, A. (2014). Log ratio: an informal introduction. CASS, Lancaster.

    Examples:
        >>> float(log_ratio(10, 1000, 5, 1000))
        1.0

        None in B: 10.5 of 1,001 against 0.5 of 1,001, which is 21 to 1.

        >>> round(float(log_ratio(10, 1000, 0, 1000)), 2)
        4.39
    """
    a, size_a, b, size_b = _smoothed(count_a, n_a, count_b, n_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log2(a / size_a) - np.log2(b / size_b)
    return np.where(_known(count_a, n_a, count_b, n_b), value, np.nan)


def log_ratio_interval(
    count_a: ArrayLike,
    n_a: ArrayLike,
    count_b: ArrayLike,
    n_b: ArrayLike,
    *,
    confidence: float = 0.95,
) -> tuple[Floats, Floats]:
    """Interval of the log ratio, by the delta method for a relative risk.

    log_ratio ± z √(1/a - 1/n_a + 1/b - 1/n_b) / ln 2, with the same 0.5 where a
    count is 0. Words are taken for independent draws, so it is too narrow for words
    that come in bursts; compare the dispersion.

    References:
        Katz, D., Baptista, J., Azen, S. P. & Pike, M. C. (1978). Obtaining
        confidence intervals for the risk ratio in cohort studies. Biometrics 34(3).

    Examples:
        Twice as much; but with 15 words in all, anything from a third less to nearly
        six times as much is possible:

        >>> low, high = log_ratio_interval(10, 1000, 5, 1000)
        >>> round(float(low), 2), round(float(high), 2)
        (-0.54, 2.54)
    """
    a, size_a, b, size_b = _smoothed(count_a, n_a, count_b, n_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = 1 / a - 1 / size_a + 1 / b - 1 / size_b
        half = z_value(confidence) * np.sqrt(np.maximum(variance, 0)) / np.log(2)
    middle = log_ratio(count_a, n_a, count_b, n_b)
    return middle - half, middle + half


def percent_diff(
    count_a: ArrayLike, n_a: ArrayLike, count_b: ArrayLike, n_b: ArrayLike
) -> Floats:
    """%DIFF: the rate in A minus that in B, as a percentage of that in B.

    100 (a / n_a - b / n_b) / (b / n_b). Infinite where only A has it, NaN where
    neither has it.

    References:
        Gabrielatos, C. & Marchi, A. (2012). Keyness: appropriate metrics and
        practical issues. CADS International Conference, Bologna.

    Examples:
        1 % of A against 0.5 % of B is 100 % more:

        >>> float(percent_diff(10, 1000, 5, 1000))
        100.0
    """
    a, size_a, b, size_b = _floats(count_a, n_a, count_b, n_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate_a, rate_b = a / size_a, b / size_b
        return np.asarray(100 * (rate_a - rate_b) / rate_b)


def log_odds_z(
    count_a: ArrayLike,
    count_b: ArrayLike,
    prior: ArrayLike,
) -> tuple[Floats, Floats]:
    """Log-odds ratio with informative Dirichlet prior, and its z-score.

    Over a whole vocabulary w, with y the counts, n their sums, α the prior counts
    and α₀ their sum (equations 16, 22 and 23)::

        δ_w = ln (y_a + α) / (n_a + α₀ - y_a - α) - ln (y_b + α) / (n_b + α₀ - y_b - α)
        z_w = δ_w / √(1 / (y_a + α) + 1 / (y_b + α))

    The prior pulls rare words to zero, so that they do not head the list by chance.

    Args:
        count_a: Counts in A, one per word of the vocabulary.
        count_b: Counts in B, same words.
        prior: Prior counts, same words, all above 0: how common the words are
            before A and B are told apart.

    Returns:
        δ (natural logarithm, positive if A has more) and z, one per word.

    References:
        Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' words.
        Political Analysis 16(4), 372-403.

    Examples:
        Two words, one typical of A. The prior is what both sides have together.

        >>> delta, z = log_odds_z([10, 90], [2, 98], prior=[12, 188])
        >>> delta.round(2).tolist()
        [0.48, -0.48]
        >>> z.round(2).tolist()
        [1.41, -5.7]
    """
    a, b, alpha = (np.asarray(part, float) for part in (count_a, count_b, prior))
    posterior_a, posterior_b = a + alpha, b + alpha
    rest_a = posterior_a.sum() - posterior_a
    rest_b = posterior_b.sum() - posterior_b
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log(posterior_a / rest_a) - np.log(posterior_b / rest_b)
        z = delta / np.sqrt(1 / posterior_a + 1 / posterior_b)
    return delta, z


def _floats(*parts: ArrayLike) -> tuple[Floats, ...]:
    return tuple(np.asarray(part, float) for part in parts)


def _smoothed(
    count_a: ArrayLike, n_a: ArrayLike, count_b: ArrayLike, n_b: ArrayLike
) -> tuple[Floats, ...]:
    a, size_a, b, size_b = _floats(count_a, n_a, count_b, n_b)
    some_zero = (a == 0) | (b == 0)
    half, one = np.where(some_zero, 0.5, 0.0), np.where(some_zero, 1.0, 0.0)
    return a + half, size_a + one, b + half, size_b + one


def _known(
    count_a: ArrayLike, n_a: ArrayLike, count_b: ArrayLike, n_b: ArrayLike
) -> NDArray[np.bool_]:
    """Where a ratio says anything: both parts have words, one of them has it."""
    a, size_a, b, size_b = _floats(count_a, n_a, count_b, n_b)
    return np.asarray((size_a > 0) & (size_b > 0) & (a + b > 0))
