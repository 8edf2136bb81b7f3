"""A reading: one way to take a source for a dialogue, and how well it fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dialoog.edition.model import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERVIEWER = "Interviewer"


class Mark(NamedTuple):
    """A place where the source says who speaks next.

    Attributes:
        start: First character of the label, time stamps included.
        end: One past its last character.
        row: Index of the row it starts in.
        name: Who, as the label says it.
        about: What stands beside the name in the label.
        begin_s: Time in the label, in seconds.
    """

    start: int
    end: int
    row: int
    name: str
    about: str = ""
    begin_s: float | None = None


class Piece(NamedTuple):
    """A stretch of the source of one kind; `speaker` is a label for turns."""

    kind: SegmentKind
    start: int
    end: int
    speaker: str = ""
    begin_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A proposal of a convention.

    Attributes:
        convention: Id of the convention.
        pieces: In order, without overlap; what they leave open is no turn.
        score: How well it fits, 0 to 1.
        about: What labels say beside the name, by label.
        guest: The one who answers, where the name is in the introduction only.
        told: People are introduced between the turns, as in a narrative.
    """

    convention: str
    pieces: tuple[Piece, ...]
    score: float
    about: dict[str, str] = field(default_factory=dict)
    guest: str = ""
    told: bool = False

    @property
    def turns(self) -> list[Piece]:
        """The pieces that are speech."""
        return [piece for piece in self.pieces if piece.kind is SegmentKind.TURN]


def fit(speakers: Sequence[str], *, spoken: int, span: int) -> float:
    """Return how much a row of speakers looks like a dialogue, 0 to 1.

    Args:
        speakers: The speaker of each turn, in order.
        spoken: Characters in turns.
        span: Characters from the first label to the end of the last turn.

    A dialogue has at least two speakers who come back and take turns, and is speech
    for the most part.
    """
    counts = Counter(speakers)
    if len(counts) < 2 or len(speakers) < 3:
        return 0.0
    back = sum(count for count in counts.values() if count > 1) / len(speakers)
    changes = sum(a != b for a, b in pairwise(speakers)) / (len(speakers) - 1)
    coverage = min(spoken / max(span, 1), 1.0)
    length = 1 - 1 / len(speakers)
    return back * (0.4 + 0.6 * changes) * (0.3 + 0.7 * coverage) * length
