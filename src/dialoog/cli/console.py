"""What a person sees at a terminal: tables on stdout."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

WIDTH = 100
"""Columns when the output is no terminal; also the least we lay out for."""


def console() -> Console:
    """A console on stdout, as wide as the terminal (100 columns without one)."""
    width = WIDTH
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        width = shutil.get_terminal_size((WIDTH, 24)).columns
    return Console(width=width, highlight=False, emoji=False, markup=False)


def print_frame(
    out: Console, title: str, frame: pd.DataFrame, note: str | None = None
) -> None:
    """Print a DataFrame as `print_table` does."""
    plain = frame.astype(object).where(frame.notna(), None)
    print_table(out, title, {str(n): plain[n].tolist() for n in plain.columns}, note)


def print_table(
    out: Console,
    title: str,
    columns: Mapping[str, Sequence[object]],
    note: str | None = None,
) -> None:
    """Print a table under its title, a note below it; say so if it has no rows.

    Args:
        out: Where to print it.
        title: Above the table.
        columns: Name → its cells, with None for what is missing.
        note: Below the table.
    """
    out.print()
    out.print(Text(title, style="bold"))
    rows = list(zip(*columns.values(), strict=True))
    if not rows:
        out.print("  (none)")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for name, cells in columns.items():
        numeric = all(map(_is_number, cells))
        table.add_column(name, justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    out.print(table)
    if note:
        out.print(Text(note, style="dim"))


def _is_number(value: object) -> bool:
    text = str(value).strip("–+-% ")
    return not text or text[0].isdigit()


def _cell(value: object) -> str:
    return "–" if value is None else printable(str(value))


def printable(text: str) -> str:
    """Text without control characters: it comes from strangers."""
    return "".join(c if c.isprintable() else " " for c in text)
