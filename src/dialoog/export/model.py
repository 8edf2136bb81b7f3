"""Exporter: how a result becomes text, a file or a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    import pandas as pd

    from dialoog.export.tables import TableSet

    WriteTable = Callable[[pd.DataFrame, str, Path], None]

Result = TypeVar("Result")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter(Generic[Result]):
    """One format of a kind of result: an analysis, a comparison, or bare tables.

    A format that is text can go to stdout or a file, one that has `file` into a file.
    One that has `table` can go into a folder, a file per table.

    Attributes:
        suffix: Of the files it makes, with the dot.
        tables: The tables of the result.
        text: The result as text.
        pieces: The same text in pieces, for results that may be long.
        file: Writes the result to one (binary) file.
        table: Writes one table to a file, its name for a caption.
        is_document: Whether the text is a whole document, so that several results
            make several files.
    """

    suffix: str
    tables: Callable[[Result], TableSet]
    text: Callable[[Result], str] | None = None
    pieces: Callable[[Result], Iterable[str]] | None = None
    file: Callable[[Result, Path], None] | None = None
    table: WriteTable | None = None
    is_document: bool = False

    @property
    def folder(self) -> bool:
        """Whether it makes nothing but a file per table."""
        return self.text is None and self.file is None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """A format that needs to know nothing but the tables; attributes as `Exporter`.

    One that is `for_readers` gets them laid out, not for analysis.
    """

    suffix: str
    text: Callable[[TableSet], str] | None = None
    file: Callable[[TableSet, Path], None] | None = None
    table: WriteTable | None = None
    for_readers: bool = False

    def of(self, of_result: Callable[[Other], TableSet]) -> Exporter[Other]:
        """The exporter of results that have tables."""
        text, file = self.text, self.file

        def tables(result: Other) -> TableSet:
            found = of_result(result)
            return found.laid_out() if self.for_readers else found

        return Exporter(
            suffix=self.suffix,
            tables=tables,
            text=None if text is None else lambda result: text(tables(result)),
            file=None
            if file is None
            else lambda result, out: file(tables(result), out),
            table=self.table,
        )
