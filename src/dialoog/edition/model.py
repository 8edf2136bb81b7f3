"""Edition: one published dialogue, taken apart into segments, speakers and turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dialoog.edition.html_view import edition_html

if TYPE_CHECKING:
    import datetime as dt

    from dialoog.errors import Note
    from dialoog.source import Source


class Perspective(StrEnum):
    """From where a speaker looks at the topic."""

    ACADEMIC = "academic"
    PRACTITIONER = "practitioner"
    MODERATOR = "moderator"
    OTHER = "other"


class SegmentKind(StrEnum):
    """What a stretch of the source is; every character has one."""

    TURN = "turn"
    LABEL = "label"
    HEADING = "heading"
    INTRO = "intro"
    NARRATION = "narration"
    CLOSING = "closing"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A half-open range of the source of one kind.

    `turn` is the number of the turn for segments of kind TURN, else None.
    """

    kind: SegmentKind
    start: int
    end: int
    turn: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the source that support a statement about a speaker.

    `reason` says what they show ("a university", "a doctoral candidate"); `start` and
    `end` are None when the user said it (`--perspective`).
    """

    text: str
    reason: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: full name, affiliation, perspective, and why we think so."""

    name: str
    affiliation: str | None = None
    perspective: Perspective = Perspective.OTHER
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of text by one speaker.

    Attributes:
        number: Place in the dialogue, from 0.
        speaker: Name of the speaker, as in `Edition.speakers`.
        spans: Its pieces in the source, half-open, in order, without overlap.
        text: The words: white space single, outer quotation marks, soft hyphens
            and line-end hyphens gone.
        begin_s: Start in the recording in seconds, where the file tells.
        end_s: End in the recording in seconds, where the file tells.
    """

    number: int
    speaker: str
    spans: tuple[tuple[int, int], ...]
    text: str
    begin_s: float | None = None
    end_s: float | None = None

    @property
    def start(self) -> int:
        """First character in the source."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """One past the last character in the source."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Edition:
    """One published dialogue interview.

    Attributes:
        source: The text it came from.
        title: Title of the edition, or None.
        series: Series it belongs to, or None.
        date: Date of publication, or None.
        convention: Id of the convention that marks the turns, or None (no dialogue).
        confidence: How sure we are of the reading, 0 to 1.
        runner_up: Id of the next best reading and how it stood when the two were
            compared, on the scale of `confidence` and never above it; or None.
        speakers: In order of first turn.
        turns: In order of the source.
        segments: A partition of the source: joined, they give it back.
        notes: Doubts, those of the source included.
    """

    source: Source
    title: str | None = None
    series: str | None = None
    date: dt.date | None = None
    convention: str | None = None
    confidence: float = 0.0
    runner_up: tuple[str, float] | None = None
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()
    segments: tuple[Segment, ...] = ()
    notes: tuple[Note, ...] = ()

    def speaker_of(self, turn: Turn) -> Speaker:
        """The speaker of a turn of this edition."""
        return next(s for s in self.speakers if s.name == turn.speaker)

    def __repr__(self) -> str:
        """One line: which edition, how many turns, by whom."""
        names = ", ".join(speaker.name for speaker in self.speakers) or "nobody"
        return (
            f"<Edition {self.title or self.source.name!r}: "
            f"{len(self.turns)} turns by {names}>"
        )

    def _repr_html_(self) -> str:
        """The turns, coloured by perspective, for a notebook."""
        return edition_html(self)
