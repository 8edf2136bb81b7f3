"""A label set apart by a tab, by type or by markup: `Onderzoeker<TAB>Bijten ze?`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.conventions.recurrence import recurring_marks
from dialoog.edition.labels import fold, parse_label
from dialoog.edition.reading import Mark
from dialoog.source import HintKind

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout, Row
    from dialoog.edition.reading import Reading

_BEFORE_TAB = re.compile(r"(?P<name>[^\t]{1,50})\t+(?=\S)")
_APART = (HintKind.STAGE, HintKind.BOLD, HintKind.NAME)
_LEAST = 4


def _propose(layout: Layout) -> Reading | None:
    hints = layout.source.hints
    bold = {hint.start: hint.end for hint in hints if hint.kind in _APART}
    in_table = {hint.start for hint in hints if hint.kind is HintKind.ROW}
    marks = [
        mark
        for row in layout.rows
        if row.start not in in_table and (mark := _mark(layout, row, bold))
    ]
    marks = recurring_marks(layout, [(fold(mark.name), mark) for mark in marks])
    return read_marks(layout, marks, "label-apart") if len(marks) >= _LEAST else None


def _mark(layout: Layout, row: Row, bold: dict[int, int]) -> Mark | None:
    tab = _BEFORE_TAB.match(row.text)
    end = row.start + tab.end("name") if tab else bold.get(row.start, row.end)
    if end >= row.end:
        return None
    label = parse_label(layout.source.text[row.start : end])
    if label is None:
        return None
    return Mark(
        start=row.start,
        end=end,
        row=row.index,
        name=label.name,
        about=label.about,
        begin_s=label.begin_s,
    )


CONVENTION = Convention(id="label-apart", propose=_propose, weight=0.95)
