"""`manifest.json`: what stands in a folder of tables, and how it came about."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dialoog.export.files import whole_file
from dialoog.export.records import SCHEMA, edition_record, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dialoog.analysis import Analysis

MANIFEST = "manifest.json"


def write_manifest(analysis: Analysis, folder: Path, names: Iterable[str]) -> None:
    """List the files with their hashes, the edition, and the provenance."""
    record = {
        "schema": SCHEMA,
        "edition": edition_record(analysis.edition)["edition"],
        "files": [
            {
                "name": name,
                "bytes": (folder / name).stat().st_size,
                "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            }
            for name in names
        ],
        "provenance": dict(analysis.provenance),
    }
    with whole_file(folder / MANIFEST) as path:
        path.write_text(to_json(record, indent=1) + "\n", encoding="utf-8")
