"""A dash before question and answer alike: only the alternation tells who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.conventions.question_answer import find_guest
from dialoog.edition.reading import INTERVIEWER, Mark
from dialoog.edition.style import Style

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_DASH = re.compile(r"[-–—]\s+(?=\S)")
_LEAST = 4
_ASKED_SHARE = 0.6


def _propose(layout: Layout) -> Reading | None:
    rows = [row for row in layout.rows if row.gap and _DASH.match(row.text)]
    first = next((i for i, row in enumerate(rows) if row.is_question), len(rows))
    rows = rows[first:]
    asked = sum(row.is_question for row in rows[::2])
    answered = sum(not row.is_question for row in rows[1::2])
    half = len(rows) // 2
    if len(rows) < _LEAST or asked < _ASKED_SHARE * (len(rows) - half):
        return None
    if answered < _ASKED_SHARE * half:
        return None
    front = "\n".join(row.text for row in layout.rows[: rows[0].index])
    guest = find_guest(front, dict(layout.source.metadata).get("title", ""))
    marks = []
    for place, row in enumerate(rows):
        dash = _DASH.match(row.text)
        end = row.start + (dash.end() if dash else 0)
        name = guest if place % 2 else INTERVIEWER
        marks.append(Mark(start=row.start, end=end, row=row.index, name=name))
    return read_marks(
        layout, marks, "dash-dialogue", style=Style(inline=True), guest=guest
    )


CONVENTION = Convention(id="dash-dialogue", propose=_propose, weight=0.9)
