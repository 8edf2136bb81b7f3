"""`dialoog analyse`: themes, claims and perspectives of one or more editions."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dialoog.cli.commands.turns import print_heading, print_speakers
from dialoog.cli.console import console, print_frame, printable
from dialoog.cli.inputs import Inputs
from dialoog.cli.messages import warn
from dialoog.cli.options import (
    add_files,
    add_methods,
    add_model,
    add_perspective,
    methods,
    perspectives_by_name,
)
from dialoog.cli.output import TABLE, add_output, sink
from dialoog.comparison import choose, collect
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.errors import UsageError
from dialoog.export import EXPORTERS
from dialoog.export.tables import tables_of_analysis
from dialoog.source.folder import files_in
from dialoog.source.model import STDIN
from dialoog.tables import SCHEMAS, view
from dialoog.tables.notes import caption

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    import pandas as pd
    from rich.console import Console

    from dialoog.analysis import Analysis
    from dialoog.comparison import Choice
    from dialoog.edition import Edition

MAIN_TABLES = ("perspectives", "themes", "claims", "terms", "moves")


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "Find the themes and claims of a codebook in dialogue interviews (editions), "
        "and lay the perspectives of the speakers side by side: science (academic) and "
        "practice (practitioner)."
    )
    add_files(parser)
    parser.add_argument(
        "--codebook",
        metavar="ID|PATH",
        help="id of a shipped codebook, or a TOML file (default: what editions.toml "
        f"beside an edition says, else {DEFAULT_CODEBOOK})",
    )
    add_model(parser, DEFAULT_PIPELINE)
    add_perspective(parser)
    add_output(parser, EXPORTERS, SCHEMAS)
    add_methods(parser, "themes, claims and moves by perspective")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print every coded sentence with the words that led to each code",
    )
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    book = arguments.codebook
    names = list(files_in(arguments.files))
    listed = collect(
        [name for name in names if name != STDIN],
        default=DEFAULT_CODEBOOK,
        codebook=book,
    )
    piped = choose(STDIN, default=DEFAULT_CODEBOOK, codebook=book)
    inputs = Inputs(names, perspectives_by_name(arguments.perspective))

    def choice_of(edition: Edition) -> Choice:
        return listed.choices.get(edition.source.name, piped)

    with _sink(arguments, several=len(inputs.names) > 1) as put:
        warn("", listed.notes)
        for analysis in inputs.analyses(
            choice_of, model=arguments.model, **methods(arguments)
        ):
            put(analysis)
    return inputs.status


def print_analysis(analysis: Analysis, table: str | None = None) -> None:
    """The main tables, or the one named, for a person at a terminal."""
    out = console()
    tables = tables_of_analysis(analysis).only([table] if table else MAIN_TABLES).tables
    print_heading(out, analysis.edition)
    if table is None:
        print_speakers(out, analysis.edition)
    for name, frame in tables.items():
        title = name.replace("_", " ").capitalize()
        print_frame(out, title, view(frame), caption(frame))
        if name == "claims":
            print_quotations(out, frame)


def print_reasons(analysis: Analysis) -> None:
    """Every sentence with its codes and why it has them."""
    out = console()
    print_heading(out, analysis.edition)
    for row, sentence in enumerate(analysis.coded.sentences):
        out.print(Text(f"\n{row} (turn {sentence.turn}) {printable(sentence.text)}"))
        for line in analysis.explain(row):
            out.print(Padding(Text(printable(line)), (0, 0, 0, 4)))


def print_quotations(out: Console, claims: pd.DataFrame) -> None:
    """Each claim in the words of each speaker who mentions it."""
    if claims.empty:
        return
    out.print(Text("\nIn their words", style="bold"))
    for label, rows in claims.groupby("label", sort=False):
        out.print(Text(f" {label}"))
        for row in rows.itertuples(index=False):
            said = f"{row.speaker} {row.position}, turn {row.first_turn}: “{row.quotation}”"
            out.print(Padding(Text(printable(said)), (0, 0, 0, 4)))


def _sink(
    arguments: argparse.Namespace, *, several: bool
) -> AbstractContextManager[Callable[[Analysis], None]]:
    if not arguments.explain:
        return sink(arguments, EXPORTERS, print_analysis, SCHEMAS, several=several)
    if arguments.format not in (None, TABLE) or arguments.out or arguments.table:
        raise UsageError(
            "--explain prints to the terminal: leave out --format, --out and --table."
        )
    return nullcontext(print_reasons)
