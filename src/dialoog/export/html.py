"""One HTML page per analysis, for readers who do not know the code."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra
from dialoog.export.model import Exporter
from dialoog.export.tables import tables_of_analysis, tables_of_comparison

if TYPE_CHECKING:
    from dialoog.analysis import Analysis
    from dialoog.comparison import Comparison

NEEDED = ("matplotlib", "babel", "fluent")


def html(analysis: Analysis, *, lang: str = "nl") -> str:
    """The page of `dialoog.report`, which is loaded only when it is asked for.

    Raises:
        MissingExtra: What it is drawn and worded with is not installed.
    """
    check_installed()
    from dialoog.report import report_html

    return report_html(analysis, lang=lang)


def comparison_html(comparison: Comparison, *, lang: str = "nl") -> str:
    """The page of a comparison.

    Raises:
        MissingExtra: What it is drawn and worded with is not installed.
    """
    check_installed()
    from dialoog.report import comparison_html as page

    return page(comparison, lang=lang)


def check_installed() -> None:
    """Raise MissingExtra unless there is all that a page needs."""
    if any(find_spec(name) is None for name in NEEDED):
        raise MissingExtra("Writing an HTML page", "report")


EXPORTER = Exporter(
    suffix=".html", tables=tables_of_analysis, text=html, is_document=True
)
ENGLISH_EXPORTER = replace(EXPORTER, text=partial(html, lang="en"))
COMPARISON_EXPORTER = Exporter(
    suffix=".html", tables=tables_of_comparison, text=comparison_html, is_document=True
)
ENGLISH_COMPARISON_EXPORTER = replace(
    COMPARISON_EXPORTER, text=partial(comparison_html, lang="en")
)
