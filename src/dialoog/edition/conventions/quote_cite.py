"""Block quotations with their source below or above, as web pages set a two-hander."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import parse_label
from dialoog.edition.model import SegmentKind
from dialoog.edition.quotes import inside_quotes
from dialoog.edition.reading import Piece
from dialoog.edition.scoring import finish
from dialoog.source import HintKind

if TYPE_CHECKING:
    from dialoog.edition.labels import Label
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading
    from dialoog.source import Hint

_LEAST = 2
_NEAR = 4


def _propose(layout: Layout) -> Reading | None:
    text = layout.source.text
    names = [hint for hint in layout.source.hints if hint.kind is HintKind.NAME]
    pieces: list[Piece] = []
    about: dict[str, str] = {}
    for quote, cite in _pairs(layout):
        label = _label(text, cite, names)
        if label is None:
            continue
        if label.about:
            about.setdefault(label.name, label.about)
        pieces += _pieces(text, quote, cite, label.name)
    if len(pieces) < 2 * _LEAST:
        return None
    return finish(layout, pieces, "quote-cite", about=about)


def _label(text: str, cite: Hint, names: list[Hint]) -> Label | None:
    """The label in a cite: what the page says is a name, or what reads as one."""
    at = bisect_left(names, cite.start, key=lambda hint: hint.start)
    if at < len(names) and names[at].end < cite.end:
        label = parse_label(text[names[at].start : names[at].end])
        rest = text[names[at].end : cite.end].strip(" ,–—-|\n")
        if label:
            return replace(label, about=label.about or rest)
    return parse_label(text[cite.start : cite.end].strip(" –—-\n"))


def _pairs(layout: Layout) -> list[tuple[Hint, Hint]]:
    """Quotations with their cite: inside, else all before or all after, next to it."""
    text, hints = layout.source.text, layout.source.hints
    quotes = [hint for hint in hints if hint.kind is HintKind.QUOTE]
    cites = [hint for hint in hints if hint.kind is HintKind.CITE]
    starts = [cite.start for cite in cites]
    inside, before, after = [], [], []
    for quote in quotes:
        at = bisect_left(starts, quote.start)
        following = cites[at] if at < len(cites) else None
        if following and following.end <= quote.end:
            inside.append((quote, following))
            continue
        after_at = bisect_left(starts, quote.end)
        if after_at < len(cites) and _near(text, quote.end, starts[after_at]):
            after.append((quote, cites[after_at]))
        if at and _near(text, cites[at - 1].end, quote.start):
            before.append((quote, cites[at - 1]))
    beside = before if len(before) > len(after) else after
    return sorted([*inside, *beside], key=lambda pair: pair[0].start)


def _near(text: str, start: int, end: int) -> bool:
    return end - start <= _NEAR and not text[start:end].strip(" \n–—-")


def _pieces(text: str, quote: Hint, cite: Hint, speaker: str) -> list[Piece]:
    start, end = quote.start, quote.end
    if cite.start >= start and cite.end <= end:
        start, end = (
            (start, cite.start)
            if cite.start - start > end - cite.end
            else (cite.end, end)
        )
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \n–—-"))
    end -= len(words) - len(words.rstrip(" \n–—-"))
    start, end = inside_quotes(text, start, end)
    said = Piece(kind=SegmentKind.TURN, start=start, end=end, speaker=speaker)
    label = Piece(kind=SegmentKind.LABEL, start=cite.start, end=cite.end)
    return sorted([said, label], key=lambda piece: piece.start)


CONVENTION = Convention(id="quote-cite", propose=_propose, weight=1.1)
