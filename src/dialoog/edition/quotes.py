"""Quotation marks: six systems that Dutch editions use, and where a quotation ends."""

from __future__ import annotations

import re

# Opening mark -> closing marks.
_SYSTEMS: dict[str, str] = {
    "“": "”“",
    "„": "”“",
    ",,": "”\"'",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "”": "”",
    '"': '"',
    "'": "'",
    "''": "'",
}
# An apostrophe that stands for a letter: 's avonds, 't, 'n, 'm, '24
_ELISION = re.compile(r"[’'‘](?:[stnmkr]|er|em|ie|\d\d)\b", re.IGNORECASE)
OPENERS = "“„‘‚«‹\"'”»"


def opener_at(text: str, at: int, end: int) -> str:
    """Return the opening quotation mark at `at`, or "" if there is none."""
    if text.startswith((",,", "''"), at, end):
        return text[at : at + 2]
    if at >= end or text[at] not in OPENERS:
        return ""
    mark = text[at]
    if mark in "‘'’" and _ELISION.match(text, at, end):
        return ""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    if mark in "\"'”»" and (not after or after.isspace() or before.isalnum()):
        return ""
    return mark


def close_of(text: str, at: int, end: int) -> int | None:
    """Return the place of the mark that closes the quotation opened at `at`.

    An apostrophe inside or before a word does not close; a quotation in the same marks
    inside this one is stepped over.
    """
    opener = opener_at(text, at, end)
    if not opener:
        return None
    closers = _SYSTEMS[opener]
    depth = 0
    for place in range(at + len(opener), end):
        char = text[place]
        if char in "“‘«„" and char == opener and char not in closers:
            depth += 1
        elif char in closers and _closes(text, place, end):
            if depth == 0:
                return place
            depth -= 1
    return None


def _closes(text: str, place: int, end: int) -> bool:
    before, after = text[place - 1], text[place + 1] if place + 1 < end else " "
    if after.isalnum() or before.isspace():
        return False
    return not (text[place] in "’'" and after.isalpha())


def inside_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without quotation marks that enclose all of it.

    A mark at the start that is never closed goes too (a quotation that goes on in the
    next paragraph), as does a closing mark at the end that was opened before.
    """
    opener = opener_at(text, start, end)
    if opener:
        close = close_of(text, start, end)
        if close is None:
            return start + len(opener), end
        rest = text[close + 1 : end].strip(" .,")
        return (start + len(opener), close) if not rest else (start, end)
    if end - start > 1 and text[end - 1] in "”»›" and not _opened(text, start, end - 1):
        return start, end - 1
    unopened = end - start > 1 and text[end - 1] == "’" and "‘" not in text[start:end]
    if unopened and text[end - 2] in ".!?…,":
        return start, end - 1
    return start, end


def _opened(text: str, start: int, end: int) -> bool:
    """True if a quotation that starts inside is still open at `end`."""
    closer = text[end]
    openers = [
        mark
        for mark, closers in _SYSTEMS.items()
        if closer in closers and mark != closer
    ]
    opened = sum(text.count(mark, start, end) for mark in openers)
    return opened > text.count(closer, start, end)
