"""Block quotations with their source below or above, as web pages set a two-hander."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition.body import finish
from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import parse_label
from dialoog.edition.model import SegmentKind
from dialoog.edition.quotes import inside_quotes
from dialoog.edition.reading import Piece
from dialoog.source import HintKind

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading
    from dialoog.source import Hint

_LEAST = 2
_NEAR = 4


def _propose(layout: Layout) -> Reading | None:
    text = layout.source.text
    quotes = [hint for hint in layout.source.hints if hint.kind is HintKind.QUOTE]
    cites = [hint for hint in layout.source.hints if hint.kind is HintKind.CITE]
    pieces: list[Piece] = []
    about: dict[str, str] = {}
    for quote in quotes:
        cite = _cite_of(text, quote, cites)
        label = (
            parse_label(text[cite.start : cite.end].strip(" –—-\n")) if cite else None
        )
        if cite is None or label is None:
            continue
        if label.about:
            about.setdefault(label.name, label.about)
        pieces += _pieces(text, quote, cite, label.name)
    if len(pieces) < 2 * _LEAST:
        return None
    return finish(layout, pieces, "quote-cite", about=about)


def _cite_of(text: str, quote: Hint, cites: list[Hint]) -> Hint | None:
    """The cite inside a quotation, or else right after or before it."""
    for cite in cites:
        if quote.start <= cite.start and cite.end <= quote.end:
            return cite
    for cite in cites:
        between = (
            text[quote.end : cite.start]
            if cite.start >= quote.end
            else text[cite.end : quote.start]
        )
        if len(between) <= _NEAR and not between.strip(" \n–—-"):
            return cite
    return None


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
