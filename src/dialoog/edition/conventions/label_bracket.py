"""A label in brackets before the words: `[VERSLAGGEVER] Mag ik ook?`, `[r1] ja`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import parse_label
from dialoog.edition.reading import Mark

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_LABEL = re.compile(
    r"(?:[-–—]\s?)?(?:\[(?P<square>[^\[\]\d:][^\[\]:]{0,50})\]|<(?P<angle>[^<>/:]{1,50})>|\{(?P<curly>[^{}:]{1,50})\}):?\s+(?=\S)"
)
_LEAST = 3


def _propose(layout: Layout) -> Reading | None:
    marks = []
    for row in layout.rows:
        match = _LABEL.match(row.text[:70])
        name = next((part for part in match.groups() if part), "") if match else ""
        label = parse_label(name) if name else None
        if match and label:
            marks.append(
                Mark(
                    start=row.start,
                    end=row.start + match.end(),
                    row=row.index,
                    name=label.name,
                    about=label.about,
                )
            )
    counts = Counter(mark.name for mark in marks)
    marks = [mark for mark in marks if counts[mark.name] > 1]
    return read_marks(layout, marks, "label-bracket") if len(marks) >= _LEAST else None


CONVENTION = Convention(id="label-bracket", propose=_propose)
