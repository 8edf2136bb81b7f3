"""Excel workbooks with one row per turn; the first sheet with rows counts."""

from __future__ import annotations

import io

from dialoog.errors import MissingExtra, SourceError
from dialoog.source.archive import check_archive, names_in
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe

_MAX_ROWS = 1_000_000


def _read(probe: Probe) -> Extract:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingExtra("reading an Excel workbook", "formats") from error
    check_archive(probe.raw, probe.name)
    try:
        book = load_workbook(io.BytesIO(probe.raw), read_only=True, data_only=True)
        rows = next((rows for sheet in book if (rows := _rows(sheet))), [])
    except Exception as error:  # openpyxl raises whatever a broken file leads to
        raise SourceError(
            f"{probe.name} cannot be read as a workbook: it is damaged. Open it in a "
            "spreadsheet program and save it anew."
        ) from error
    builder = TextBuilder()
    for row in rows:
        builder.row(row)
    return Extract(text=builder.text(), hints=builder.hints())


def _rows(sheet: object) -> list[list[str]]:
    values = sheet.iter_rows(values_only=True, max_row=_MAX_ROWS)  # type: ignore[attr-defined]
    rows = [["" if cell is None else str(cell) for cell in row] for row in values]
    return [row for row in rows if any(cell.strip() for cell in row)]


FORMAT = Format(
    id="xlsx",
    recognise=lambda probe: (
        probe.raw.startswith(b"PK") and "xl/workbook.xml" in names_in(probe.raw)
    ),
    read=_read,
)
