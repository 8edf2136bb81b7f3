"""`manifest.json`: what stands in a folder of results, and how it came about."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from dialoog.export.editions import SCHEMA, to_json
from dialoog.export.files import whole_file
from dialoog.measures.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "manifest.json"


def write_manifest(
    folder: Path,
    files: Mapping[str, Mapping[str, Any]],
    *,
    provenance: Mapping[str, str] | None = None,
    about: Mapping[str, Any] | None = None,
) -> None:
    """List the files with their hashes, and everything needed to get them again.

    Args:
        folder: Where the files stand, and the manifest comes.
        files: What is to be said of each file, by its name.
        provenance: Versions, hashes and parameters; left out if each file says its own.
        about: What the files are about, likewise.
    """
    record = {
        "schema": SCHEMA,
        **(about or {}),
        "files": [
            {
                "name": name,
                "bytes": (folder / name).stat().st_size,
                "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
                **told,
            }
            for name, told in files.items()
        ],
        "parameters": PARAMETERS,
    }
    if provenance is not None:
        record["provenance"] = dict(provenance)
    with whole_file(folder / MANIFEST) as path:
        path.write_text(to_json(record, indent=1) + "\n", encoding="utf-8")
