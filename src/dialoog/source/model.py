"""Source: the decoded text of a file, with hints of its layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.errors import Note


STDIN = "-"
"""Name of the source that is read from standard input."""


def called(name: str) -> str:
    """What messages call a source: its name, "standard input" for `-`."""
    return "standard input" if name == STDIN else name


class HintKind(StrEnum):
    """What a reader can tell about a stretch of the text, beyond its characters."""

    HEADING = "heading"
    BOLD = "bold"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CITE = "cite"
    CAPTION = "caption"
    ROW = "row"
    CELL = "cell"
    CUE = "cue"
    VOICE = "voice"
    STAGE = "stage"
    FURNITURE = "furniture"
    NAME = "name"
    STYLE = "style"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A layout fact about `text[start:end]` of a source.

    Attributes:
        kind: What it is.
        start: First character (half-open range).
        end: One past the last character.
        value: What the kind needs: the level of a heading, the column of a cell,
            the name of a voice, the style or class of a paragraph.
        begin_s: Seconds from the start of the recording, for cues.
        end_s: Seconds from the start of the recording, for cues.
    """

    kind: HintKind
    start: int
    end: int
    value: str = ""
    begin_s: float | None = None
    end_s: float | None = None


class Line(NamedTuple):
    """A line of the source without its line end; `text == source[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Source:
    """The decoded text of one file.

    Attributes:
        text: The decoded file: BOM removed, line ends untouched. For formats
            without a text of their own (docx, pdf, html …) the extracted text.
        name: The file as the user named it (`-` for standard input).
        sha256: Of the bytes of the file.
        format: Id of the format that read it, as "txt".
        encoding: The encoding found, or None for binary formats.
        extracted: True if `text` was extracted, so that offsets are into it and
            not into the file.
        hints: Layout facts, by start.
        metadata: What the file says of itself (`title`, `date`, `author`).
        notes: Doubts that came up while reading.
    """

    text: str
    name: str
    sha256: str
    format: str
    encoding: str | None = None
    extracted: bool = False
    hints: tuple[Hint, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Yield the lines in order, empty ones too."""
        start = 0
        for raw in self.text.splitlines(keepends=True):
            text = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            yield Line(start, start + len(text), text)
            start += len(raw)

    def __repr__(self) -> str:
        """One line: the file, and how much text is in it."""
        return f"<Source {self.name!r}: {self.format}, {len(self.text)} characters>"
