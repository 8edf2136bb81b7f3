"""Zip files from strangers: bounded, and without document type definitions."""

from __future__ import annotations

import io
import zipfile

from dialoog.errors import SourceError

MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200
MAX_ENTRIES = 10_000
_SMALL = 1024 * 1024
_HEAD = 4096


def names_in(raw: bytes) -> frozenset[str]:
    """Return the names in a zip file, or nothing if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return frozenset()


def check_archive(raw: bytes, name: str) -> None:
    """Refuse a zip file that unpacks without bound or defines entities.

    Raises:
        SourceError: It is damaged, unpacks to too much, or holds a DOCTYPE.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        _check_head(part.read(_HEAD), name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(
            f"{name} is damaged or locked: open it in the program that made it "
            "and save it again."
        ) from error


def read_part(raw: bytes, part: str, name: str) -> bytes:
    """Return one file of a checked zip file."""
    check_archive(raw, name)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read(part)


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    dense = unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)
    if unpacked > MAX_UNPACKED or len(entries) > MAX_ENTRIES or dense:
        raise SourceError(
            f"{name} unpacks to {unpacked // 1024**2} MB, which no interview does: "
            "it is not read."
        )


def _check_head(head: bytes, name: str) -> None:
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise SourceError(
            f"{name} holds a document type definition, which these files do not have: "
            "it is not read."
        )
