"""The tables as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.export.model import Exporter

if TYPE_CHECKING:
    from dialoog.analysis import Analysis


def markdown(analysis: Analysis) -> str:
    """Every table under a heading with its name."""
    parts = [f"# {_text(analysis.edition.title or analysis.edition.source.name)}"]
    for name, frame in analysis.tables().items():
        parts += [f"## {name}", markdown_table(frame)]
    return "\n\n".join(parts) + "\n"


def markdown_table(frame: pd.DataFrame) -> str:
    """A table in the GitHub flavour; text cannot break out of its cell."""
    rows = [
        [str(column) for column in frame.columns],
        ["---"] * len(frame.columns),
        *([_cell(value) for value in row] for row in frame.itertuples(index=False)),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}" if math.isfinite(value) else str(value)
    return _text(str(value))


def _text(text: str) -> str:
    single = " ".join(text.split())
    for special in "\\`*_[]|<>":
        single = single.replace(special, "\\" + special)
    return single


EXPORTER = Exporter(suffix=".md", text=markdown)
