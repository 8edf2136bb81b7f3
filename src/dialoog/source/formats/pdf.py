"""PDF with a text layer: lines in reading order, one or two columns.

Running heads, page numbers and footnotes are furniture; a paragraph that goes on in the
next column or on the next page goes on in the text.
"""

from __future__ import annotations

import io
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from typing import TYPE_CHECKING, Any

from dialoog.errors import MissingExtra, Note, SourceError
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MAX_PAGES = 2_000
_MARGIN_SHARE = 0.12
_GUTTER = 8.0
_COLUMN_WORDS = 20
_CROSSED_SHARE = 0.4
_SMALL = 0.87
_LARGE = 1.15
_PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:agina|\.)?\s*)?\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_NOTE_MARK = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\])[.)]?\s?\S")
_DIGITS = re.compile(r"\d+")
_WORD_OPTIONS = {
    "use_text_flow": False,
    "keep_blank_chars": False,
    "x_tolerance": 1.5,
    "extra_attrs": ["fontname", "size"],
}


@dataclass(slots=True)
class _Line:
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    words: list[tuple[str, bool]]
    furniture: bool = False
    note: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        return " ".join(word for word, _ in self.words)

    @property
    def bold(self) -> bool:
        return all(bold for _, bold in self.words)


def _read(probe: Probe) -> Extract:
    try:
        import pdfplumber
    except ImportError as error:
        raise MissingExtra("reading a PDF", "formats") from error
    try:
        with pdfplumber.open(io.BytesIO(probe.raw)) as document:
            if len(document.pages) > _MAX_PAGES:
                raise SourceError(
                    f"{probe.name} has more than {_MAX_PAGES} pages: take the interview out of it."
                )
            pages = []
            for page in document.pages:
                words = page.extract_words(**_WORD_OPTIONS)
                pages.append((float(page.height), float(page.width), words))
                page.close()
    except SourceError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file leads to
        raise SourceError(
            f"{probe.name} cannot be read as a PDF: it is damaged or asks for a "
            "password. Save it anew as a PDF."
        ) from error
    return _extract(pages, probe.name)


def _extract(
    pages: Sequence[tuple[float, float, list[dict[str, Any]]]], name: str
) -> Extract:
    lines = [
        line
        for index, (_, width, words) in enumerate(pages)
        for line in _lines(index, width, words)
    ]
    _mark_furniture(lines, [height for height, _, _ in pages])
    builder = TextBuilder()
    _write(builder, lines)
    notes: tuple[Note, ...] = ()
    if not lines and pages:
        message = (
            f"{name} has no text layer: it holds pictures of pages. Run OCR on it."
        )
        notes = (Note(code="no-text-layer", message=message),)
    return Extract(text=builder.text(), hints=builder.hints(), notes=notes)


def _lines(page: int, width: float, words: list[dict[str, Any]]) -> list[_Line]:
    """The lines of a page in reading order: column by column between full rows."""
    gutter = _gutter(words, width)
    if gutter is None:
        return _rows(page, words, 0)
    ordered: list[_Line] = []
    above = [w for w in words if w["x0"] < gutter < w["x1"]]
    edges = sorted({round(w["bottom"], 1) for w in above})
    top = float("-inf")
    for edge in [*edges, float("inf")]:
        band = [w for w in words if top < w["bottom"] <= edge]
        full = [
            w for w in band if any(abs(w["bottom"] - c["bottom"]) < 2 for c in above)
        ]
        rest = [w for w in band if w not in full]
        left = _rows(page, [w for w in rest if w["x1"] <= gutter], 0)
        right = _rows(page, [w for w in rest if w["x1"] > gutter], 1)
        left, below = _above_gap(left, right)
        ordered += [*left, *right, *below, *_rows(page, full, 0)]
        top = edge
    return ordered


def _above_gap(
    left: list[_Line], right: list[_Line]
) -> tuple[list[_Line], list[_Line]]:
    """Part the left column from what stands below both columns, after a gap."""
    if not right:
        return left, []
    under = max(line.bottom for line in right)
    for index, line in enumerate(left):
        before = left[index - 1].bottom if index else under
        if line.top > max(under, before + 0.8 * line.size):
            return left[:index], left[index:]
    return left, []


def _gutter(words: list[dict[str, Any]], width: float) -> float | None:
    """The place of a white strip down the page, if lines start right of it.

    Titles, introductions and boxes may run over the columns: rows that cross the strip
    are left out of account as long as most rows do not.
    """
    if len(words) < _COLUMN_WORDS:
        return None
    best: tuple[int, float] | None = None
    for at in (width * share / 100 for share in range(35, 66)):
        crossing = len({round(w["bottom"]) for w in words if _crosses(w, at)})
        if best is None or crossing < best[0]:
            best = crossing, at
    rows = len({round(w["bottom"]) for w in words})
    if best is None or best[0] > _CROSSED_SHARE * rows:
        return None
    at = best[1]
    crossed = {round(w["bottom"]) for w in words if _crosses(w, at)}
    free = [w for w in words if round(w["bottom"]) not in crossed]
    right = [w for w in free if w["x0"] > at]
    starts = Counter(round(w["x0"]) for w in right)
    aligned = starts.most_common(1)[0][1] if starts else 0
    height = len({round(w["top"]) for w in right})
    left = sum(w["x1"] < at for w in free)
    return (
        at
        if aligned >= 3 and aligned >= 0.4 * height and left > 0.2 * len(free)
        else None
    )


def _crosses(word: dict[str, Any], at: float) -> bool:
    return bool(word["x0"] - _GUTTER / 2 < at < word["x1"] + _GUTTER / 2)


def _rows(page: int, words: Iterable[dict[str, Any]], column: int) -> list[_Line]:
    lines: list[_Line] = []
    for word in sorted(words, key=lambda w: (round(w["bottom"]), w["x0"])):
        last = lines[-1] if lines else None
        if last and abs(last.bottom - word["bottom"]) < 0.35 * word["size"]:
            last.words.append((word["text"], _is_bold(word)))
            last.x1 = max(last.x1, word["x1"])
            last.size = max(last.size, word["size"])
        else:
            lines.append(
                _Line(
                    page=page,
                    x0=word["x0"],
                    x1=word["x1"],
                    top=word["top"],
                    bottom=word["bottom"],
                    size=word["size"],
                    words=[(word["text"], _is_bold(word))],
                    column=column,
                )
            )
    return lines


def _is_bold(word: dict[str, Any]) -> bool:
    return bool(
        re.search(
            r"bold|black|heavy|semibold|demi", str(word["fontname"]), re.IGNORECASE
        )
    )


def _mark_furniture(lines: Sequence[_Line], heights: Sequence[float]) -> None:
    """Mark what stands in the margins of the pages or comes back on each of them."""
    if not lines:
        return
    body = statistics.median(line.size for line in lines for _ in line.words)
    repeated = Counter((_DIGITS.sub("#", line.text), round(line.top)) for line in lines)
    for line in lines:
        height = heights[line.page]
        margin = (
            line.top < _MARGIN_SHARE * height
            or line.bottom > (1 - _MARGIN_SHARE) * height
        )
        again = (
            len(heights) > 1
            and repeated[_DIGITS.sub("#", line.text), round(line.top)] > 1
        )
        small = line.size < _SMALL * body
        number = bool(_PAGE_NUMBER.fullmatch(line.text))
        line.note = small and not margin
        line.furniture = margin and (again or number or small)
    _mark_footnotes(lines)


def _mark_footnotes(lines: Sequence[_Line]) -> None:
    """Mark the small lines that end a column, from the first with a number on."""
    columns: dict[tuple[int, int], list[_Line]] = {}
    for line in lines:
        if not line.furniture:
            columns.setdefault((line.page, line.column), []).append(line)
    for column in columns.values():
        ordered = sorted(column, key=lambda line: line.top)
        notes = list(takewhile(lambda line: line.note, reversed(ordered)))[::-1]
        for line in dropwhile(lambda line: not _NOTE_MARK.match(line.text), notes):
            line.furniture = True


def _write(builder: TextBuilder, lines: Sequence[_Line]) -> None:
    flow = [line for line in lines if not line.furniture]
    leading = _leading(flow)
    widths = _widths(flow)
    body = statistics.median([line.size for line in flow]) if flow else 0.0
    before: _Line | None = None
    waiting: list[_Line] = []
    for line in lines:
        if line.furniture:
            waiting.append(line)
            continue
        joined = before is not None and _continues(before, line, leading, widths)
        if before is not None:
            builder.write("\n" if joined else "\n\n")
        for note in waiting:
            start, end = builder.write(note.text)
            builder.hint(HintKind.FURNITURE, start, end)
            builder.write("\n" if joined else "\n\n")
        waiting = []
        _write_line(builder, line, body)
        before = line
    for note in waiting:
        builder.write("\n\n")
        start, end = builder.write(note.text)
        builder.hint(HintKind.FURNITURE, start, end)
    builder.write("\n")


def _write_line(builder: TextBuilder, line: _Line, body: float) -> None:
    start = builder.at
    at: int | None = None
    for index, (word, bold) in enumerate(line.words):
        begin, end = builder.write((" " if index else "") + word)
        if bold:
            at = begin + bool(index) if at is None else at
        if at is not None and (not bold or index + 1 == len(line.words)):
            builder.hint(HintKind.BOLD, at, end if bold else begin)
            at = None
    if line.size > _LARGE * body:
        builder.hint(HintKind.HEADING, start, builder.at, "1")
    elif line.bold:
        builder.hint(HintKind.BOLD, start, builder.at)


def _leading(lines: Sequence[_Line]) -> float:
    """The usual distance of lines inside a paragraph."""
    steps = [
        b.bottom - a.bottom
        for a, b in pairwise(lines)
        if a.page == b.page
        and a.column == b.column
        and 0 < b.bottom - a.bottom < 4 * a.size
    ]
    return (
        float(statistics.quantiles(steps, n=4)[0])
        if len(steps) > 3
        else 1.3 * (lines[0].size if lines else 10)
    )


def _widths(lines: Sequence[_Line]) -> dict[tuple[int, int], float]:
    """The right edge of each column on each page."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, line.column)
        edges[key] = max(edges.get(key, 0.0), line.x1)
    return edges


def _continues(
    before: _Line, line: _Line, leading: float, widths: dict[tuple[int, int], float]
) -> bool:
    """True if a line goes on with the paragraph of the line before it."""
    if abs(before.size - line.size) > 0.1 * line.size or before.bold != line.bold:
        return False
    if before.page == line.page and before.column == line.column:
        return 0 < line.bottom - before.bottom <= 1.2 * leading
    ended = bool(re.search(r"[.!?…:][\"'”’»)]*$", before.text))
    full = before.x1 > widths[before.page, before.column] - 6 * before.size
    return not ended or (full and line.text[:1].islower())


FORMAT = Format(
    id="pdf", recognise=lambda probe: b"%PDF-" in probe.raw[:1024], read=_read
)
