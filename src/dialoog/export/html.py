"""One HTML page per analysis, for readers who do not know the code."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra
from dialoog.export.model import Exporter

if TYPE_CHECKING:
    from dialoog.analysis import Analysis

NEEDED = ("matplotlib", "babel", "fluent")


def html(analysis: Analysis, *, lang: str = "nl") -> str:
    """The page of `dialoog.report`, which is loaded only when it is asked for.

    Raises:
        MissingExtra: What it is drawn and worded with is not installed.
    """
    check_installed()
    from dialoog.report import report_html

    return report_html(analysis, lang=lang)


def check_installed() -> None:
    """Raise MissingExtra unless there is all that a page needs."""
    if any(find_spec(name) is None for name in NEEDED):
        raise MissingExtra("Writing an HTML page", "report")


EXPORTER = Exporter(suffix=".html", text=html, is_document=True)
ENGLISH_EXPORTER = Exporter(
    suffix=".html", text=partial(html, lang="en"), is_document=True
)
