"""Normalise the text of a turn, and keep the way back to the source.

What changes, and nothing else: every white space becomes one space; soft hyphens and
zero-width characters go; a word broken by a hyphen at a line end is joined; bullets at
the start of a list paragraph go; a letter with combining marks becomes one character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BULLETS = "•◦▪‣●■·∙"
_SOFT = "\u00ad"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = BULLETS + _INVISIBLE
# One alternative per change, tried only where one can start. A single space is no change,
# so a plain run of words is passed over as a whole.
_PLAIN = rf"""
    (?=[\s\-‐{_INVISIBLE}])(?:
    (?P<broken>(?<=[^\W\d_])[-‐{_SOFT}][^\S\n\r]*(?:\r\n?|\n)\s*(?=[a-zà-ÿ]))
  | (?P<gone>[{_INVISIBLE}]+)
  | (?P<space>(?:[ ](?=[\s{_INVISIBLE}])|[^\S ])[\s{_INVISIBLE}]*
        (?:[{BULLETS}]\s[\s{_INVISIBLE}]*)?)
    )
"""
_CHANGE = re.compile(_PLAIN, re.VERBOSE)
_CHANGE_OR_MARK = re.compile(
    rf"(?P<marked>[^\W\d_][\u0300-\u036f]+)|{_PLAIN}", re.VERBOSE
)
_HYPHENS = ("-", "‐")
_BROKEN = re.compile(r"[-‐]\s*[\r\n]")
_BULLET_START = re.compile(rf"\s*[{BULLETS}]\s+")
# "in- \nen uitvoer": the hyphen stands for a word part, the line end is a space.
_ELLIPSIS = re.compile(r"(?:en|of|noch|dan wel|tot)\b")
_LINE_END = re.compile(r"\r\n?|[\n\f\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# A line this long was not broken by hand: its end is the end of a paragraph.
_UNBROKEN_LINE = 120


@dataclass(frozen=True, slots=True)
class Normalised:
    """The text of a turn and where it came from.

    Attributes:
        text: The words, white space single.
        offsets: `offsets[i]` is the place in the source of character i.
        breaks: Places in `text` where a paragraph other than the first starts.
    """

    text: str
    offsets: tuple[int, ...]
    breaks: tuple[int, ...]


def normalise(text: str, spans: Sequence[tuple[int, int]]) -> Normalised:
    """Return the normalised text of `spans` of `text`, with offsets and breaks.

    Pieces are joined with a space, or without one where the first ends in a broken
    word. Time and space are linear in the length of the spans.
    """
    words: list[str] = []
    offsets: list[int] = []
    breaks: list[int] = []
    for piece, start, stop in _pieces(text, spans):
        if piece == _BREAK:
            breaks.append(len(offsets))
            continue
        words.append(piece)
        if stop - start == len(piece):
            offsets.extend(range(start, stop))
        else:
            offsets.extend([start] * len(piece))
    joined = "".join(words)
    inside = tuple(at for at in dict.fromkeys(breaks) if 0 < at < len(joined))
    return Normalised(joined, tuple(offsets), inside)


def normalised_text(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return only the text of `normalise`, without the cost of the offsets."""
    pieces = [text[start:stop] for start, stop in spans]
    if all(map(_only_white_space_changes, pieces)) and not any(
        piece.rstrip().endswith(_HYPHENS) for piece in pieces[:-1]
    ):
        return " ".join(" ".join(pieces).split())
    return "".join(piece for piece, _, _ in _pieces(text, spans) if piece != _BREAK)


def _only_white_space_changes(piece: str) -> bool:
    """Whether the fast way gives the same; plain searches, because turns are long."""
    if piece.isascii():
        return "-" not in piece or not _BROKEN.search(piece)
    if any(mark in piece for mark in _MARKS):
        return False
    return unicodedata.is_normalized("NFC", piece) and not _BROKEN.search(piece)


_BREAK = "\x00break"


def _pieces(
    text: str, spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Yield (words, start, stop) for what stays, and _BREAK before a paragraph."""
    trimmed = [span for span in (_trim(text, *span) for span in spans) if span]
    for index, (start, stop) in enumerate(trimmed):
        broken = index + 1 < len(trimmed) and _breaks_word(
            text, stop, trimmed[index + 1][0]
        )
        yield from _changes(text, start, stop - 1 if broken else stop)
        if index + 1 < len(trimmed) and not broken:
            following = trimmed[index + 1][0]
            yield " ", stop, following
            if _ends_sentence(text, stop) and _LINE_END.search(text, stop, following):
                yield _BREAK, following, following


def _trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    ignorable = _INVISIBLE
    while start < stop and (text[start].isspace() or text[start] in ignorable):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ignorable):
        # A soft hyphen at the end breaks a word that goes on in the next piece.
        if text[stop - 1] == _SOFT and stop - 1 > start and text[stop - 2].isalpha():
            break
        stop -= 1
    bullet = _BULLET_START.match(text, start, stop)
    if bullet and bullet.end() < stop:
        start = bullet.end()
    return (start, stop) if start < stop else None


def _breaks_word(text: str, stop: int, following: int) -> bool:
    """True if a hyphen before `stop` breaks a word that goes on at `following`."""
    return (
        stop >= 2
        and text[stop - 1] in f"-‐{_SOFT}"
        and text[stop - 2].isalpha()
        and text[following].islower()
        and not _ELLIPSIS.match(text, following)
        and bool(_LINE_END.search(text, stop, following))
    )


def _changes(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    at = start
    composed = unicodedata.is_normalized("NFC", text[start:stop])
    pattern = _CHANGE if composed else _CHANGE_OR_MARK
    for match in pattern.finditer(text, start, stop):
        if match.start() > at:
            yield text[at : match.start()], at, match.start()
        at = match.end()
        yield from _changed(text, match)
    if at < stop:
        yield text[at:stop], at, stop


def _changed(text: str, match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    start, stop = match.span()
    if match.lastgroup == "marked":
        yield unicodedata.normalize("NFC", match.group()), start, stop
    elif match.lastgroup == "broken":
        if _ELLIPSIS.match(text, stop):
            yield match.group()[0], start, start + 1
            yield " ", start + 1, stop
    elif match.lastgroup == "space":
        yield from _white_space(text, start, stop)


def _white_space(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    gap = text[start:stop]
    bullet = next((at for at, mark in enumerate(gap) if mark in BULLETS), None)
    yield " ", start, start + 1
    if bullet is not None and not _LINE_END.search(gap, 0, bullet):
        yield gap[bullet], start + bullet, start + bullet + 1
        yield " ", start + bullet + 1, stop
    elif _starts_paragraph(text, start, gap):
        yield _BREAK, stop, stop


def _starts_paragraph(text: str, before: int, gap: str) -> bool:
    """True if the white space `gap` after `before` parts two paragraphs.

    A blank line, a bullet, a line end after a full sentence or after a line too long
    to be broken by hand.
    """
    ends = _LINE_END.findall(gap)
    if not ends:
        return False
    if len(ends) > 1 or any(mark in gap for mark in BULLETS):
        return True
    return _ends_sentence(text, before) or before - _line_start(text, before) > (
        _UNBROKEN_LINE
    )


def _ends_sentence(text: str, before: int) -> bool:
    return bool(_ENDS_SENTENCE.search(text, max(before - 4, 0), before))


def _line_start(text: str, before: int) -> int:
    """Start of the line, or a place more than `_UNBROKEN_LINE` characters back."""
    earliest = max(before - _UNBROKEN_LINE - 1, 0)
    return max(text.rfind(mark, earliest, before) for mark in "\n\r") + 1 or earliest
