"""Running heads, page numbers and notes in text without layout (a PDF saved as text)."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.edition.lexicon import ROLE_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.source import Line

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:pag(?:ina|\.)?\s*|p\.\s*)?\d{1,4}\W*", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:page|pagina|pag\.?|blz\.?|bladzijde)\s*(?P<number>\d{1,4})(?:\s*(?:van|of|/)\s*\d{1,4})?\s*(?:[:|–—-].*)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\W*(?P<a>\d{1,4})(?:\W*|\s*[|·•–—/-]\s*\D{3,60})|\D{3,60}\s*[|·•–—/-]\s*(?P<b>\d{1,4})"
)
_GLUED = re.compile(r"\s*(?P<number>\d{1,4})(?=[^\W\d_])")
# A note of a page: "1 Zie de lijst.", "[2] Later herzien.", "† Bedoeld is de molen."
_NOTE = re.compile(
    r"\s*(?P<mark>\d{1,2}|\[\^?\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[†‡])[.):]?\s+(?=[^\W\d_]{2})"
)
_REFERENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.?!,;:”’»)\]])(?P<mark>\d{1,2}|[†‡])(?=\s|$)"
    r"|(?<=[a-zà-ÿ]{3})(?P<low>\d{1,2})(?=[.?!,;:]?(?:\s|$))"
    r"|(?P<square>\[\^?\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
)
_LONGEST = 90
_NUMBERED = frozenset(
    [
        "deel",
        "stap",
        "hoofdstuk",
        "stelling",
        "thema",
        "ronde",
        "fragment",
        "scène",
        "bedrijf",
        "les",
        "dag",
        "week",
    ]
)


def running_heads(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the extents of lines that come back with another number.

    `Zorg & Grond   17` and `Zorg & Grond   18`; `12` and `13`, as long as the numbers
    go up by little and the line stands at the edge of a paragraph.
    """
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        text = line.text.strip()
        if (
            text
            and len(text) <= _LONGEST
            and ":" not in text
            and text[-1] not in ".?!,;"
        ):
            numbers = _DIGITS.findall(text)
            if len(numbers) == 1:
                groups[" ".join(_DIGITS.sub("#", text).split())].append(line)
    found = [
        (line.start, line.end)
        for key, group in groups.items()
        if len(group) > 1
        and not _counts(key)
        and _rises(group)
        and (len(key) > 6 or _NUMBER.fullmatch(group[0].text))
        for line in group
    ]
    return sorted(found)


def page_lines(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the extents of lines that say which page it is, and those beside them.

    `Page 13: Wie hoort de put?`, and beside it `(12)`, `12 | STADSBLAD`, or the number
    glued to the first word: `13hele andere klank`.
    """
    filled = [line for line in lines if line.text.strip()]
    found: list[tuple[int, int]] = []
    for place, line in enumerate(filled):
        page = _PAGE.match(line.text.strip())
        if page is None or len(line.text) > _LONGEST:
            continue
        found.append((line.start, line.end))
        number = int(page["number"])
        for near in filled[max(place - 2, 0) : place + 3]:
            beside = _BESIDE.fullmatch(near.text.strip())
            if beside and abs(int(beside["a"] or beside["b"]) - number) <= 1:
                found.append((near.start, near.end))
        after = filled[place + 1] if place + 1 < len(filled) else None
        glued = _GLUED.match(after.text) if after else None
        if after and glued and int(glued["number"]) == number:
            found.append((after.start, after.start + glued.end()))
    return sorted(set(found))


def footnotes(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the extents of notes: lines that start with a number glued to a word above.

    A note goes on to the next blank line; it stands apart or follows another note.
    """
    starts = [
        (index, match["mark"])
        for index, line in enumerate(lines)
        if (match := _NOTE.match(line.text))
    ]
    if not starts:
        return []
    first: dict[str, int] = {}
    for reference in _REFERENCE.finditer(text):
        mark = next(part for part in reference.groups() if part)
        first.setdefault(mark.strip("[]^"), reference.start())
    found: list[tuple[int, int]] = []
    until = -1
    for index, mark in starts:
        apart = index == until or index == 0 or not lines[index - 1].text.strip()
        referred = first.get(mark.strip("[]^"), len(text)) < lines[index].start
        if not (apart and referred):
            continue
        until = index + 1
        while until < len(lines) and lines[until].text.strip():
            if _NOTE.match(lines[until].text):
                break
            until += 1
        found.append((lines[index].start, lines[until - 1].end))
    return found


def _counts(key: str) -> bool:
    """True for what is numbered in the text itself: questions, speakers, steps."""
    word = key.split()[0].casefold().rstrip(".:")
    return word in ROLE_LABELS or word in _NUMBERED


def _rises(group: Sequence[Line]) -> bool:
    numbers = [int(_DIGITS.findall(line.text)[0]) for line in group]
    steps = [b - a for a, b in pairwise(numbers)]
    return all(0 < step <= 4 for step in steps)
