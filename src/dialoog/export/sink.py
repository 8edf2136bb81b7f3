"""Where results go: stdout, a file, or a folder."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic

from dialoog.errors import UsageError
from dialoog.export.exporters import EXPORTERS
from dialoog.export.files import make_folder, whole_file
from dialoog.export.manifest import write_manifest
from dialoog.export.model import Exporter, Result
from dialoog.export.tables import CONTENTS, TableSet, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pandas as pd

    from dialoog.analysis import Analysis
    from dialoog.export.model import WriteTable


@contextmanager
def open_sink(
    name: str, out: Path | None, *, several: bool
) -> Iterator[Callable[[Analysis], None]]:
    """Yield a function that takes analyses one by one: `open_exporter` by name.

    Args:
        name: A key of `EXPORTERS`.
        out: See `open_exporter`.
        several: See `open_exporter`.
    """
    with open_exporter(EXPORTERS[name], out, several=several) as put:
        yield put


@contextmanager
def open_exporter(
    exporter: Exporter[Result], out: Path | None, *, several: bool = False
) -> Iterator[Callable[[Result], None]]:
    """Yield a function that takes results one by one and writes them.

    Args:
        exporter: One format.
        out: A file or folder; None is stdout, for formats that are text. In a folder
            that is there, formats that can be cut up make a file per table, others a
            file per result; `manifest.json` says what stands in it.
        several: Whether more than one result may come. Formats that make a file
            per result then take `out` as a folder; other text goes into one file.

    Raises:
        UsageError: The format needs a place, the place is named as a file where a
            folder is meant, or it cannot be written to.
    """
    in_folder = out is not None and out.is_dir()
    if (
        exporter.text is not None
        and not in_folder
        and not (exporter.is_document and several)
    ):
        with _text_sink(exporter, out) as put:
            yield put
        return
    if out is None:
        raise UsageError(_needs_place(exporter, several=several))
    if (exporter.folder or several) and out.suffix and not in_folder:
        why = "This format makes a file per table"
        raise UsageError(
            f"{why}: name a folder instead of {out}, or one table with --table NAME."
            if exporter.folder
            else f"Several editions make a file each: name a folder instead of {out}."
        )
    place = _Place(exporter, out, several=several)
    yield place.put
    place.close()


@contextmanager
def open_table(
    exporter: Exporter[Result], name: str, out: Path | None
) -> Iterator[Callable[[Result], None]]:
    """Yield a function that writes one table of one result to stdout or a file.

    Args:
        exporter: A format that has a file per table.
        name: Of the table.
        out: A file; None is stdout.

    Raises:
        UsageError: There is no such table, or the format has no file per table.
    """
    write = exporter.table
    if write is None:
        raise UsageError("This format holds all tables: leave out --table.")

    def put(result: Result) -> None:
        frame = exporter.tables(result).only([name]).tables[name]
        if out is not None:
            with whole_file(out) as path:
                write(frame, name, path)
            return
        sys.stdout.buffer.write(_bytes(write, frame, name))

    yield put


def _needs_place(exporter: Exporter[Result], *, several: bool) -> str:
    if exporter.folder:
        return (
            "This format makes a file per table: add --out FOLDER, or --table NAME "
            "for one of them."
        )
    return f"This format needs {'a folder' if several else 'a file'}: add --out PATH."


def _bytes(write: WriteTable, frame: pd.DataFrame, name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(frame, name, path)
        return path.read_bytes()


@contextmanager
def _text_sink(
    exporter: Exporter[Result], out: Path | None
) -> Iterator[Callable[[Result], None]]:
    if out is None:
        yield lambda result: sys.stdout.writelines(_pieces(exporter, result))
        return
    with whole_file(out) as path, path.open("w", encoding="utf-8") as handle:
        yield lambda result: handle.writelines(_pieces(exporter, result))


def _pieces(exporter: Exporter[Result], result: Result) -> Iterable[str]:
    if exporter.pieces is not None:
        return exporter.pieces(result)
    return [] if exporter.text is None else [exporter.text(result)]


class _Place(Generic[Result]):
    """A file, or a folder in which each result gets a place of its own."""

    def __init__(self, exporter: Exporter[Result], out: Path, *, several: bool) -> None:
        self._exporter = exporter
        self._out = out
        self._several = several
        self._in_folder = several or (not exporter.folder and out.is_dir())
        self._told: dict[str, dict[str, Any]] = {}
        self._taken: set[str] = set()
        if several:
            make_folder(out)

    def put(self, result: Result) -> None:
        """Write one result."""
        tables = self._exporter.tables(result)
        if self._exporter.table is not None:
            place = self._out / self._free_name(tables) if self._several else self._out
            write_folder(
                tables, make_folder(place), self._exporter.suffix, self._exporter.table
            )
            return
        path = self._out
        if self._in_folder:
            path = self._out / (self._free_name(tables) + self._exporter.suffix)
            self._told[path.name] = {
                **tables.head(),
                "provenance": dict(tables.provenance),
            }
        self._write(result, path)

    def close(self) -> None:
        """Say in a manifest what stands in the folder, if it is one of files."""
        if self._told:
            write_manifest(self._out, self._told)

    def _write(self, result: Result, path: Path) -> None:
        if self._exporter.file is not None:
            self._exporter.file(result, path)
        elif self._exporter.text is not None:
            with _text_sink(self._exporter, path) as put:
                put(result)

    def _free_name(self, tables: TableSet) -> str:
        """A name that no other result of this run has."""
        name, count = tables.name, 1
        while name in self._taken:
            count += 1
            name = f"{tables.name}-{count}"
        self._taken.add(name)
        return name


def write_folder(
    tables: TableSet, folder: Path, suffix: str, write: WriteTable
) -> None:
    """A file per table, one that lists them with unit, n and note, and the manifest."""
    told: dict[str, dict[str, Any]] = {}
    listing = tables.contents()
    listing.attrs.update(unit="tables", n=len(listing), note="")
    for name, frame in {CONTENTS: listing, **tables.tables}.items():
        file = name + suffix
        with whole_file(folder / file) as path:
            write(frame, name, path)
        told[file] = {"table": name, **facts(frame)}
    write_manifest(folder, told, provenance=tables.provenance, about=tables.head())
