"""The parameters that the numbers depend on, for a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.paired import MIN_PAIRS
from dialoog.measures.resampling import (
    ALPHA,
    DRAWS,
    ENUMERATE_UP_TO,
    MIN_TURNS_TO_RESAMPLE,
    SEED,
)
from dialoog.measures.trends import MIN_EDITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PARAMETERS: Mapping[str, float | str] = {
    "seed": SEED,
    "draws": DRAWS,
    "enumerate_up_to": ENUMERATE_UP_TO,
    "alpha": ALPHA,
    "confidence": 0.95,
    "min_turns_to_resample": MIN_TURNS_TO_RESAMPLE,
    "min_editions_for_a_trend": MIN_EDITIONS,
    "min_editions_for_a_difference": MIN_PAIRS,
}
"""Of resampling, intervals and tests, the same for all tables."""


def method_facts(
    interval: Callable[..., Any], correct: Callable[..., Any]
) -> dict[str, str]:
    """Names of the interval of the shares and the correction of the p-values.

    Examples:
        >>> from dialoog.measures import benjamini_hochberg, wilson
        >>> method_facts(wilson, benjamini_hochberg)
        {'share_interval': 'wilson', 'correction': 'benjamini-hochberg'}
    """
    chosen = {"share_interval": interval, "correction": correct}
    return {
        key: getattr(method, "__name__", repr(method)).replace("_", "-")
        for key, method in chosen.items()
    }
