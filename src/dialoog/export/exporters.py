"""The formats that an analysis can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export import excel, html, jsonlines, latex, markdown, parquet, separated
from dialoog.export.model import Exporter

if TYPE_CHECKING:
    from collections.abc import Mapping

EXPORTERS: Mapping[str, Exporter] = {
    "json": jsonlines.EXPORTER,
    "csv": separated.EXPORTER,
    "csv-nl": separated.DUTCH_EXPORTER,
    "md": markdown.EXPORTER,
    "latex": latex.EXPORTER,
    "html": html.EXPORTER,
    "html-en": html.ENGLISH_EXPORTER,
    "xlsx": excel.EXPORTER,
    "parquet": parquet.EXPORTER,
}

__all__ = ["EXPORTERS", "Exporter"]
