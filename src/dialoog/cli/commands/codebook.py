"""`dialoog codebook`: which codebooks there are, and what stands in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from rich.padding import Padding
from rich.text import Text

from dialoog.cli.console import console, print_table
from dialoog.codebook import load_codebook, shipped_codebooks

if TYPE_CHECKING:
    import argparse

    from rich.console import Console

    from dialoog.codebook import Claim, Theme


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the parser."""
    parser = commands.add_parser("codebook", help="list or show codebooks")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the codebooks that are shipped")
    listing.set_defaults(handler=list_codebooks)
    show = actions.add_parser("show", help="themes, terms, claims and wordings")
    show.add_argument("codebook", metavar="ID|PATH")
    show.set_defaults(handler=show_codebook)


def list_codebooks(_: argparse.Namespace) -> int:
    """The shipped codebooks, a row each."""
    books = [load_codebook(book_id) for book_id in shipped_codebooks()]
    rows = [
        (book.id, book.title, book.version, len(book.themes), len(book.claims))
        for book in books
    ]
    columns = ["id", "title", "version", "themes", "claims"]
    print_table(console(), "Codebooks", pd.DataFrame(rows, columns=columns))
    return 0


def show_codebook(arguments: argparse.Namespace) -> int:
    """One codebook, for a reader."""
    book = load_codebook(arguments.codebook)
    out = console()
    out.print(Text(f"{book.title} ({book.id}, version {book.version})", style="bold"))
    for theme in book.themes:
        _print_theme(out, theme)
    for claim in book.claims:
        _print_claim(out, claim)
    return 0


def _print_theme(out: Console, theme: Theme) -> None:
    out.print(Text(f"\nTheme {theme.id}: {theme.label}", style="bold"))
    _print_indented(out, theme.definition)
    _print_indented(out, "terms: " + ", ".join(theme.terms))


def _print_claim(out: Console, claim: Claim) -> None:
    out.print(Text(f"\nClaim {claim.id}: {claim.label}", style="bold"))
    _print_indented(out, f"{claim.statement} (theme {claim.theme})")
    for name in ("affirms", "denies"):
        for wording in getattr(claim, name):
            _print_indented(out, f"{name}: {wording}")


def _print_indented(out: Console, text: str) -> None:
    out.print(Padding(Text(text), (0, 0, 0, 2)))
