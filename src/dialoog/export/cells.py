"""Cells that a spreadsheet shows and does not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable

# OWASP, "CSV Injection": what makes Excel, LibreOffice or Google Sheets take a cell
# for a formula, full-width forms included.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy in which no text cell and no column name can start a formula.

    An apostrophe is put before the cell; spreadsheets take it as the sign for text.
    Numbers stay numbers.
    """
    out = frame.rename(columns=_guard)
    for column in out.columns:
        if not _holds_text(out[column]):
            continue
        out[column] = out[column].astype(object).map(_guard, na_action="ignore")
    return out


def _holds_text(column: pd.Series[str]) -> bool:
    return not (
        pd.api.types.is_numeric_dtype(column)
        or pd.api.types.is_datetime64_any_dtype(column)
    )


def _guard(value: Hashable) -> Hashable:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value
