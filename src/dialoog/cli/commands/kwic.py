"""`dialoog kwic`: a term, theme or claim in its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dialoog.cli.console import console, printable
from dialoog.cli.inputs import Inputs
from dialoog.cli.messages import say
from dialoog.cli.options import add_codebook, add_files, add_model
from dialoog.codebook import load_codebook
from dialoog.coding.kwic import Sort, kwic
from dialoog.comparison import Choice
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.source.folder import files_in
from dialoog.source.model import called

if TYPE_CHECKING:
    import argparse

    from dialoog.coding.kwic import Line

FACTS = 24
"""Columns for speaker and turn."""
KEY = 20
"""Columns for the words found, at least."""


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "Show every occurrence of a term (in any inflection and in compounds), "
        "of theme:ID or of claim:ID, with the words around it."
    )
    parser.add_argument(
        "term",
        metavar="TERM|theme:ID|claim:ID",
        help="a word, a word group in quotes, 'stam*' or '*deel'; or the id of a theme "
        "or claim of the codebook, as theme:autonomie",
    )
    add_files(parser)
    parser.add_argument(
        "--sort",
        choices=list(Sort),
        default=Sort.TEXT,
        help="as in the text, or by the words to the left or right (default: text)",
    )
    add_codebook(parser, DEFAULT_CODEBOOK)
    add_model(parser, DEFAULT_PIPELINE)
    parser.set_defaults(handler=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the command."""
    book = load_codebook(arguments.codebook)
    inputs = Inputs(list(files_in(arguments.files)), {})
    out = console()
    read, found = 0, 0
    for analysis in inputs.analyses(
        lambda _: Choice(codebook=book), model=arguments.model
    ):
        lines = kwic(analysis.coded, arguments.term, sort=Sort(arguments.sort))
        out.print(
            Text(f"{called(analysis.edition.source.name)}: {len(lines)}", style="bold")
        )
        for line in lines:
            out.print(_laid_out(line, out.width), no_wrap=True, overflow="crop")
        read, found = read + 1, found + len(lines)
    if read and not found:
        say(_nothing(arguments.term, arguments.codebook, read))
    return inputs.status


def _nothing(term: str, codebook: str, editions: int) -> str:
    where = f"in {editions} edition{'' if editions == 1 else 's'}"
    kind, _, name = term.partition(":")
    if kind in ("theme", "claim") and name:
        return (
            f"No sentence {where} has the {kind} '{name}' of {codebook}: try one of its "
            f"terms, or another codebook with --codebook."
        )
    return (
        f"Nothing was found for '{term}' {where}: try a shorter form, as 'stam*' or "
        "'*deel', or theme:ID (see 'dialoog codebook show')."
    )


def _laid_out(line: Line, width: int) -> Text:
    side = max(10, (width - FACTS - KEY) // 2)
    facts = f"{line.turn:>3} {line.speaker}"[: FACTS - 2].ljust(FACTS)
    left = printable(line.left)[-side:].rjust(side)
    right = printable(line.right)[:side]
    return Text.assemble(facts, left, " ", (printable(line.key), "bold"), " ", right)
