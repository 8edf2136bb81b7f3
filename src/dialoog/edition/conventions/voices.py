"""The file says who speaks: voice tags, tiers, utterances, speakers of a recogniser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition.conventions.base import Convention
from dialoog.edition.model import SegmentKind
from dialoog.edition.reading import Piece
from dialoog.edition.scoring import finish
from dialoog.source import HintKind

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_CERTAIN = 0.95


def _propose(layout: Layout) -> Reading | None:
    pieces: list[Piece] = []
    speaker = ""
    for hint in layout.source.hints:
        if hint.kind is not HintKind.VOICE:
            continue
        # A segment without a speaker goes on with the one before it.
        speaker = hint.value or speaker
        if speaker and layout.source.text[hint.start : hint.end].strip():
            pieces.append(
                Piece(
                    kind=SegmentKind.TURN,
                    start=hint.start,
                    end=hint.end,
                    speaker=speaker,
                    begin_s=hint.begin_s,
                    end_s=hint.end_s,
                )
            )
    if not pieces:
        return None
    return finish(layout, pieces, "voices", about={}, least=_CERTAIN)


CONVENTION = Convention(id="voices", propose=_propose, weight=1.2)
