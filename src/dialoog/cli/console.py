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
    from collections.abc import Iterable

    from dialoog.errors import Note

WIDTH = 100
"""Columns when the output is no terminal; also the least we lay out for."""


def say(message: str) -> None:
    """Print one message to stderr."""
    print(message, file=sys.stderr)


def warn(name: str, notes: Iterable[Note]) -> None:
    """Print the doubts about one input to stderr, a line each."""
    for note in notes:
        where = "" if name in note.message else f"{name}: "
        say(f"warning: {where}{note.message} [{note.code}]")


def console() -> Console:
    """A console on stdout, as wide as the terminal (100 columns without one)."""
    width = WIDTH
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        width = shutil.get_terminal_size((WIDTH, 24)).columns
    return Console(width=width, highlight=False, emoji=False, markup=False)


def print_table(
    out: Console, title: str, frame: pd.DataFrame, note: str | None = None
) -> None:
    """Print a table under its title, a note below it; say so if it has no rows."""
    out.print()
    out.print(Text(title, style="bold"))
    if frame.empty:
        out.print("  (none)")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for column in frame.columns:
        numeric = all(_is_number(value) for value in frame[column])
        table.add_column(str(column), justify="right" if numeric else "left")
    for row in frame.itertuples(index=False):
        table.add_row(*(Text(_cell(value)) for value in row))
    out.print(table)
    if note:
        out.print(Text(note, style="dim"))


def _is_number(value: object) -> bool:
    text = str(value).strip("–+-% ")
    return not text or text[0].isdigit()


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return "–"
    return printable(str(value))


def printable(text: str) -> str:
    """Text without control characters: it comes from strangers."""
    return "".join(c if c.isprintable() else " " for c in text)
