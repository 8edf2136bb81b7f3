"""A name without any mark before the words: `Moerman «Helemaal niet»`, `DE KLOK Waarom?`.

The name is told by what follows it (a quotation) or by its capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import is_speaker
from dialoog.edition.reading import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.edition.layout import Layout, Row
    from dialoog.edition.reading import Reading

_BEFORE_QUOTE = re.compile(
    r"[*_]{0,3}(?P<name>[^«“„‘\"':.,;!?*]{2,50}?)[*_]{0,3}\s+(?=[«“„‘\"])"
)
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]*(?:\s[A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){0,4}(?=\s+[A-ZÀ-Þ‘“«„]?[a-zà-ÿ‘“«„]|\s+[A-ZÀ-Þ])"
)
_OPENS = "«“„‘’\"'(…"
_LEAST = 4


def _propose(layout: Layout) -> Reading | None:
    prefixes = Counter(prefix for row in layout.rows for prefix in _prefixes(row))
    marks = [
        mark
        for row in layout.rows
        if (mark := _mark(row, prefixes) or _bold(layout, row))
    ]
    counts = Counter(mark.name.split()[-1].casefold() for mark in marks)
    marks = [mark for mark in marks if counts[mark.name.split()[-1].casefold()] > 1]
    return read_marks(layout, marks, "bare-label") if len(marks) >= _LEAST else None


def _prefixes(row: Row) -> Iterator[str]:
    """The runs of capitals a row starts with: "DE", "DE KLOK", "DE KLOK U"."""
    match = _CAPITALS.match(row.text[:60])
    words = match.group().split() if match else []
    for length in range(1, len(words) + 1):
        yield " ".join(words[:length])


def _mark(row: Row, prefixes: Counter[str]) -> Mark | None:
    quoted = _BEFORE_QUOTE.match(row.text[:70])
    if quoted and is_speaker(quoted["name"].strip()):
        return Mark(
            start=row.start,
            end=row.start + quoted.end(),
            row=row.index,
            name=quoted["name"].strip(),
        )
    known = [
        prefix for prefix in _prefixes(row) if prefixes[prefix] > 1 and len(prefix) > 2
    ]
    if not known:
        return None
    name = max(known, key=lambda prefix: (prefixes[prefix], len(prefix)))
    end = row.start + len(name)
    while end < row.end and row.text[end - row.start].isspace():
        end += 1
    return (
        Mark(start=row.start, end=end, row=row.index, name=name)
        if is_speaker(name)
        else None
    )


def _bold(layout: Layout, row: Row) -> Mark | None:
    """A name set in bold before words that are not: `**Els Pol** Kijk, daar.`."""
    bold_end = layout.bold_until(row.start)
    if not row.start < bold_end < row.end:
        return None
    text = layout.source.text
    name = text[row.start : bold_end].strip("*_ \t\u00a0")
    end = bold_end
    while end < row.end and text[end] in "*_ \t\u00a0\n":
        end += 1
    begins = end > bold_end and (text[end].isupper() or text[end] in _OPENS)
    if not (begins and name[-1:].isalnum() and is_speaker(name)):
        return None
    return Mark(start=row.start, end=end, row=row.index, name=name)


CONVENTION = Convention(id="bare-label", propose=_propose, weight=0.9)
