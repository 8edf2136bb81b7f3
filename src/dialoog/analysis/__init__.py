"""From an edition to its tables: the stages in their order."""

from dialoog.analysis.analyse import analyse
from dialoog.analysis.check import check_codebook
from dialoog.analysis.compare import compare
from dialoog.analysis.model import Analysis
from dialoog.defaults import DEFAULT_CODEBOOK

__all__ = ["DEFAULT_CODEBOOK", "Analysis", "analyse", "check_codebook", "compare"]
