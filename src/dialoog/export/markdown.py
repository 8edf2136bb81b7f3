"""The tables as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.export.model import TableFormat
from dialoog.tables.notes import caption

if TYPE_CHECKING:
    from pathlib import Path

    from dialoog.export.tables import TableSet


def markdown(tables: TableSet) -> str:
    """Doubts, and every table under its name with unit, n and note below it."""
    parts = [f"# {_text(tables.title)}"]
    doubts = [f"- {_text(note.message)} ({note.code})" for note in tables.notes]
    if doubts:
        parts.append("\n".join(["Warnings:", "", *doubts]))
    parts += [_section(frame, name) for name, frame in tables.tables.items()]
    return "\n\n".join(parts) + "\n"


def write_markdown(frame: pd.DataFrame, name: str, path: Path) -> None:
    """One table in a file of its own."""
    path.write_text(_section(frame, name) + "\n", encoding="utf-8")


def markdown_table(frame: pd.DataFrame) -> str:
    """A table in the GitHub flavour; text cannot break out of its cell."""
    rows = [
        [str(column) for column in frame.columns],
        ["---"] * len(frame.columns),
        *([_cell(value) for value in row] for row in frame.itertuples(index=False)),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _section(frame: pd.DataFrame, name: str) -> str:
    return f"## {name}\n\n{markdown_table(frame)}\n\n{_text(caption(frame))}"


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}" if math.isfinite(value) else str(value)
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return _text(str(value))


def _text(text: str) -> str:
    single = " ".join(text.split())
    for special in "\\`*_[]|<>":
        single = single.replace(special, "\\" + special)
    return single


FORMAT = TableFormat(suffix=".md", text=markdown, table=write_markdown)
