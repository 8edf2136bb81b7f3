"""`dialoog codebook`: which codebooks there are, and what stands in one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dialoog.cli.console import console, print_table
from dialoog.cli.messages import say
from dialoog.cli.options import add_model
from dialoog.cli.remarks import SHOWN
from dialoog.codebook import codebook_template, load_codebook, shipped_codebooks
from dialoog.defaults import DEFAULT_PIPELINE
from dialoog.errors import UsageError
from dialoog.export.files import whole_file
from dialoog.source.folder import files_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from rich.console import Console

    from dialoog.codebook import Claim, Theme

CODEBOOK = "id of a shipped codebook, or a TOML file"


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "A codebook holds the themes and claims to look for, with the words and example "
        "wordings by which they are found: a TOML file that you can write yourself."
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = _add_action(actions, "list", "list the codebooks that come with dialoog")
    listing.set_defaults(handler=list_codebooks)
    show = _add_action(
        actions, "show", "print the themes, terms, claims and wordings of a codebook"
    )
    show.add_argument("codebook", metavar="ID|PATH", help=CODEBOOK)
    show.set_defaults(handler=show_codebook)
    check = _add_action(
        actions,
        "check",
        "try the terms and wordings of a codebook, and name those that need a look",
    )
    check.add_argument("codebook", metavar="ID|PATH", help=CODEBOOK)
    check.add_argument(
        "files",
        metavar="FILE|DIR",
        nargs="*",
        help="editions, and folders of editions, to try it on",
    )
    check.add_argument(
        "--format",
        choices=[*SHOWN],
        default="table",
        help="remarks under the theme or claim they are on; or a row of CSV each, or a "
        "line of JSON, to stdout (default: table)",
    )
    add_model(check, DEFAULT_PIPELINE)
    check.set_defaults(handler=show_remarks)
    new = _add_action(actions, "new", "write a small codebook to start from")
    new.add_argument(
        "path", metavar="PATH", type=Path, help="the new file; its name becomes the id"
    )
    new.set_defaults(handler=write_template)


def _add_action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    purpose: str,
) -> argparse.ArgumentParser:
    description = f"{purpose[0].upper()}{purpose[1:]}."
    return actions.add_parser(name, help=purpose, description=description)


def list_codebooks(_: argparse.Namespace) -> int:
    """The shipped codebooks, a row each."""
    books = [load_codebook(book_id) for book_id in shipped_codebooks()]
    rows = [
        (book.id, book.title, book.version, len(book.themes), len(book.claims))
        for book in books
    ]
    _print_rows("Codebooks", ["id", "title", "version", "themes", "claims"], rows)
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


def show_remarks(arguments: argparse.Namespace) -> int:
    """What an author may want to look at."""
    # Not above: listing codebooks needs no editions, and none of what reads them.
    from dialoog.cli.inputs import Inputs
    from dialoog.coding.codebook_check import check_codebook
    from dialoog.comparison import Choice

    book = load_codebook(arguments.codebook)
    inputs = Inputs(list(files_in(arguments.files)), {})
    analyses = inputs.analyses(lambda _: Choice(codebook=book), model=arguments.model)
    coded = [analysis.coded for analysis in analyses]
    remarks = check_codebook(book, coded, model=arguments.model)
    SHOWN[arguments.format](book, remarks)
    return inputs.status


def write_template(arguments: argparse.Namespace) -> int:
    """A small valid codebook in a file of its own; never over an existing one."""
    path: Path = arguments.path
    if path.exists():
        raise UsageError(f"{path} exists already: choose another name.")
    with whole_file(path) as beside:
        beside.write_text(codebook_template(path.stem), encoding="utf-8")
    say(f"written: {path}")
    return 0


def _print_rows(
    title: str, names: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    cells = zip(*rows, strict=True) if rows else ([] for _ in names)
    print_table(console(), title, dict(zip(names, map(list, cells), strict=True)))


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
