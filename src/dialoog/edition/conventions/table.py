"""A table with a row per turn: who and what in columns of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.edition.conventions.base import Convention
from dialoog.edition.model import SegmentKind
from dialoog.edition.reading import Piece
from dialoog.edition.scoring import finish
from dialoog.edition.stamps import find_time
from dialoog.source import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading
    from dialoog.source import Hint

_SPEAKER_HEAD = re.compile(
    r"(?:spreker|speaker|wie|naam|name|persoon|deelnemer|rol|code|label)s?",
    re.IGNORECASE,
)
_TEXT_HEAD = re.compile(
    r"(?:tekst|text|uiting|utterance|transcript\w*|content|inhoud|wat|gesproken\b.*|turn|beurt)",
    re.IGNORECASE,
)
_SURE_SPEAKER = re.compile(r"(?:spreker|speaker)s?", re.IGNORECASE)
_SURE_TEXT = re.compile(
    r"(?:tekst|text|uiting|utterance|transcript\w*|gesproken\b.*|beurt)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LEAST_FIT = 0.2
_SPOKEN_SHARE = 0.5
_TIME_HEAD = re.compile(r"(?:tijd\w*|time\w*|begin|start|timespan|van)", re.IGNORECASE)
_TIME = re.compile(r"[\[(]?\d{1,2}:\d{2}.*")
_SHORT = 40
_CERTAIN = 0.9

_Row = dict[int, "Hint"]


def _propose(layout: Layout) -> Reading | None:
    best: Reading | None = None
    for rows in _tables(layout):
        reading = _read(layout, rows)
        if reading and (best is None or len(reading.pieces) > len(best.pieces)):
            best = reading
    return best


def _tables(layout: Layout) -> Iterator[list[_Row]]:
    """Yield the rows of each table: rows with nothing but white space between them."""
    text, hints = layout.source.text, layout.source.hints
    cells = [hint for hint in hints if hint.kind is HintKind.CELL]
    table: list[_Row] = []
    end, at, number = 0, 0, ""
    for row in (hint for hint in hints if hint.kind is HintKind.ROW):
        if table and (row.value != number or text[end : row.start].strip("| \t\r\n-:")):
            yield table
            table = []
        number = row.value
        found: _Row = {}
        while at < len(cells) and cells[at].start < row.end:
            if cells[at].start >= row.start:
                found[int(cells[at].value)] = cells[at]
            at += 1
        table.append(found)
        end = row.end
    if table:
        yield table


def _read(layout: Layout, rows: Sequence[_Row]) -> Reading | None:
    text = layout.source.text
    columns: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        for column, cell in row.items():
            columns[column].append(text[cell.start : cell.end])
    head = [index for index, row in enumerate(rows[:1]) if _is_head(text, row)]
    speakers, words = _columns(columns, rows[0] if head else {}, text)
    if speakers is None or words is None or speakers == words:
        return None
    pieces = list(_pieces(text, rows[len(head) :], speakers, words))
    if len({piece.speaker for piece in pieces if piece.speaker}) < 2:
        return None
    reading = finish(layout, pieces, "table", about={})
    if not (head and _is_transcript_head(text, rows[0])):
        spoken = columns[words]
        sentences = sum(bool(_SENTENCE.search(said)) for said in spoken)
        if reading.score < _LEAST_FIT or sentences < _SPOKEN_SHARE * len(spoken):
            return None
    return replace(reading, score=max(reading.score, _CERTAIN))


def _is_transcript_head(text: str, row: _Row) -> bool:
    """True for heads that only a transcript has, so that two rows are enough."""
    cells = [text[cell.start : cell.end].strip() for cell in row.values()]
    return any(map(_SURE_SPEAKER.fullmatch, cells)) and any(
        map(_SURE_TEXT.fullmatch, cells)
    )


def _is_head(text: str, row: _Row) -> bool:
    cells = [text[cell.start : cell.end].strip() for cell in row.values()]
    return any(
        _SPEAKER_HEAD.fullmatch(cell) or _TEXT_HEAD.fullmatch(cell) for cell in cells
    )


def _columns(
    columns: dict[int, list[str]], head: _Row, text: str
) -> tuple[int | None, int | None]:
    """The column of the speakers (by head, or short and coming back), and of the words."""
    speakers = words = None
    for column, cell in head.items():
        name = text[cell.start : cell.end].strip()
        if _SPEAKER_HEAD.fullmatch(name) and speakers is None:
            speakers = column
        elif _TEXT_HEAD.fullmatch(name) and words is None:
            words = column
    if words is None:
        longest = {column: sum(map(len, cells)) for column, cells in columns.items()}
        words = max(longest, key=lambda column: longest[column], default=None)
    if speakers is None:
        speakers = next(
            (c for c in sorted(columns) if c != words and _comes_back(columns[c])), None
        )
    return speakers, words


def _comes_back(cells: Sequence[str]) -> bool:
    names = [cell.strip() for cell in cells if cell.strip()]
    if not names or any(
        len(name) > _SHORT or _TIME.fullmatch(name) or name.rstrip(".").isdigit()
        for name in names
    ):
        return False
    often = sum(count for count in Counter(names).values() if count > 1)
    return len(set(names)) >= 2 and often >= 0.6 * len(names)


def _pieces(
    text: str, rows: Sequence[_Row], speakers: int, words: int
) -> Iterator[Piece]:
    speaker = ""
    for row in rows:
        who, what = row.get(speakers), row.get(words)
        if who:
            name = text[who.start : who.end].strip().rstrip(":").strip()
            speaker = name or speaker
            yield Piece(kind=SegmentKind.LABEL, start=who.start, end=who.end)
        if what and speaker:
            yield Piece(
                kind=SegmentKind.TURN,
                start=what.start,
                end=what.end,
                speaker=speaker,
                begin_s=_time(text, row, words),
            )


def _time(text: str, row: _Row, words: int) -> float | None:
    cells = (
        text[cell.start : cell.end] for column, cell in row.items() if column != words
    )
    return next(
        (find_time(cell) for cell in cells if _TIME.fullmatch(cell.strip())), None
    )


CONVENTION = Convention(id="table", propose=_propose, weight=1.1)
