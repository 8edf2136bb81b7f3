"""The formats that an analysis or a comparison can be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export import excel, html, jsonlines, latex, markdown, parquet, separated
from dialoog.export.model import Exporter, TableFormat
from dialoog.export.tables import tables_of_analysis, tables_of_comparison

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.analysis import Analysis
    from dialoog.comparison import Comparison

TABLE_FORMATS: Mapping[str, TableFormat] = {
    "csv": separated.FORMAT,
    "csv-bom": separated.FORMAT_WITH_MARK,
    "csv-nl": separated.DUTCH_FORMAT,
    "md": markdown.FORMAT,
    "latex": latex.FORMAT,
    "xlsx": excel.FORMAT,
    "parquet": parquet.FORMAT,
}

EXPORTERS: Mapping[str, Exporter[Analysis]] = {
    "json": jsonlines.EXPORTER,
    "html": html.EXPORTER,
    "html-en": html.ENGLISH_EXPORTER,
    **{name: form.of(tables_of_analysis) for name, form in TABLE_FORMATS.items()},
}

COMPARISON_EXPORTERS: Mapping[str, Exporter[Comparison]] = {
    "json": jsonlines.COMPARISON_EXPORTER,
    "html": html.COMPARISON_EXPORTER,
    "html-en": html.ENGLISH_COMPARISON_EXPORTER,
    **{name: form.of(tables_of_comparison) for name, form in TABLE_FORMATS.items()},
}

__all__ = ["COMPARISON_EXPORTERS", "EXPORTERS", "TABLE_FORMATS", "Exporter"]
