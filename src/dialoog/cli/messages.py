"""What a person at a terminal is told on stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.errors import Note


def say(message: str) -> None:
    """Print one message to stderr."""
    print(message, file=sys.stderr)


def named(name: str) -> str:
    """What an input is called: its path, or "standard input" for `-`."""
    return "standard input" if name == "-" else name


def warn(name: str, notes: Iterable[Note]) -> None:
    """Print the doubts about one input to stderr, a line each."""
    for note in notes:
        where = "" if named(name) in note.message else f"{named(name)}: "
        say(f"warning: {where}{note.message} [{note.code}]")
