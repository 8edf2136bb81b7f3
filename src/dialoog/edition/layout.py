"""Layout: the source as rows, the lines that carry words, with what sets them apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dialoog.edition.pages import footnotes, page_lines, running_heads
from dialoog.source import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.source import Hint, Source

_BLANK = " \t\u00a0\u200b\ufeff\u3000"
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_HEADING_END = re.compile(r"\s+#+$")
_ITEM = re.compile(r"(?:[•◦▪‣●■·∙*>→▸+-]|\d{1,2}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]*_]*$")
# In Markdown: a paragraph in italics, a block quotation.
_ASIDE = re.compile(r"\*(?!\*)[^*]+\*|_(?!_)[^_]+_|>\s.*")
_BOLD_START = re.compile(r"(\*\*|__)[^\n*_]{2,400}?\1")
_FAR = 1 << 62
_LONG_ROW = 45
_NARROW_ROW = 20
_NARROW_LEAST = 5
_HARD_WRAP_SHARE = 0.4
_ASKING_LEAST = 2
_ASKING_SHARE = 0.6


class Row(NamedTuple):
    """A line with words: `source.text[start:end] == text`, white space trimmed.

    Attributes:
        index: Place among the rows.
        start: First character in the source.
        end: One past the last character.
        text: The line, without the marks of a heading.
        gap: Number of blank lines before it.
        heading: The source says that it is a heading.
        bold: The source says that all of it is bold.
        item: It starts as a list item.
        stage: All of it is in italics, or the source says that nobody says it.
        look: What its looks say together: class or style, level, bold; "" if plain.
    """

    index: int  # type: ignore[assignment]  # a method of other tuples
    start: int
    end: int
    text: str
    gap: int
    heading: bool = False
    bold: bool = False
    item: bool = False
    stage: bool = False
    look: str = ""

    @property
    def is_question(self) -> bool:
        """True if the row ends in a question mark, quotes and emphasis aside."""
        return self.text.rstrip("\"'”’»)*_ ").endswith("?")

    @property
    def ends_sentence(self) -> bool:
        """True if the row ends in a mark of punctuation."""
        return bool(_ENDS_SENTENCE.search(self.text[-6:]))


class Layout:
    """The rows of a source, and what the source says about stretches of it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = tuple(source.lines())
        self.furniture = tuple(self._furniture())
        self.cues = [hint.start for hint in source.hints if hint.kind is HintKind.CUE]
        self.rows = tuple(self._rows())
        self._starts = [row.start for row in self.rows]

    def _furniture(self) -> list[tuple[int, int]]:
        """What the source, or its pages, say is not of the text; widest first."""
        told = [
            (hint.start, hint.end)
            for hint in self.source.hints
            if hint.kind is HintKind.FURNITURE and hint.end > hint.start
        ]
        if not self.source.hints:
            told = [*running_heads(self.lines), *page_lines(self.lines)]
        told += footnotes(self.source.text, self.lines)
        told.sort(key=lambda extent: (extent[0], -extent[1]))
        outer: list[tuple[int, int]] = []
        for extent in told:
            if not outer or extent[0] >= outer[-1][1]:
                outer.append(extent)
        return outer

    def outside_furniture(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a range that are no furniture."""
        at = max(bisect_right(self.furniture, (start, start)) - 1, 0)
        while at < len(self.furniture) and self.furniture[at][0] < end:
            begin, stop = self.furniture[at]
            if stop > start:
                if begin > start:
                    yield start, begin
                start = stop
            at += 1
        if start < end:
            yield start, end

    def row_at(self, offset: int) -> int:
        """Index of the last row that starts at or before `offset` (or 0)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    @cached_property
    def _bolds(self) -> dict[int, int]:
        return dict(_extents(self.source.hints, HintKind.BOLD))

    def bold_until(self, start: int) -> int:
        """Where the bold stretch that starts at an offset ends, or that offset."""
        if self.source.format == "md":
            match = _BOLD_START.match(self.source.text, start)
            return match.end() if match else start
        return self._bolds.get(start, start)

    @cached_property
    def asking(self) -> frozenset[str]:
        """The looks that this text gives to questions: a class, bold, a heading."""
        looks = Counter(row.look for row in self.rows if row.look)
        asked = Counter(row.look for row in self.rows if row.look and row.is_question)
        return frozenset(
            look
            for look, count in asked.items()
            if count >= _ASKING_LEAST and count >= _ASKING_SHARE * looks[look]
        )

    def asks(self, row: Row) -> bool:
        """True for a question, and for a request that looks like the questions do."""
        return row.is_question or (row.look in self.asking and row.ends_sentence)

    @cached_property
    def hard_wrapped(self) -> bool:
        """True if lines were broken by hand, so that a paragraph has several."""
        full = [row for row in self.rows if len(row.text) >= _LONG_ROW]
        followed = [
            row
            for row, after in zip(self.rows, self.rows[1:], strict=False)
            if after.gap == 0 and len(row.text) >= _LONG_ROW
        ]
        broken = sum(not row.ends_sentence for row in followed)
        if len(followed) > 1 and broken > _HARD_WRAP_SHARE * len(full):
            return True
        return self._narrow

    @cached_property
    def _narrow(self) -> bool:
        """True if lines end in mid sentence because the column is narrow."""
        followed = [
            (row, after)
            for row, after in pairwise(self.rows)
            if after.gap == 0 and len(row.text) >= _NARROW_ROW
        ]
        broken = sum(
            not row.ends_sentence and after.text[:1].islower()
            for row, after in followed
        )
        return broken > max(_HARD_WRAP_SHARE * len(followed), _NARROW_LEAST)

    def paragraph_end(self, index: int, limit: int) -> int:
        """Index after the last row of the paragraph that starts at row `index`."""
        end = index + 1
        while end < limit and self._goes_on(self.rows[end - 1], self.rows[end]):
            end += 1
        return end

    def _goes_on(self, row: Row, after: Row) -> bool:
        if after.gap or after.item or after.heading or row.heading:
            return False
        if self.cues:
            at = bisect_right(self.cues, row.start)
            return at == bisect_right(self.cues, after.start)
        return self.hard_wrapped or (
            not row.ends_sentence and len(row.text) >= _LONG_ROW
        )

    def _end_of_words(self, start: int, end: int) -> int:
        """The end of a row without furniture that ends it: a closing tag."""
        if not self.furniture:
            return end
        at = bisect_right(self.furniture, (end, 0)) - 1
        while at >= 0 and self.furniture[at][1] >= end > self.furniture[at][0] >= start:
            end = self.furniture[at][0]
            while end > start and self.source.text[end - 1] in _BLANK:
                end -= 1
            at -= 1
        return end

    def _rows(self) -> Iterator[Row]:
        headings = _extents(self.source.hints, HintKind.HEADING)
        bolds = _extents(self.source.hints, HintKind.BOLD)
        items = {
            h.start: h.end for h in self.source.hints if h.kind is HintKind.LIST_ITEM
        }
        stages = _extents(self.source.hints, HintKind.STAGE)
        markdown = self.source.format == "md"
        levels = {
            h.start: h.value for h in self.source.hints if h.kind is HintKind.HEADING
        }
        styles = _Styles(self.source.hints)
        hidden = iter(self.furniture)
        away = next(hidden, None)
        gap = index = 0
        for line in self.lines:
            text = line.text.strip(_BLANK)
            if not text:
                gap += 1
                continue
            start = line.start + line.text.index(text)
            end = start + len(text)
            while away and away[1] <= start:
                away = next(hidden, None)
            if away and away[0] <= start and end <= away[1]:
                continue
            if away and away[0] <= start < away[1]:
                # A page number glued to the first word, a tag before it.
                kept = self.source.text[away[1] : end].lstrip(_BLANK)
                start, text = end - len(kept), kept
            end = self._end_of_words(start, end)
            text = self.source.text[start:end]
            if not text:
                continue
            heading = _HEADING.match(text) if text[0] == "#" else None
            level = levels.get(start, "")
            if heading:
                level = str(text.index(" ")) if " " in text else ""
                start += heading.end()
                text = _HEADING_END.sub("", text[heading.end() :])
                end = start + len(text)
            bold = _covered(bolds, start, end) or (markdown and _is_emphasised(text))
            stage = _covered(stages, start, end) or (
                markdown and bool(_ASIDE.fullmatch(text))
            )
            looks = (
                styles.at(start, end),
                level and f"h{level}",
                "bold" if bold else "",
                "slanted" if stage else "",
            )
            yield Row(
                index=index,
                start=start,
                end=end,
                text=text,
                gap=gap,
                heading=bool(heading) or _covered(headings, start, end),
                bold=bold,
                item=bool(_ITEM.match(text)) or 0 < items.get(start, 0) <= end,
                stage=stage,
                look=" ".join(filter(None, looks)),
            )
            index += 1
            gap = 0


class _Styles:
    """The innermost style around a stretch; asked for in order."""

    def __init__(self, hints: tuple[Hint, ...]) -> None:
        self.waiting = [hint for hint in reversed(hints) if hint.kind is HintKind.STYLE]
        self.open: list[Hint] = []

    def at(self, start: int, end: int) -> str:
        while self.waiting and self.waiting[-1].start <= start:
            self.open.append(self.waiting.pop())
        while self.open and self.open[-1].end < end:
            self.open.pop()
        return self.open[-1].value if self.open else ""


def _extents(hints: tuple[Hint, ...], kind: HintKind) -> list[tuple[int, int]]:
    """The stretches with a hint of a kind; those that touch or nest are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((h.start, h.end) for h in hints if h.kind is kind):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covered(extents: list[tuple[int, int]], start: int, end: int) -> bool:
    """True if one of the extents covers start to end."""
    at = bisect_right(extents, (start, _FAR)) - 1
    return at >= 0 and extents[at][1] >= end


def _is_emphasised(text: str) -> bool:
    return len(text) > 4 and text.startswith("**") and text.endswith("**")
