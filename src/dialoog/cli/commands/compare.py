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
from dialoog.cli.output import add_output, sink
from dialoog.codebook import load_codebook
from dialoog.comparison import Comparison, compare, comparison_view
from dialoog.errors import SourceError
from dialoog.export import COMPARISON_EXPORTERS
from dialoog.tables.notes import caption

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
    add_output(parser, COMPARISON_EXPORTERS)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    book = load_codebook(arguments.codebook)
    inputs = Inputs(
        list(files_of(arguments.paths)), perspectives_by_name(arguments.perspective)
    )
    with sink(arguments, COMPARISON_EXPORTERS, print_comparison) as put:
        analyses = inputs.analyses(lambda _: book, model=arguments.model)
        put(compare(analysis.coded for analysis in analyses))
    return inputs.status


def print_comparison(comparison: Comparison) -> None:
    """Every table, laid out for a person."""
    out = console()
    for name, frame in comparison.tables().items():
        title = name.replace("_", " ").capitalize()
        print_table(out, title, comparison_view(frame), caption(frame))


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
