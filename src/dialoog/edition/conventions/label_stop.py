"""A letter or a name in capitals and a full stop: `A. Hoor je dat?` or `KEES (wijst). Daar.`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.reading import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_AT_ROW = re.compile(
    r"(?P<name>[A-ZÀ-Þ]{1,2}|(?:(?:DE|HET|EEN|[’']T)\s)?[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,20}(?:\s[A-ZÀ-Þ][A-ZÀ-Þ’'-]+){0,2})"
    r"(?:\s[(\[][^()\[\]]{1,60}[)\]])?\.\s*[–—-]?\s+(?=[^\W\d_]|[(“‘\"'–…])"
)
_IN_ROW = re.compile(r"(?:^|(?<=[.?!…)”’]\s))(?P<name>[A-Z])\.\s+(?=[A-ZÀ-Þ(“‘\"'–…])")
_LEAST = 4
_SPEAKERS_MAX = 6


def _propose(layout: Layout) -> Reading | None:
    marks = list(_at_rows(layout))
    if len(marks) < _LEAST:
        marks = list(_in_rows(layout))
    counts = Counter(mark.name for mark in marks)
    often = {name for name, count in counts.items() if count > 1}
    if not 2 <= len(often) <= _SPEAKERS_MAX:
        return None
    kept = [mark for mark in marks if mark.name in often]
    return read_marks(layout, kept, "label-stop") if len(kept) >= _LEAST else None


def _at_rows(layout: Layout) -> Iterator[Mark]:
    for row in layout.rows:
        match = _AT_ROW.match(row.text)
        if match and (row.ends_sentence or layout.hard_wrapped):
            yield _mark(row.start, row.index, match)


def _in_rows(layout: Layout) -> Iterator[Mark]:
    """All in one paragraph: a label follows the end of a sentence, and changes."""
    last = ""
    for row in layout.rows:
        found = list(_IN_ROW.finditer(row.text))
        for match in found if len(found) > 1 else ():
            if match["name"] != last:
                last = match["name"]
                yield _mark(row.start, row.index, match)


def _mark(start: int, index: int, match: re.Match[str]) -> Mark:
    return Mark(
        start=start + match.start("name"),
        end=start + match.end(),
        row=index,
        name=match["name"],
    )


CONVENTION = Convention(id="label-stop", propose=_propose, weight=0.9)
