"""read: from a file to an `Edition` in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition.model import Perspective
from dialoog.edition.split import split
from dialoog.errors import UsageError
from dialoog.source import read_source
from dialoog.source.model import called

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dialoog.edition.model import Edition


def read(
    path: str | Path,
    *,
    perspectives: Mapping[str, Perspective | str] | None = None,
) -> Edition:
    """Read one edition and split it into turns.

    Args:
        path: A file in any supported format, or "-" for standard input.
        perspectives: Perspective by speaker name, where you know better than the
            text: `{"Ellen Soens": "academic"}`.

    Returns:
        The edition; its `source.name` is the path as you gave it, beside which `analyse`
        looks for a listing that names the codebook. A text without dialogue has no turns and a note that says so.

    Raises:
        SourceError: The file is missing, unreadable or not text.
        UsageError: A name in `perspectives` is no speaker of the edition, or its
            perspective no perspective.
    """
    chosen = {name: _perspective(value) for name, value in (perspectives or {}).items()}
    edition = split(read_source(path), perspectives=chosen)
    known = {speaker.name for speaker in edition.speakers}
    for name in chosen:
        if name not in known and edition.turns:
            raise UsageError(
                f"Nobody in {called(edition.source.name)} is called {name!r}: the speakers are "
                f"{', '.join(sorted(known))}."
            )
    return edition


def _perspective(value: str) -> Perspective:
    try:
        return Perspective(value)
    except ValueError:
        known = ", ".join(Perspective)
        raise UsageError(
            f"{value!r} is no perspective: choose one of {known}."
        ) from None
