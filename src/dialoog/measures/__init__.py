"""Measures of difference, size, spread and doubt: pure functions on counts."""

from dialoog.measures.dispersion import deviation_of_proportions, normalised_deviation
from dialoog.measures.intervals import jeffreys, wilson
from dialoog.measures.keyness import (
    g2,
    log_odds_z,
    log_ratio,
    log_ratio_interval,
    per_1000,
    percent_diff,
)
from dialoog.measures.multiplicity import benjamini_hochberg, holm
from dialoog.measures.resampling import (
    can_resample,
    can_test,
    permutation_p,
    resampled_difference,
    resampled_log_ratio,
)

__all__ = [
    "benjamini_hochberg",
    "can_resample",
    "can_test",
    "deviation_of_proportions",
    "g2",
    "holm",
    "jeffreys",
    "log_odds_z",
    "log_ratio",
    "log_ratio_interval",
    "normalised_deviation",
    "per_1000",
    "percent_diff",
    "permutation_p",
    "resampled_difference",
    "resampled_log_ratio",
    "wilson",
]
