"""Name and dash or bar before the words, as in `Dunja – Ik val maar met de deur in huis`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import parse_label
from dialoog.edition.reading import Mark
from dialoog.edition.stamps import STAMP_PATTERN, find_time

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_LABEL = re.compile(
    rf"(?:{STAMP_PATTERN}\s*[|–—-]?\s*)?[*_]{{0,3}}(?P<name>[^–—|:.!?,;()*]{{1,50}}?)[*_]{{0,3}}"
    rf"\s+(?:[–—|]|-{{1,2}})\s+(?:{STAMP_PATTERN}\s*[|–—-]?\s+)?(?=\S)"
)
_LEAST_TURNS = 4


def _propose(layout: Layout) -> Reading | None:
    marks = []
    for row in layout.rows:
        match = _LABEL.match(row.text[:80])
        label = parse_label(match["name"]) if match else None
        if match and label and match.end() < len(row.text):
            marks.append(
                Mark(
                    start=row.start,
                    end=row.start + match.end(),
                    row=row.index,
                    name=label.name,
                    begin_s=find_time(match.group()),
                )
            )
    counts = Counter(mark.name for mark in marks)
    marks = [mark for mark in marks if counts[mark.name] > 1]
    return (
        read_marks(layout, marks, "label-dash") if len(marks) >= _LEAST_TURNS else None
    )


CONVENTION = Convention(id="label-dash", propose=_propose, weight=0.9)
