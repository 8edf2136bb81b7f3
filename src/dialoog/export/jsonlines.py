"""JSON of schema `dialoog/1`: an analysis a line, or a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export.editions import json_pieces, to_json
from dialoog.export.model import Exporter
from dialoog.export.records import analysis_record, comparison_record, table_records
from dialoog.export.tables import facts, tables_of_analysis, tables_of_comparison

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from dialoog.analysis import Analysis
    from dialoog.comparison import Comparison


def json_line(analysis: Analysis) -> str:
    """The analysis on one line."""
    return to_json(analysis_record(analysis)) + "\n"


def json_line_pieces(analysis: Analysis) -> Iterator[str]:
    """The text of `json_line`, in pieces."""
    yield from json_pieces(analysis_record(analysis))
    yield "\n"


def comparison_line(comparison: Comparison) -> str:
    """The comparison on one line."""
    return to_json(comparison_record(comparison)) + "\n"


def write_table(frame: pd.DataFrame, name: str, path: Path) -> None:
    """One table as an object: its name, unit, n, note and rows."""
    record = {"table": name, **facts(frame), "records": table_records(frame)}
    path.write_text(to_json(record) + "\n", encoding="utf-8")


EXPORTER = Exporter(
    suffix=".json",
    tables=tables_of_analysis,
    text=json_line,
    pieces=json_line_pieces,
    table=write_table,
)
COMPARISON_EXPORTER = Exporter(
    suffix=".json",
    tables=tables_of_comparison,
    text=comparison_line,
    table=write_table,
)
