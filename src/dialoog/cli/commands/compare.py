"""`dialoog compare`: editions side by side, over perspectives, claims and time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from dialoog.cli.console import console, print_frame
from dialoog.cli.inputs import Inputs
from dialoog.cli.messages import warn
from dialoog.cli.options import (
    add_methods,
    add_model,
    add_perspective,
    methods,
    perspectives_by_name,
)
from dialoog.cli.output import add_output, sink
from dialoog.comparison import SCHEMAS, Comparison, collect, compare, comparison_view
from dialoog.comparison.views import KEYS
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.export import COMPARISON_EXPORTERS
from dialoog.export.tables import tables_of_comparison
from dialoog.tables.notes import caption

if TYPE_CHECKING:
    import argparse

    import pandas as pd


MAIN_TABLES = ("editions", "news", "recurring", "trends", "conduct", "similar")
MOST_ROWS = 60
"""Of a table at a first look: there can be thousands of editions."""


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "Lay editions side by side: what they are about, which claims come back, where "
        "the perspectives come closer or drift apart, and what is new in the latest. "
        "Order and time come from the dates in the editions."
    )
    parser.add_argument(
        "paths",
        metavar="FILE|DIR",
        nargs="+",
        help="editions, and folders of editions",
    )
    books = parser.add_mutually_exclusive_group()
    books.add_argument(
        "--codebook",
        metavar="ID|PATH",
        help="id or TOML file of one codebook for all editions (default: what editions.toml "
        f"beside an edition says, else {DEFAULT_CODEBOOK})",
    )
    books.add_argument(
        "--codebooks",
        metavar="PATH",
        help="a listing like editions.toml, that names the codebook of each edition",
    )
    add_model(parser, DEFAULT_PIPELINE)
    add_perspective(parser)
    add_output(parser, COMPARISON_EXPORTERS, SCHEMAS)
    add_methods(parser, "themes, talk and news")
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    chosen = methods(arguments)
    found = collect(
        arguments.paths,
        default=DEFAULT_CODEBOOK,
        codebook=arguments.codebook,
        listing=arguments.codebooks,
    )
    inputs = Inputs(list(found.choices), perspectives_by_name(arguments.perspective))
    with sink(arguments, COMPARISON_EXPORTERS, print_comparison, SCHEMAS) as put:
        warn("", found.notes)
        analyses = inputs.analyses(
            lambda edition: found.choices[edition.source.name], model=arguments.model
        )
        comparison = compare(analyses, fictional=found.fictional, **chosen)
        warn("", comparison.notes)
        notes = (*found.notes, *comparison.notes, *inputs.unread)
        put(replace(comparison, notes=notes))
    return inputs.status


def print_comparison(comparison: Comparison, table: str | None = None) -> None:
    """The main tables, or the one named, laid out for a person.

    Of the main tables the rows are shown that say something, and not endlessly many.
    """
    out = console()
    every = tables_of_comparison(comparison)
    for name, frame in every.only([table] if table else MAIN_TABLES).tables.items():
        title = name.replace("_", " ").capitalize()
        rows = frame if table else _worth_showing(name, frame)
        shown = comparison_view(rows)
        print_frame(out, title, shown, caption(shown), keys=KEYS.get(name, 1))
        if len(rows) < len(frame):
            out.print(Text(f"{len(rows)} of {len(frame)} rows: --table {name}", "dim"))
    if table is None:
        others = [name for name in every.tables if name not in MAIN_TABLES]
        out.print(Text(f"\nAnd with --table NAME: {', '.join(others)}.", "dim"))


def _worth_showing(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a main table for a first look: the latest editions, the top rows."""
    if name == "trends":
        return frame[frame["p"].notna()].head(MOST_ROWS)
    return frame.tail(MOST_ROWS) if name == "editions" else frame.head(MOST_ROWS)
