"""How the turns of a source look as a whole, and the paragraphs after a mark."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dialoog.edition.quotes import opener_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Mark

# The style of a text shows in its first turns.
STYLE_MARKS = 60
QUESTION_MAX = 500
_STYLE_ROWS = 12
_QUOTED_SHARE = 0.7
_TIGHT_SHARE = 0.6


class Paragraph(NamedTuple):
    """Rows `first` to `after` from `start` to `end` of the source, mark left out."""

    first: int
    after: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How the turns of a source look as a whole.

    Attributes:
        quoted: Turns stand in quotation marks.
        asked: Questions stand between the turns without a label.
        single: Turns are one paragraph, as a rule.
        inline: The label and its turn share a row.
        tight: Turns follow each other without a blank line.
        marked: Every paragraph of a turn bears a mark of its own.
    """

    quoted: bool = False
    asked: bool = False
    single: bool = False
    inline: bool = False
    tight: bool = False
    marked: bool = False


def style_of(layout: Layout, marks: Sequence[Mark]) -> Style:
    """Return the style that the turns after the first marks show."""
    quoted = single = inline = 0
    sample = marks[:STYLE_MARKS]
    for mark, following in zip(sample, [*marks[1:], None], strict=False):
        body = list(paragraphs_after(layout, mark, following, rows=_STYLE_ROWS))
        if body:
            quoted += bool(opener_at(body[0].text, 0, len(body[0].text)))
            single += len(body) == 1
        inline += mark.end < layout.rows[mark.row].end
    return Style(
        quoted=quoted >= _QUOTED_SHARE * len(sample),
        asked=_asked(layout, marks),
        single=single * 2 >= len(sample),
        inline=inline * 2 >= len(sample),
        tight=not layout.cues and _is_tight(layout, sample),
    )


def _is_tight(layout: Layout, marks: Sequence[Mark]) -> bool:
    """True if turns that nothing parts follow each other without a blank line."""
    gaps = [
        layout.rows[after.row].gap
        for mark, after in pairwise(marks)
        if not any(row.gap for row in layout.rows[mark.row + 1 : after.row])
    ]
    return len(gaps) > 1 and gaps.count(0) >= _TIGHT_SHARE * len(gaps)


def _asked(layout: Layout, marks: Sequence[Mark]) -> bool:
    """True if questions without a label precede several marks, the first included."""
    before = [mark for mark in marks if mark.row and _is_question(layout, mark.row - 1)]
    return len(before) > 1 and bool(before) and before[0] is marks[0]


def _is_question(layout: Layout, index: int) -> bool:
    row = layout.rows[index]
    return layout.asks(row) and len(row.text) <= QUESTION_MAX


def paragraphs_after(
    layout: Layout, mark: Mark, following: Mark | None, *, rows: int | None = None
) -> Iterator[Paragraph]:
    """Yield the paragraphs from the end of a mark to the next, at most `rows` rows."""
    limit = following.row if following else len(layout.rows)
    stop = following.start if following else len(layout.source.text)
    if following and layout.rows[limit].start < stop:
        limit += 1  # the next label stands inside a row
    index = layout.row_at(mark.end)
    if layout.rows[index].end <= mark.end:
        index += 1
    if rows is not None:
        limit = min(limit, mark.row + rows)
    while index < limit:
        after = layout.paragraph_end(index, limit)
        start = max(layout.rows[index].start, mark.end)
        end = min(layout.rows[after - 1].end, stop)
        start, end = _trim(layout.source.text, start, end)
        text = layout.source.text[start:end]
        if text:
            yield Paragraph(first=index, after=after, start=start, end=end, text=text)
        index = after


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
