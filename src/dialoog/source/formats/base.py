"""What a format is: how it is told, and what reading one gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialoog.errors import Note
    from dialoog.source.model import Hint

_HEAD_BYTES = 4096


@dataclass(frozen=True)
class Probe:
    """The bytes of a file and its name, for telling the format."""

    raw: bytes
    name: str
    suffix: str

    @cached_property
    def head(self) -> str:
        """The first characters, byte order mark and leading white space removed."""
        start = self.raw[:_HEAD_BYTES]
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            return start.decode("utf-16", errors="ignore").lstrip()
        return start.decode("utf-8-sig", errors="replace").lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What a format takes from the bytes of a file; see `Source` for the fields."""

    text: str
    encoding: str | None = None
    extracted: bool = True
    hints: tuple[Hint, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file.

    Attributes:
        id: Short name, as in `Source.format`.
        recognise: Whether the bytes are of this format. The content decides; the
            suffix only where contents of two formats can be the same.
        read: From bytes to text and hints.
    """

    id: str
    recognise: Callable[[Probe], bool]
    read: Callable[[Probe], Extract]
