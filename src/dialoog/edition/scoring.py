"""A scored reading from the pieces that a convention found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition.labels import fold, same_person
from dialoog.edition.model import SegmentKind
from dialoog.edition.reading import Piece, Reading, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.edition.layout import Layout

_TURN = SegmentKind.TURN
# Among more labels, forms of one name are not looked for.
_FORMS_MAX = 100


def finish(
    layout: Layout,
    pieces: list[Piece],
    convention: str,
    *,
    about: dict[str, str],
    guest: str = "",
    least: float = 0.0,
) -> Reading:
    """Return the scored reading of pieces; `least` where the source itself is sure."""
    turns = [piece for piece in pieces if piece.kind is _TURN]
    speakers = _persons([piece.speaker for piece in turns])
    merged = [
        name for i, name in enumerate(speakers) if i == 0 or speakers[i - 1] != name
    ]
    spoken = sum(piece.end - piece.start for piece in turns)
    span = _words_between(layout, pieces)
    return Reading(
        convention=convention,
        pieces=tuple(pieces),
        score=max(fit(merged, spoken=spoken, span=span), least),
        about=about,
        guest=guest,
    )


def _persons(labels: list[str]) -> list[str]:
    """The labels, each in the shortest form of its name: "Anke" for "Anke Zuur"."""
    forms = sorted(set(labels), key=len)
    if len(forms) > _FORMS_MAX:
        return labels
    shortest = {
        label: next(
            form
            for form in forms
            if form == label or same_person(fold(label), fold(form))
        )
        for label in forms
    }
    return [shortest[label] for label in labels]


def _words_between(layout: Layout, pieces: Sequence[Piece]) -> int:
    """Characters in rows from the first turn to the last, labels left out."""
    turns = [piece for piece in pieces if piece.kind is _TURN]
    if not turns:
        return 0
    first, last = layout.row_at(turns[0].start), layout.row_at(turns[-1].end - 1)
    labels = sum(p.end - p.start for p in pieces if p.kind is SegmentKind.LABEL)
    rows = layout.rows[first : last + 1]
    return max(sum(row.end - row.start for row in rows) - labels, 1)
