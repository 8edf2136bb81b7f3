"""The parameters that the numbers depend on, for a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from collections.abc import Mapping

PARAMETERS: Mapping[str, float | str] = {
    "seed": SEED,
    "draws": DRAWS,
    "enumerate_up_to": ENUMERATE_UP_TO,
    "alpha": ALPHA,
    "confidence": 0.95,
    "min_turns_to_resample": MIN_TURNS_TO_RESAMPLE,
    "min_editions_for_a_trend": MIN_EDITIONS,
    "min_editions_for_a_difference": MIN_PAIRS,
    "share_interval": "wilson",
    "correction": "benjamini-hochberg",
}
"""Of resampling, intervals and tests, as the tables use them."""
