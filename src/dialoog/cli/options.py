"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.errors import UsageError, need

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from dialoog.edition import Perspective


WILSON = "wilson"
BENJAMINI_HOCHBERG = "benjamini-hochberg"


def add_files(parser: argparse.ArgumentParser) -> None:
    """`FILE|DIR…`."""
    parser.add_argument(
        "files",
        metavar="FILE|DIR",
        nargs="+",
        help="editions, folders of editions, or - for standard input",
    )


def add_codebook(parser: argparse.ArgumentParser, default: str) -> None:
    """`--codebook ID|PATH`."""
    parser.add_argument(
        "--codebook",
        metavar="ID|PATH",
        default=default,
        help=f"id of a shipped codebook, or a TOML file (default: {default})",
    )


def add_model(parser: argparse.ArgumentParser, default: str) -> None:
    """`--model NAME`."""
    parser.add_argument(
        "--model",
        metavar="NAME",
        default=default,
        help="an installed spaCy pipeline for Dutch, by name or path "
        f"(default: {default}, shipped with dialoog)",
    )


def add_methods(parser: argparse.ArgumentParser, tables: str) -> None:
    """`--interval`, which shows in the tables that are named, and `--correction`."""
    parser.add_argument(
        "--interval",
        choices=[WILSON, "jeffreys"],
        default=WILSON,
        help=f"of the shares in the tables of {tables} "
        f"(default: {WILSON}; jeffreys needs dialoog[statistics])",
    )
    parser.add_argument(
        "--correction",
        choices=[BENJAMINI_HOCHBERG, "holm"],
        default=BENJAMINI_HOCHBERG,
        help="of the p-values of a table, because there are many of them "
        f"(default: {BENJAMINI_HOCHBERG}, the share of false findings; holm: the "
        "chance of a single one)",
    )


def methods(arguments: argparse.Namespace) -> dict[str, Any]:
    """The interval and the correction that were chosen, as `analyse` and `compare` take them.

    Raises:
        MissingExtra: SciPy, which Jeffreys' interval needs, is not installed.
    """
    from dialoog import measures

    if arguments.interval != WILSON:
        need("a Jeffreys interval", "statistics", ["scipy"])
    return {
        "interval": getattr(measures, arguments.interval),
        "correct": getattr(measures, arguments.correction.replace("-", "_")),
    }


def add_perspective(parser: argparse.ArgumentParser) -> None:
    """`--perspective NAME=PERSPECTIVE`, as often as needed."""
    from dialoog.edition import Perspective

    parser.add_argument(
        "--perspective",
        metavar="NAME=PERSPECTIVE",
        action="append",
        default=[],
        help="set a speaker's perspective by hand: "
        + ", ".join(Perspective)
        + "; may be repeated",
    )


def perspectives_by_name(given: Iterable[str]) -> dict[str, Perspective]:
    """Parse the values of `--perspective`.

    Raises:
        UsageError: A value is not of the form NAME=PERSPECTIVE.
    """
    from dialoog.edition import Perspective

    chosen: dict[str, Perspective] = {}
    for value in given:
        name, _, perspective = value.rpartition("=")
        known = ", ".join(Perspective)
        if name.strip() and perspective.strip() not in list(Perspective):
            raise UsageError(
                f"--perspective {value!r} names no known perspective; "
                f"choose one of: {known}."
            )
        if not name.strip():
            raise UsageError(
                f"--perspective {value!r} is not of the form NAME=PERSPECTIVE; "
                f'write for instance "Jan Jansen=practitioner" (one of: {known}).'
            )
        chosen[name.strip()] = Perspective(perspective.strip())
    return chosen
