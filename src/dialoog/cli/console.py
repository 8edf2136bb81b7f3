"""What a person sees at a terminal: tables on stdout."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

GAP = 2
"""Columns between two columns of a table."""

LEAST = 18
"""Characters that a column of long text gets at least."""

WIDTH = 100
"""Columns when the output is no terminal."""


def console() -> Console:
    """A console on stdout, as wide as the terminal (100 columns without one)."""
    width = WIDTH
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        width = shutil.get_terminal_size((WIDTH, 24)).columns
    return Console(width=width, highlight=False, emoji=False, markup=False)


def print_frame(
    out: Console,
    title: str,
    frame: pd.DataFrame,
    note: str | None = None,
    *,
    keys: int = 1,
) -> None:
    """Print a DataFrame as `print_table` does."""
    plain = frame.astype(object).where(frame.notna(), None)
    columns = {str(n): plain[n].tolist() for n in plain.columns}
    print_table(out, title, columns, note, keys=keys)


def print_table(
    out: Console,
    title: str,
    columns: Mapping[str, Sequence[object]],
    note: str | None = None,
    *,
    keys: int = 1,
) -> None:
    """Print a table under its title, a note below it; say so if it has no rows.

    A table too wide for the console comes in pieces below each other.

    Args:
        out: Where to print it.
        title: Above the table.
        columns: Name → its cells, with None for what is missing.
        note: Below the table.
        keys: How many of the first columns say what a row is about; they stand in
            every piece.
    """
    out.print()
    out.print(Text(title, style="bold"))
    shown = [_Column(name, tuple(map(_cell, cells))) for name, cells in columns.items()]
    if not any(column.cells for column in shown):
        out.print("  (none)")
        return
    for piece in _pieces(shown, keys, out.width):
        table = Table(
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            padding=(0, 1),
            collapse_padding=True,
        )
        for column, width in zip(piece, _widths(piece, out.width), strict=True):
            column.add_to(table, width)
        for row in zip(*(column.cells for column in piece), strict=True):
            table.add_row(*map(Text, row))
        out.print(table)
    if note:
        out.print(Text(note, style="dim"))


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table as text."""

    name: str
    cells: tuple[str, ...]

    @property
    def is_numeric(self) -> bool:
        return all(map(_is_number, self.cells))

    @property
    def most(self) -> int:
        """Characters that it has use for."""
        return max(len(self.name), *map(len, self.cells))

    @property
    def least(self) -> int:
        """Characters that it needs to be read: long text can go on below."""
        return self.most if self.is_numeric else min(self.most, LEAST)

    def add_to(self, table: Table, width: int) -> None:
        table.add_column(
            self.name,
            justify="right" if self.is_numeric else "left",
            width=width,
            no_wrap=not any(" " in cell for cell in self.cells),
        )


def _pieces(
    columns: Sequence[_Column], keys: int, width: int
) -> Iterator[list[_Column]]:
    """The columns in groups that fit, each with the keys before it."""
    first = list(columns[:keys])
    piece = first
    for column in columns[keys:]:
        needed = sum(c.least + GAP for c in (*piece, column))
        if needed > width and len(piece) > len(first):
            yield piece
            piece = first
        piece = [*piece, column]
    yield piece


def _widths(columns: Sequence[_Column], width: int) -> Iterator[int]:
    """Of each column: what it needs, and as much as it can use of what is left."""
    left = width - sum(column.least + GAP for column in columns)
    for column in columns:
        more = max(0, min(column.most - column.least, left))
        left -= more
        yield column.least + more


def _is_number(value: object) -> bool:
    text = str(value).strip("–+-% ")
    return not text or text[0].isdigit()


def _cell(value: object) -> str:
    return "–" if value is None else printable(str(value))


def printable(text: str) -> str:
    """Text without control characters: it comes from strangers."""
    return "".join(c if c.isprintable() else " " for c in text)
