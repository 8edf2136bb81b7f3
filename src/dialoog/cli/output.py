"""Options that say where a result goes and how it is written."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dialoog.errors import UsageError
from dialoog.export import Exporter, open_exporter, open_table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

TABLE = "table"
"""The format for a person at a terminal."""

Result = TypeVar("Result")


def add_output(parser: argparse.ArgumentParser, formats: Iterable[str]) -> None:
    """`--format`, `--out`, `--table` and `--lang`."""
    parser.add_argument(
        "--format",
        choices=[TABLE, *formats],
        help="default: what the suffix of --out says (csv for a folder), else table",
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
        help="this table alone, in a format with a file per table",
    )
    parser.add_argument(
        "--lang",
        choices=["nl", "en"],
        default="nl",
        help="language of the HTML page (default: nl)",
    )


def sink(
    arguments: argparse.Namespace,
    exporters: Mapping[str, Exporter[Result]],
    show: Callable[[Result], None],
    *,
    several: bool = False,
) -> AbstractContextManager[Callable[[Result], None]]:
    """What takes the results one by one.

    Args:
        arguments: With the options of `add_output`.
        exporters: The formats, by name.
        show: Prints a result to the terminal.
        several: Whether more than one result may come.

    Raises:
        UsageError: The options cannot be combined.
    """
    name = arguments.format or _format_of(arguments.out, arguments.table, exporters)
    if name == TABLE:
        for option in ("out", "table"):
            if getattr(arguments, option) is not None:
                raise UsageError(
                    f"The format table is for the terminal: leave out --{option}, or "
                    "choose another --format."
                )
        return nullcontext(show)
    exporter = exporters[
        f"{name}-en" if (name, arguments.lang) == ("html", "en") else name
    ]
    if arguments.table is None:
        return open_exporter(exporter, arguments.out, several=several)
    if several:
        raise UsageError("--table takes one table of one file: name a single file.")
    return open_table(exporter, arguments.table, arguments.out)


def _format_of(
    out: Path | None, table: str | None, exporters: Mapping[str, Exporter[Result]]
) -> str:
    if out is None:
        return TABLE
    for name, exporter in exporters.items():
        fits = exporter.table if table is not None else not exporter.folder
        if fits and out.suffix == exporter.suffix:
            return name
    return "parquet" if out.suffix == exporters["parquet"].suffix else "csv"
