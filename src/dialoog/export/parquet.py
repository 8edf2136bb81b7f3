"""A Parquet file per table."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra
from dialoog.export.model import TableFormat

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def write_parquet(frame: pd.DataFrame, _: str, path: Path) -> None:
    """Typed columns, for pandas, R (arrow) and DuckDB; pandas gets `attrs` back too."""
    if find_spec("pyarrow") is None:
        raise MissingExtra("Writing Parquet", "parquet")
    frame.to_parquet(path, index=False, engine="pyarrow")


FORMAT = TableFormat(suffix=".parquet", table=write_parquet)
