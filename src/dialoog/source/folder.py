"""Folders of editions: the files in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dialoog.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def files_in(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the files, and in place of a folder those in it, in order of name.

    Hidden files and TOML files are no editions.

    Raises:
        SourceError: A folder without files.
    """
    for path in paths:
        folder = Path(path)
        if not folder.is_dir():
            yield os.fspath(path)
            continue
        files = sorted(
            str(file)
            for file in folder.iterdir()
            if file.is_file()
            and not file.name.startswith(".")
            and file.suffix.lower() != ".toml"
        )
        if not files:
            raise SourceError(f"There are no files in the folder {path}.")
        yield from files
