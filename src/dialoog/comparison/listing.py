"""Listing: a TOML file that says which codebook belongs to which edition.

::

    [[edition]]
    file = "thuis-is-ook-werk.txt"
    codebook = "hybride-werken.toml"
    fictional = true

`file` is taken from the folder of the listing, `codebook` too unless it is the id of a
codebook that comes with dialoog. `fictional` may be left out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialoog.codebook import shipped_codebooks
from dialoog.codebook.locate import key_line, table_line
from dialoog.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LISTING = "editions.toml"
"""Name under which a listing is found in a folder of editions."""

_KEYS: Mapping[str, type] = {"file": str, "codebook": str, "fictional": bool}
_REQUIRED = ("file", "codebook")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An edition in a listing: its file, the codebook, and whether it is invented.

    `listing` is the name of the listing.
    """

    file: Path
    codebook: str | Path
    fictional: bool
    listing: str


def read_listing(path: Path) -> tuple[Entry, ...]:
    """The editions of a listing, in its order.

    Raises:
        UsageError: It cannot be read, or breaks the format; the message names file,
            line and key.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except OSError as error:
        message = f"The listing {path} cannot be read: {error.strerror}."
        raise UsageError(message) from error
    except ValueError as error:  # not UTF-8, or not TOML
        raise UsageError(f"{path}: not a valid TOML file: {error}.") from error
    for key in data:
        if key != "edition":
            line = max(table_line(text, key), key_line(text, "", 0, key))
            raise _wrong(path, line, key, "is unknown; write a table [[edition]] each")
    records = data.get("edition", [])
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        line = table_line(text, "edition")
        raise _wrong(path, line, "edition", "must be a list of tables: [[edition]]")
    entries = [_entry(path, text, i, record) for i, record in enumerate(records)]
    files = [entry.file for entry in entries]
    for index, file in enumerate(files):
        if file in files[:index]:
            line = key_line(text, "edition", index, "file")
            raise _wrong(path, line, "file", f'"{file.name}" is listed twice')
    return tuple(entries)


def _entry(path: Path, text: str, index: int, record: Mapping[str, Any]) -> Entry:
    def wrong(key: str, message: str) -> UsageError:
        return _wrong(path, key_line(text, "edition", index, key), key, message)

    for key, value in record.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise wrong(key, f"is unknown; an edition has {known}")
        if not isinstance(value, _KEYS[key]) or value == "":
            kind = "true or false" if _KEYS[key] is bool else "a text that is not empty"
            raise wrong(key, f"must be {kind}")
    for key in _REQUIRED:
        if key not in record:
            raise wrong(key, "is missing in this edition")
    file, book = path.parent / record["file"], record["codebook"]
    if not file.is_file():
        raise wrong("file", f'"{record["file"]}" is no file in {path.parent}')
    return Entry(
        file=file.resolve(),
        codebook=book if book in shipped_codebooks() else path.parent / book,
        fictional=record.get("fictional", False),
        listing=path.name,
    )


def _wrong(path: Path, line: int, key: str, message: str) -> UsageError:
    return UsageError(f"{path}, line {line}: {key} {message}.")
