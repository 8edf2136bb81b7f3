"""`dialoog compare`: editions side by side, over perspectives, claims and time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dialoog.analysis import DEFAULT_CODEBOOK
from dialoog.annotation import DEFAULT_PIPELINE
from dialoog.cli.console import console, print_table
from dialoog.cli.inputs import Inputs
from dialoog.cli.options import (
    add_codebook,
    add_model,
    add_perspective,
    perspectives_by_name,
)
from dialoog.codebook import load_codebook
from dialoog.comparison import Comparison, compare, comparison_view
from dialoog.errors import SourceError, UsageError
from dialoog.export import to_json
from dialoog.export.files import whole_file
from dialoog.export.html import check_installed
from dialoog.export.records import SCHEMA, table_records

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "compare",
        help="compare editions",
        description="Compare editions over perspectives, claims and time.",
    )
    parser.add_argument("paths", metavar="FILE|DIR", nargs="+")
    add_codebook(parser, DEFAULT_CODEBOOK)
    add_model(parser, DEFAULT_PIPELINE)
    add_perspective(parser)
    parser.add_argument(
        "--format",
        choices=["table", "json", "html"],
        help="default: html with --out, else table",
    )
    parser.add_argument(
        "--out", metavar="PATH", type=Path, help="write to this file, not to stdout"
    )
    parser.add_argument(
        "--lang",
        choices=["nl", "en"],
        default="nl",
        help="language of the HTML page (default: nl)",
    )
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    if arguments.format == "table" and arguments.out is not None:
        raise UsageError("The format table is for the terminal: leave out --out.")
    book = load_codebook(arguments.codebook)
    inputs = Inputs(
        list(files_of(arguments.paths)), perspectives_by_name(arguments.perspective)
    )
    analyses = inputs.analyses(lambda _: book, model=arguments.model)
    comparison = compare(analysis.coded for analysis in analyses)
    form = arguments.format or ("html" if arguments.out else "table")
    if form == "table":
        print_comparison(comparison)
        return inputs.status
    text = (
        page(comparison, lang=arguments.lang) if form == "html" else json_of(comparison)
    )
    if arguments.out is None:
        print(text)
    else:
        with whole_file(arguments.out) as path:
            path.write_text(text, encoding="utf-8")
    return inputs.status


def json_of(comparison: Comparison) -> str:
    """Every table as records, as one JSON object."""
    tables = comparison.tables().items()
    records = {name: table_records(frame) for name, frame in tables}
    return to_json({"schema": SCHEMA, "tables": records})


def page(comparison: Comparison, *, lang: str) -> str:
    """The comparison as an HTML page.

    Raises:
        MissingExtra: What it is drawn and worded with is not installed.
    """
    check_installed()
    from dialoog.report import comparison_html

    return comparison_html(comparison, lang=lang)


def print_comparison(comparison: Comparison) -> None:
    """Every table, laid out for a person."""
    out = console()
    for name, frame in comparison.tables().items():
        title = name.replace("_", " ").capitalize()
        print_table(out, title, comparison_view(frame), frame.attrs.get("note"))


def files_of(paths: Iterable[str]) -> Iterator[str]:
    """The files, and those in the folders, hidden ones left out, in order of name.

    Raises:
        SourceError: A folder without files.
    """
    for path in paths:
        folder = Path(path)
        if not folder.is_dir():
            yield path
            continue
        files = sorted(
            str(file)
            for file in folder.iterdir()
            if file.is_file() and not file.name.startswith(".")
        )
        if not files:
            raise SourceError(f"There are no files in the folder {path}.")
        yield from files
