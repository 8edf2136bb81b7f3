"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from dialoog.edition import Perspective


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
