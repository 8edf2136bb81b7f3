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
_LEAST = 4


def _propose(layout: Layout) -> Reading | None:
    prefixes = Counter(prefix for row in layout.rows for prefix in _prefixes(row))
    marks = [mark for row in layout.rows if (mark := _mark(row, prefixes))]
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


CONVENTION = Convention(id="bare-label", propose=_propose, weight=0.9)
