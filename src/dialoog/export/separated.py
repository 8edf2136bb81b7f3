"""A CSV file per table, for statistics programs and for Dutch Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export.cells import guarded
from dialoog.export.files import whole_file
from dialoog.export.manifest import write_manifest
from dialoog.export.model import Exporter

if TYPE_CHECKING:
    from pathlib import Path

    from dialoog.analysis import Analysis


def write_csv(analysis: Analysis, folder: Path) -> None:
    """UTF-8, comma, decimal point (RFC 4180)."""
    _write(analysis, folder, separator=",", decimal=".", encoding="utf-8")


def write_csv_nl(analysis: Analysis, folder: Path) -> None:
    """As Excel with Dutch settings opens it: BOM, semicolon, decimal comma."""
    _write(analysis, folder, separator=";", decimal=",", encoding="utf-8-sig")


def _write(
    analysis: Analysis, folder: Path, *, separator: str, decimal: str, encoding: str
) -> None:
    tables = analysis.tables()
    for name, frame in tables.items():
        with whole_file(folder / f"{name}.csv") as path:
            guarded(frame).to_csv(
                path,
                sep=separator,
                decimal=decimal,
                encoding=encoding,
                index=False,
                lineterminator="\r\n",
            )
    write_manifest(analysis, folder, [f"{name}.csv" for name in tables])


EXPORTER = Exporter(suffix=".csv", folder=write_csv)
DUTCH_EXPORTER = Exporter(suffix=".csv", folder=write_csv_nl)
