"""What a person sees at a terminal: messages on stderr, tables on stdout."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialoog.errors import Note

WIDTH = 100
"""Columns when the output is no terminal; also the least we lay out for."""


def say(message: str) -> None:
    """Print one message to stderr."""
    print(message, file=sys.stderr)


def warn(name: str, notes: Iterable[Note]) -> None:
    """Print the doubts about one input to stderr, a line each."""
    for note in notes:
        say(f"warning: {name}: {note.message} [{note.code}]")


def console() -> Console:
    """A console on stdout, as wide as the terminal (100 columns without one)."""
    width = WIDTH
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        width = shutil.get_terminal_size((WIDTH, 24)).columns
    return Console(width=width, highlight=False, emoji=False, markup=False)


def print_table(
    out: Console, title: str, frame: pd.DataFrame, headers: Mapping[str, str]
) -> None:
    """Print the columns named in `headers` under a title; say so if there are none."""
    out.print()
    out.print(Text(title, style="bold"))
    if frame.empty:
        out.print("  (none)")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for column, header in headers.items():
        numeric = pd.api.types.is_numeric_dtype(frame[column])
        table.add_column(header, justify="right" if numeric else "left")
    for row in frame[list(headers)].itertuples(index=False):
        table.add_row(*(Text(_cell(value)) for value in row))
    out.print(table)


def _cell(value: object) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return "–"
    if isinstance(value, float):
        return f"{value:.2f}"
    return _printable(str(value))


def _printable(text: str) -> str:
    # Text comes from strangers: no escape sequence may reach the terminal.
    return "".join(c if c.isprintable() else " " for c in text)
