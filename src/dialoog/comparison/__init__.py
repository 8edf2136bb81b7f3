"""Editions compared: over perspectives, claims and time.

Each edition is first reduced to a summary of a few kilobytes, whatever its length, so
that thousands can be compared in one process.
"""

from dialoog.comparison.collection import (
    INVENTED,
    Choice,
    Collection,
    choose,
    collect,
    invented,
)
from dialoog.comparison.compare import Comparison, compare
from dialoog.comparison.registry import SCHEMAS
from dialoog.comparison.summary import EditionSummary, summarise
from dialoog.comparison.views import comparison_view

__all__ = [
    "INVENTED",
    "SCHEMAS",
    "Choice",
    "Collection",
    "Comparison",
    "EditionSummary",
    "choose",
    "collect",
    "compare",
    "comparison_view",
    "invented",
    "summarise",
]
