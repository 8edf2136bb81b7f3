"""The page: one HTML file that a team can read, offline, without knowing the code."""

from dialoog.report.comparison import comparison_html
from dialoog.report.page import report_html
from dialoog.report.segments import segments_html
from dialoog.report.wording import LANGUAGES

__all__ = ["LANGUAGES", "comparison_html", "report_html", "segments_html"]
