"""Letters and mails: a salutation names the reader, the signature below the writer.

Where mails have a head (`Van:`, `Aan:`) it says who writes; else the signature does, or
who is written to in the other letters. A name alone with a comma is a salutation too, as
is a nickname ("Beste dokter,").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.edition.conventions.base import Convention
from dialoog.edition.model import SegmentKind
from dialoog.edition.reading import Piece
from dialoog.edition.scoring import finish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout, Row
    from dialoog.edition.reading import Reading

_NAME = (
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:van|de|der|den|ten|ter|’t|'t|[A-ZÀ-Þ][\w’'.-]*)){0,4}"
)
_GREETING = r"(?:Beste|Best|Dag|Hallo|Hoi|Hey|Hé|Hi|Ha|Ah|Lieve|Liefste|Geachte|Waarde|Goede\w*|Amice|Ach|Dierbare|Mijn beste)"
_SALUTATION = re.compile(
    rf"{_GREETING}\s+(?:heer\s|mevrouw\s|collega\s|dr\.?\s|prof\.?\s)*(?P<name>{_NAME})\s*[,!.:]?$"
)
# "Beste dokter,", "Lieve Cijferaar!": whoever that is, it opens a letter.
_GREETED = re.compile(rf"{_GREETING}\s+(?:[\w’'-]+\s?){{1,4}}[,!]$")
_ADDRESSED = re.compile(rf"(?P<name>{_NAME})[,!]$")
_SIGN_OFF = re.compile(
    r"(?P<words>(?:(?:met|veel|een|de|hele|heel|mijn)\s+){0,3}(?:\w+e\s+)?(?:groet(?:en|jes)?|hartelijk|hartelijks|liefs|warme?|tot (?:snel|gauw|ziens|schrijfs|dan)|"
    r"dag|kus|omhels|hoogachtend|vriendelijk|je|jouw|uw|als altijd|sterkte|dank|bedankt)\b[^.,!]{0,30})(?:[,!.]\s*|\s+|$)"
    rf"(?P<name>{_NAME})?\s*$",
    re.IGNORECASE,
)
_NAME_ROW = re.compile(rf"[-–—]?\s*(?i:je |jouw |uw |ik, )?(?P<name>{_NAME})\s*\.?$")
_HEAD = re.compile(
    r"(?:van|aan|onderwerp|datum|cc|bcc|from|to|subject|date|sent|verzonden|betreft|re)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"(?:van|from|afzender)\s*:\s*\"?(?P<name>[^<(\"\n]*[^<(\s\"])", re.IGNORECASE
)
_POSTSCRIPT = re.compile(r"(?:P\.?\s?S\.?|Postscriptum|Naschrift)\b", re.IGNORECASE)
_SIGN_OFF_MAX = 70
_LEAST = 2
_TAIL = 4
_HEAD_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter: its first row of words, the row after it, to whom, by whom, its head."""

    first: int
    after: int
    to: str
    sender: str = ""
    head: int | None = None


def _propose(layout: Layout) -> Reading | None:
    letters = _mails(layout)
    if len(letters) < _LEAST:
        letters = list(_letters(layout))
    if len(letters) < _LEAST:
        return None
    pieces: list[Piece] = []
    for letter in letters:
        pieces += _read(layout, letter, letters)
    if len({piece.speaker for piece in pieces if piece.speaker}) < 2:
        return None
    return finish(layout, pieces, "letters", about={})


def _mails(layout: Layout) -> list[_Letter]:
    """Letters under heads that name the sender."""
    rows = layout.rows
    heads: list[tuple[int, int, str]] = []
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and _HEAD.match(rows[end].text):
            end += 1
        senders = [
            m["name"] for row in rows[index:end] if (m := _SENDER.match(row.text))
        ]
        if end - index >= _HEAD_LEAST and senders and end < len(rows):
            heads.append((index, end, senders[0].strip()))
        index = max(end, index + 1)
    if not heads:
        return []
    stops = [*(start for start, _, _ in heads[1:]), len(rows)]
    return [
        _Letter(end, stop, _greeted(rows[end]), sender, head)
        for (head, end, sender), stop in zip(heads, stops, strict=True)
        if stop > end
    ]


def _greeted(row: Row) -> str:
    match = _SALUTATION.match(row.text) or _ADDRESSED.match(row.text)
    return match["name"] if match and len(row.text) <= _SIGN_OFF_MAX else ""


def _letters(layout: Layout) -> Iterator[_Letter]:
    named = {
        match["name"]
        for row in layout.rows
        if len(row.text) <= _SIGN_OFF_MAX and (match := _SALUTATION.match(row.text))
    }
    starts = [
        (row.index, _to(row, named))
        for row in layout.rows
        if _opens(layout, row, named)
    ]
    ends = [*(start for start, _ in starts[1:]), len(layout.rows)]
    for (start, to), end in zip(starts, ends, strict=False):
        yield _Letter(start, end, to)


def _opens(layout: Layout, row: Row, named: set[str]) -> bool:
    if len(row.text) > _SIGN_OFF_MAX:
        return False
    if _SALUTATION.match(row.text):
        return True
    if not named or not _stands_alone(layout, row):
        return False
    alone = _ADDRESSED.match(row.text)
    return bool(_GREETED.match(row.text) or (alone and alone["name"] in named))


def _stands_alone(layout: Layout, row: Row) -> bool:
    below = row.index + 1
    return row.gap > 0 and below < len(layout.rows) and layout.rows[below].gap > 0


def _to(row: Row, named: set[str]) -> str:
    name = _greeted(row)
    return name if name in named else ""


def _read(
    layout: Layout, letter: _Letter, letters: Sequence[_Letter]
) -> Iterator[Piece]:
    rows = layout.rows
    signed, name, last = _signature(layout, letter)
    writer = (
        letter.sender or name or _header_name(layout, letter) or _other(letter, letters)
    )
    if not writer:
        return
    if letter.head is not None:
        start, end = rows[letter.head].start, rows[letter.first - 1].end
        yield Piece(kind=SegmentKind.LABEL, start=start, end=end)
    body_end = rows[signed - 1].end if signed else _body_end(layout, letter)
    for begin, stop in layout.outside_furniture(rows[letter.first].start, body_end):
        yield Piece(kind=SegmentKind.TURN, start=begin, end=stop, speaker=writer)
    if not signed:
        return
    yield Piece(kind=SegmentKind.LABEL, start=rows[signed].start, end=rows[last].end)
    if last + 1 < letter.after and _POSTSCRIPT.match(rows[last + 1].text):
        after = layout.paragraph_end(last + 1, letter.after)
        yield Piece(
            kind=SegmentKind.TURN,
            start=rows[last + 1].start,
            end=rows[after - 1].end,
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
            return _wished(layout, letter, index), alone["name"], index
    return 0, "", 0


def _wished(layout: Layout, letter: _Letter, index: int) -> int:
    """The row of a wish above a name: "Slaap wel,"; else the row of the name."""
    above = layout.rows[index - 1]
    wish = above.text.endswith((",", "!")) and len(above.text.split()) <= _TAIL
    close = layout.rows[index].gap == 0 and index - 1 > letter.first
    return index - 1 if wish and close else index


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
    others = {other.to for other in letters if other.to and other.to != letter.to}
    return others.pop() if len(others) == 1 else ""


def _body_end(layout: Layout, letter: _Letter) -> int:
    """The end of an unsigned letter: before the head or the date of the next."""
    after = letter.after
    while after - 1 > letter.first and not layout.rows[after - 1].ends_sentence:
        after -= 1
    return layout.rows[after - 1].end


CONVENTION = Convention(id="letters", propose=_propose, weight=1.2)
