"""Segments: a partition of the source, so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition import lexicon
from dialoog.edition.model import Segment, SegmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.header import Header
    from dialoog.edition.layout import Layout, Row

_Claim = tuple[SegmentKind, int, int, int | None]
_PROSE = 120


def partition(
    layout: Layout, claims: Sequence[_Claim], header: Header
) -> tuple[Segment, ...]:
    """Return segments that cover the source exactly, in order.

    Args:
        layout: The rows of the source.
        claims: (kind, start, end, turn) of what a reading accounts for, in order.
        header: Tells the row of the title.

    What the claims leave open is introduction before the first turn, narration between
    turns and closing after the last; furniture where the source or the words say so.
    """
    turns = [claim for claim in claims if claim[0] is SegmentKind.TURN]
    rows = _unclaimed(layout, claims)
    filled = [*claims, *_judged(layout, rows, turns, header), *_hidden(layout)]
    filled.sort(key=lambda claim: claim[1])
    return tuple(_without_gaps(filled, len(layout.source.text)))


def _unclaimed(layout: Layout, claims: Sequence[_Claim]) -> Iterator[Row]:
    pending = iter(claims)
    claim = next(pending, None)
    for row in layout.rows:
        while claim and claim[2] <= row.start:
            claim = next(pending, None)
        if claim is None or row.end <= claim[1]:
            yield row


def _hidden(layout: Layout) -> Iterator[_Claim]:
    for start, end in layout.furniture:
        yield SegmentKind.FURNITURE, start, end, None


def _judged(
    layout: Layout, rows: Iterator[Row], turns: Sequence[_Claim], header: Header
) -> Iterator[_Claim]:
    first = turns[0][1] if turns else len(layout.source.text)
    last = turns[-1][2] if turns else len(layout.source.text)
    page_end = False
    for row in rows:
        if row.start >= last:
            page_end = page_end or bool(_is_furniture(row))
            kind = SegmentKind.FURNITURE if page_end else SegmentKind.CLOSING
        elif row.start < first:
            kind = _before(row, header)
        else:
            kind = (
                SegmentKind.FURNITURE if _is_furniture(row) else SegmentKind.NARRATION
            )
        yield kind, row.start, row.end, None


def _before(row: Row, header: Header) -> SegmentKind:
    if row.index == header.title_row or row.heading:
        return SegmentKind.HEADING
    if _is_furniture(row) or (len(row.text) < _PROSE and not row.ends_sentence):
        return SegmentKind.FURNITURE
    return SegmentKind.INTRO


def _is_furniture(row: Row) -> bool:
    return bool(
        lexicon.FURNITURE_HEADING.match(row.text) or lexicon.tells_of_the_page(row.text)
    )


def _without_gaps(claims: Sequence[_Claim], length: int) -> Iterator[Segment]:
    """Yield segments that touch: a gap goes to a neighbour that is no turn."""
    at = 0
    held: list[Segment] = []
    for kind, start, end, turn in claims:
        if end <= at or start < at:
            continue
        if start > at:
            if kind is not SegmentKind.TURN:
                start = at
            elif held and held[-1].kind is not SegmentKind.TURN:
                before = held.pop()
                held.append(Segment(kind=before.kind, start=before.start, end=start))
            else:
                held.append(Segment(kind=SegmentKind.LABEL, start=at, end=start))
        held.append(Segment(kind=kind, start=start, end=end, turn=turn))
        at = end
    if at < length:
        if held and held[-1].kind is not SegmentKind.TURN:
            before = held.pop()
            held.append(Segment(kind=before.kind, start=before.start, end=length))
        else:
            held.append(Segment(kind=SegmentKind.FURNITURE, start=at, end=length))
    yield from _merged(held)


def _merged(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind that are no turns."""
    held: Segment | None = None
    for segment in segments:
        same = (
            held and held.kind is segment.kind and segment.kind is not SegmentKind.TURN
        )
        if held and same:
            held = Segment(kind=held.kind, start=held.start, end=segment.end)
            continue
        if held:
            yield held
        held = segment
    if held:
        yield held
