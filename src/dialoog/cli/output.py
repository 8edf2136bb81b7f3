"""Options that say where a result goes and how it is written."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dialoog.errors import UsageError
from dialoog.export import Exporter, open_exporter, open_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterable, Mapping
    from contextlib import AbstractContextManager

TABLE = "table"
"""The format for a person at a terminal."""

Result = TypeVar("Result")


def add_output(
    parser: argparse.ArgumentParser, formats: Iterable[str], tables: Iterable[str]
) -> None:
    """`--format`, `--out`, `--table` and `--lang`."""
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=[TABLE, *formats],
        help="table (for the terminal); json, md, latex, html (to stdout, or to --out); "
        "xlsx (to a file); csv, csv-bom (with a byte order mark), csv-nl (for Dutch "
        "Excel), parquet (a file per table in a folder); default: what the ending of "
        "--out says (csv for a folder), else table",
    )
    parser.add_argument(
        "--out",
        metavar="PATH",
        type=Path,
        help="a file, or a folder for a file per table and a manifest",
    )
    parser.add_argument(
        "--table",
        metavar="NAME",
        help=f"this table alone, to stdout or --out: {', '.join(tables)}",
    )
    parser.add_argument(
        "--lang",
        choices=["nl", "en"],
        help="language of the HTML page (default: nl)",
    )


def sink(
    arguments: argparse.Namespace,
    exporters: Mapping[str, Exporter[Result]],
    show: Callable[[Result, str | None], None],
    tables: Collection[str],
    *,
    several: bool = False,
) -> AbstractContextManager[Callable[[Result], None]]:
    """What takes the results one by one.

    Args:
        arguments: With the options of `add_output`.
        exporters: The formats, by name.
        show: Prints a result, or the one table that is named, to the terminal.
        tables: Names of the tables that a result has.
        several: Whether more than one result may come.

    Raises:
        UsageError: The options cannot be combined.
    """
    out, table = arguments.out, arguments.table
    if table is not None and table not in tables:
        raise UsageError(
            f"There is no table {table!r}; the tables are {', '.join(tables)}."
        )
    name = arguments.format or _format_of(out, table, exporters)
    _check_language(name, arguments.lang)
    if name == TABLE:
        if out is not None:
            raise UsageError(
                "The format table is for the terminal: leave out --out, or choose "
                "another --format."
            )
        return nullcontext(lambda result: show(result, table))
    exporter = exporters["html-en" if arguments.lang == "en" else name]
    if table is None:
        return open_exporter(exporter, out, several=several)
    if several:
        raise UsageError("--table takes one table of one file: name a single file.")
    return open_table(exporter, table, out)


def _check_language(name: str, language: str | None) -> None:
    """Only pages are written in a language of choice."""
    if language is not None and name not in ("html", f"html-{language}"):
        raise UsageError(
            f"--lang is the language of an HTML page, not of the format {name}: leave "
            "it out, or choose --format html."
        )


def _format_of(
    out: Path | None, table: str | None, exporters: Mapping[str, Exporter[Result]]
) -> str:
    if out is None:
        return TABLE
    if table is None and (out.is_dir() or not out.suffix):
        return "csv"
    known = {
        exporter.suffix: name
        for name, exporter in reversed(list(exporters.items()))
        if table is None or exporter.table is not None
    }
    ending = out.suffix.lower()
    if ending not in known:
        raise UsageError(_unknown_ending(out, table, exporters))
    return known[ending]


def _unknown_ending(
    out: Path, table: str | None, exporters: Mapping[str, Exporter[Result]]
) -> str:
    if table is not None:
        what, place = "one table", ""
        endings = {e.suffix for e in exporters.values() if e.table is not None}
    else:
        what, place = "the tables", ", or name a folder"
        endings = {e.suffix for e in exporters.values() if not e.folder}
    return (
        f"The ending of {out} does not say how to write {what}: end it in "
        f"{', '.join(sorted(endings))}{place}, or add --format."
    )
