"""One Excel workbook, a sheet per table."""

from __future__ import annotations

import datetime as dt
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.errors import MissingExtra
from dialoog.export.files import whole_file
from dialoog.export.model import TableFormat
from dialoog.export.tables import CONTENTS

if TYPE_CHECKING:
    from pathlib import Path

    from dialoog.export.tables import TableSet

WIDEST = 60
"""Characters; a column of quotations is not made wider."""
SAMPLE = 200
"""Rows that decide the width of a column."""


def write_excel(tables: TableSet, out: Path) -> None:
    """Typed cells, frozen header, filters; text is never a formula or a link.

    The first sheet says what the others rest on (unit, n, note), the last one how they
    came about; doubts, if there are any, stand on the sheet before it. XlsxWriter is used because its files are the same byte for byte.
    """
    if find_spec("xlsxwriter") is None:
        raise MissingExtra("Writing Excel", "excel")
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with (
        whole_file(out) as path,
        pd.ExcelWriter(
            path, engine="xlsxwriter", engine_kwargs={"options": options}
        ) as book,
    ):
        # A clock in the file would make two runs differ.
        epoch = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
        book.book.set_properties({"created": epoch, "title": tables.title})
        _write_sheet(book, CONTENTS, tables.contents())
        for name, frame in tables.tables.items():
            _write_sheet(book, name, frame)
        if tables.notes:
            _write_sheet(book, "warnings", _warnings(tables))
        _write_sheet(book, "provenance", _provenance(tables))


def _write_sheet(book: pd.ExcelWriter[object], name: str, frame: pd.DataFrame) -> None:
    frame.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
    sheet = book.sheets[name]
    for place, column in enumerate(frame.columns):
        longest = max(
            [len(str(column)), *(len(str(v)) for v in frame[column].head(SAMPLE))]
        )
        sheet.set_column(place, place, min(longest + 2, WIDEST))
    if len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def _warnings(tables: TableSet) -> pd.DataFrame:
    return pd.DataFrame(
        [(note.code, note.message) for note in tables.notes],
        columns=["code", "message"],
    )


def _provenance(tables: TableSet) -> pd.DataFrame:
    return pd.DataFrame(sorted(tables.provenance.items()), columns=["what", "value"])


FORMAT = TableFormat(suffix=".xlsx", file=write_excel)
