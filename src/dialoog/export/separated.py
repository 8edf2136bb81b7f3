"""A CSV file per table, for statistics programs and for Dutch Excel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dialoog.export.cells import guarded
from dialoog.export.model import TableFormat

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def write_csv(
    frame: pd.DataFrame,
    _: str,
    path: Path,
    *,
    separator: str = ",",
    decimal: str = ".",
    encoding: str = "utf-8",
) -> None:
    """RFC 4180: lines end in CR LF; no cell can start a formula."""
    guarded(frame).to_csv(
        path,
        sep=separator,
        decimal=decimal,
        encoding=encoding,
        index=False,
        lineterminator="\r\n",
    )


FORMAT = TableFormat(suffix=".csv", table=write_csv)
FORMAT_WITH_MARK = TableFormat(
    suffix=".csv", table=partial(write_csv, encoding="utf-8-sig")
)
DUTCH_FORMAT = TableFormat(
    suffix=".csv",
    table=partial(write_csv, separator=";", decimal=",", encoding="utf-8-sig"),
)
"""As Excel with Dutch settings opens it: BOM, semicolon, decimal comma."""
