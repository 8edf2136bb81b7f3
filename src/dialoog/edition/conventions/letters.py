"""Letters and mails: a salutation names the reader, the signature below the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.edition.body import finish
from dialoog.edition.conventions.base import Convention
from dialoog.edition.model import SegmentKind
from dialoog.edition.reading import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_NAME = (
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:van|de|der|den|ten|ter|’t|'t|[A-ZÀ-Þ][\w’'.-]*)){0,4}"
)
_SALUTATION = re.compile(
    rf"(?:Beste|Best|Dag|Hallo|Hoi|Hey|Hé|Ha|Lieve|Geachte|Waarde|Goede\w*|Amice|Ach)\s+(?:heer\s|mevrouw\s|collega\s)?"
    rf"(?P<name>{_NAME})\s*[,!.]?$"
)
_SIGN_OFF = re.compile(
    r"(?P<words>(?:(?:met|veel|een|de|hele|heel|mijn)\s+){0,3}(?:\w+e\s+)?(?:groet(?:en|jes)?|hartelijk|hartelijks|liefs|warme?|tot (?:snel|gauw|ziens|schrijfs|dan)|"
    r"dag|kus|omhels|hoogachtend|vriendelijk|je|jouw|uw|als altijd|sterkte|dank|bedankt)\b[^.,!]{0,30})(?:[,!.]\s*|\s+|$)"
    rf"(?P<name>{_NAME})?\s*$",
    re.IGNORECASE,
)
_NAME_ROW = re.compile(rf"[-–—]?\s*(?P<name>{_NAME})\s*\.?$")
_HEAD = re.compile(
    r"(?:van|aan|onderwerp|datum|cc|from|to|subject|date|verzonden)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:van|from)\s*:\s*(?P<name>[^<(]*[^<(\s])", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"P\.?\s?S\.?\b", re.IGNORECASE)
_SIGN_OFF_MAX = 70
_LEAST = 2
_TAIL = 4


@dataclass(frozen=True, slots=True)
class _Letter:
    first: int
    after: int
    to: str


def _propose(layout: Layout) -> Reading | None:
    letters = list(_letters(layout))
    if len(letters) < _LEAST:
        return None
    pieces: list[Piece] = []
    for letter in letters:
        pieces += _read(layout, letter, letters)
    if len({piece.speaker for piece in pieces if piece.speaker}) < 2:
        return None
    return finish(layout, pieces, "letters", about={})


def _letters(layout: Layout) -> Iterator[_Letter]:
    starts = [
        (row.index, match["name"])
        for row in layout.rows
        if len(row.text) <= _SIGN_OFF_MAX and (match := _SALUTATION.match(row.text))
    ]
    ends = [*(start for start, _ in starts[1:]), len(layout.rows)]
    for (start, to), end in zip(starts, ends, strict=False):
        yield _Letter(start, end, to)


def _read(
    layout: Layout, letter: _Letter, letters: Sequence[_Letter]
) -> Iterator[Piece]:
    rows = layout.rows
    signed, name, last = _signature(layout, letter)
    writer = name or _header_name(layout, letter) or _other(letter, letters)
    if not writer:
        return
    body_end = rows[signed - 1].end if signed else _body_end(layout, letter)
    for begin, stop in layout.outside_furniture(rows[letter.first].start, body_end):
        yield Piece(kind=SegmentKind.TURN, start=begin, end=stop, speaker=writer)
    if not signed:
        return
    yield Piece(kind=SegmentKind.LABEL, start=rows[signed].start, end=rows[last].end)
    if last + 1 < letter.after and _POSTSCRIPT.match(rows[last + 1].text):
        end = layout.paragraph_end(last + 1, letter.after)
        yield Piece(
            kind=SegmentKind.TURN,
            start=rows[last + 1].start,
            end=rows[end - 1].end,
            speaker=writer,
        )


def _signature(layout: Layout, letter: _Letter) -> tuple[int, str, int]:
    """Return (row of the sign-off or 0, the name, last row of the signature)."""
    rows = layout.rows
    for index in range(letter.after - 1, letter.first, -1):
        row = rows[index]
        if len(row.text) > _SIGN_OFF_MAX:
            continue
        match = _SIGN_OFF.match(row.text)
        if match and (match["name"] or _below(layout, index, letter)):
            if match["name"]:
                return index, match["name"], index
            return index, _below(layout, index, letter), index + 1
    for index in range(letter.after - 1, letter.first, -1):
        alone = _NAME_ROW.match(rows[index].text)
        if (
            alone
            and alone["name"] != letter.to
            and len(rows[index].text.split()) <= _TAIL
        ):
            return index, alone["name"], index
    return 0, "", 0


def _below(layout: Layout, index: int, letter: _Letter) -> str:
    match = (
        _NAME_ROW.match(layout.rows[index + 1].text)
        if index + 1 < letter.after
        else None
    )
    return match["name"] if match else ""


def _header_name(layout: Layout, letter: _Letter) -> str:
    for row in layout.rows[max(letter.first - _TAIL, 0) : letter.first]:
        match = _SENDER.match(row.text)
        if match:
            return match["name"].strip()
    return ""


def _other(letter: _Letter, letters: Sequence[_Letter]) -> str:
    """Who is written to in the other letters, if that is one person."""
    others = {other.to for other in letters if other.to != letter.to}
    return others.pop() if len(others) == 1 else ""


def _body_end(layout: Layout, letter: _Letter) -> int:
    """The end of an unsigned letter: before the head or the date of the next."""
    after = letter.after
    while after - 1 > letter.first and not layout.rows[after - 1].ends_sentence:
        after -= 1
    return layout.rows[after - 1].end


CONVENTION = Convention(id="letters", propose=_propose, weight=1.2)
