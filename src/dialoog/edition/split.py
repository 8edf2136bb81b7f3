"""split: from a `Source` to an `Edition`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.edition.conventions import CONVENTIONS
from dialoog.edition.header import read_header
from dialoog.edition.labels import parse_label
from dialoog.edition.layout import Layout
from dialoog.edition.model import Edition, Perspective, SegmentKind, Turn
from dialoog.edition.normalise import normalised_text
from dialoog.edition.segments import partition
from dialoog.edition.speakers import Cast
from dialoog.errors import Note
from dialoog.source.model import called

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialoog.edition.conventions import Convention
    from dialoog.edition.reading import Piece, Reading
    from dialoog.source import Source

    _Ranked = tuple[Reading, float]
    """A reading and its standing among the others."""

# Below this a reading is no dialogue: the best reading of the articles, lists and
# poems in tests/data scores half of it.
LEAST_SCORE = 0.3
DOUBTFUL_SCORE = 0.5
_COMPETE_ON = 50_000


def split(
    source: Source, *, perspectives: Mapping[str, Perspective] | None = None
) -> Edition:
    """Return the edition in a source: its turns, speakers and segments.

    Every convention proposes a reading of the text; the one that looks most like a
    dialogue wins. A text without dialogue has no turns and a note that says why.

    Args:
        source: The text to take apart.
        perspectives: Perspectives set by hand, by name or label of the speaker.
    """
    layout = Layout(source)
    ranked = _readings(layout)
    best = ranked[0][0] if ranked and _fits(ranked[0][0]) else None
    if best is None:
        return _without_dialogue(layout, ranked[0][0] if ranked else None)
    cast = Cast(layout, best)
    turns = _turns(source, best, cast)
    speakers, doubts = cast.speakers(perspectives or {})
    spoken = {turn.speaker for turn in turns}
    header = read_header(layout, best.pieces[0].start)
    return Edition(
        source=source,
        title=header.title,
        series=header.series,
        date=header.date,
        convention=best.convention,
        confidence=round(best.score, 3),
        runner_up=_runner_up(ranked),
        speakers=tuple(speaker for speaker in speakers if speaker.name in spoken),
        turns=turns,
        segments=partition(layout, _numbered(best, turns), header),
        notes=(*source.notes, *_doubts(best), *doubts),
    )


def _runner_up(ranked: Sequence[_Ranked]) -> tuple[str, float] | None:
    """The second reading, with its standing beside the confidence of the first."""
    if len(ranked) < 2:
        return None
    (best, most), (second, less) = ranked[:2]
    return second.convention, round(best.score * less / most, 3)


def _readings(layout: Layout) -> list[_Ranked]:
    """The readings that conventions propose with their standing, best first.

    In a long text they compete on its first part, and the winner reads all of it.
    """
    source = layout.source
    if len(source.text) > _COMPETE_ON:
        ranked = _ranked(Layout(_first_part(source)))
        whole = ranked[0][1].propose(layout) if ranked and _fits(ranked[0][0]) else None
        if whole:
            (first, by), *others = ranked
            standing = [(reading, _standing(reading, o)) for reading, o in others]
            return [(whole, _standing(first, by)), *standing]
    return [(reading, _standing(reading, by)) for reading, by in _ranked(layout)]


def _ranked(layout: Layout) -> list[tuple[Reading, Convention]]:
    proposals = [(convention.propose(layout), convention) for convention in CONVENTIONS]
    found = [(reading, by) for reading, by in proposals if reading and reading.turns]
    return sorted(found, key=lambda pair: -_standing(*pair))


def _standing(reading: Reading, by: Convention) -> float:
    """By what readings are ranked: how well one fits, and how particular it is."""
    return reading.score * by.weight


def _fits(reading: Reading) -> bool:
    return reading.score >= LEAST_SCORE


def _first_part(source: Source) -> Source:
    end = source.text.rfind("\n", 0, _COMPETE_ON) + 1 or _COMPETE_ON
    hints = tuple(hint for hint in source.hints if hint.end <= end)
    return replace(source, text=source.text[:end], hints=hints)


def _without_dialogue(layout: Layout, best: Reading | None) -> Edition:
    source = layout.source
    header = read_header(layout, len(source.text))
    if not source.text.strip():
        note = Note(
            code="empty",
            message=f"{called(source.name)} is empty: there is nothing to split.",
        )
    elif layout.rows and all(_is_bare_label(row.text) for row in layout.rows):
        note = Note(
            code="no-dialogue",
            message=f"{called(source.name)} holds labels of speakers, but not a word that they say.",
        )
    else:
        note = Note(
            code="no-dialogue",
            message=f"{called(source.name)} holds no dialogue that dialoog can see: no labels, "
            "questions or quotations come back in turn.",
        )
    return Edition(
        source=source,
        title=header.title,
        series=header.series,
        date=header.date,
        runner_up=(best.convention, round(best.score, 3)) if best else None,
        segments=partition(layout, (), header),
        notes=(*source.notes, note),
    )


def _is_bare_label(text: str) -> bool:
    return text.endswith(":") and parse_label(text) is not None


def _turns(source: Source, reading: Reading, cast: Cast) -> tuple[Turn, ...]:
    """Join the pieces of one speaker with nobody in between to turns."""
    turns: list[Turn] = []
    group: list[Piece] = []
    speaker = ""
    for piece in reading.turns:
        name = cast.of_label[piece.speaker].name
        if group and name != speaker:
            turns.append(_turn(source, len(turns), speaker, group))
            group = []
        speaker = name
        group.append(piece)
    if group:
        turns.append(_turn(source, len(turns), speaker, group))
    return tuple(turns)


def _turn(source: Source, number: int, speaker: str, pieces: Sequence[Piece]) -> Turn:
    spans = _joined(source.text, pieces)
    begins = [piece.begin_s for piece in pieces if piece.begin_s is not None]
    ends = [piece.end_s for piece in pieces if piece.end_s is not None]
    return Turn(
        number=number,
        speaker=speaker,
        spans=spans,
        text=normalised_text(source.text, spans),
        begin_s=begins[0] if begins else None,
        end_s=ends[-1] if ends else None,
    )


def _joined(text: str, pieces: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Spans of pieces, white space trimmed, joined where only white space parts them."""
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        start, end = piece.start, piece.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def _numbered(
    reading: Reading, turns: Sequence[Turn]
) -> tuple[tuple[SegmentKind, int, int, int | None], ...]:
    """The pieces that are no speech, and the spans of the turns, in order."""
    spans = [
        (SegmentKind.TURN, *span, turn.number) for turn in turns for span in turn.spans
    ]
    rest = [
        (piece.kind, piece.start, piece.end, None)
        for piece in reading.pieces
        if piece.kind is not SegmentKind.TURN
    ]
    return tuple(sorted([*spans, *rest], key=lambda item: item[1]))


def _doubts(reading: Reading) -> list[Note]:
    if reading.score >= DOUBTFUL_SCORE:
        return []
    message = (
        f"The split into turns is doubtful (convention {reading.convention}, confidence "
        f"{reading.score:.2f}): look at the turns before you use them."
    )
    return [Note(code="split-doubtful", message=message)]
