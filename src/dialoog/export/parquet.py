"""A Parquet file per table."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra
from dialoog.export.files import whole_file
from dialoog.export.manifest import write_manifest
from dialoog.export.model import Exporter

if TYPE_CHECKING:
    from pathlib import Path

    from dialoog.analysis import Analysis


def write_parquet(analysis: Analysis, folder: Path) -> None:
    """Typed columns, for pandas, R (arrow) and DuckDB."""
    if find_spec("pyarrow") is None:
        raise MissingExtra("Writing Parquet", "parquet")
    tables = analysis.tables()
    for name, frame in tables.items():
        frame.attrs = {}
        with whole_file(folder / f"{name}.parquet") as path:
            frame.to_parquet(path, index=False, engine="pyarrow")
    write_manifest(analysis, folder, [f"{name}.parquet" for name in tables])


EXPORTER = Exporter(suffix=".parquet", folder=write_parquet)
