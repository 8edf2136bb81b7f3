"""What a person at a terminal is told on stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dialoog.source.model import called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.errors import Note


def say(message: str) -> None:
    """Print one message to stderr."""
    print(message, file=sys.stderr)


def warn(name: str, notes: Iterable[Note]) -> None:
    """Print the doubts about one input to stderr, a line each."""
    for note in notes:
        where = "" if called(name) in note.message else f"{called(name)}: "
        say(f"warning: {where}{note.message} [{note.code}]")
