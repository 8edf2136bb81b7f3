"""Markdown: plain text with headings, tables, comments and perhaps front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import Hint, HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIXES = {".md", ".markdown", ".mdown", ".qmd", ".rmd"}
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?:.*\r?\n){0,200}?---[ \t]*(?:\r?\n|\Z)"
)
_FIELD = re.compile(
    r"^(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>\S.*?)[ \t]*\r?$", re.MULTILINE
)


# A heading with a line below it instead of marks before it.
_UNDERLINED = re.compile(
    r"^(?:(?<=\n\n)|(?<=\n\r\n)|(?<!\n)\A)(?P<words>[^\s>#|*+-][^\r\n]*?)[ \t]*\r?\n"
    r"(?P<line>=+|-{2,})[ \t]*\r?$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE_ROW = re.compile(r"^[ \t]*\|(?P<cells>[^\r\n]+)\|[ \t]*\r?$", re.MULTILINE)
_TABLE_RULE = re.compile(r"[\s|:-]+")


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    front = _FRONT_MATTER.match(text)
    hints: list[Hint] = []
    metadata: tuple[tuple[str, str], ...] = ()
    if front:
        metadata = tuple(_fields(front.group()))
        hints.append(Hint(kind=HintKind.FURNITURE, start=0, end=front.end()))
    begin = front.end() if front else 0
    hints += [*_headings(text, begin), *_tables(text, begin)]
    for comment in _COMMENT.finditer(text, begin):
        start, end = comment.span()
        hints.append(Hint(kind=HintKind.FURNITURE, start=start, end=end))
    return Extract(
        text=text,
        encoding=encoding,
        extracted=False,
        hints=tuple(sorted(hints, key=lambda hint: (hint.start, -hint.end))),
        metadata=metadata,
        notes=notes,
    )


def _headings(text: str, begin: int) -> Iterator[Hint]:
    for match in _UNDERLINED.finditer(text, begin):
        level = "1" if match["line"][0] == "=" else "2"
        start, end = match.span("words")
        yield Hint(kind=HintKind.HEADING, start=start, end=end, value=level)
        start, end = match.span("line")
        yield Hint(kind=HintKind.FURNITURE, start=start, end=end)


def _tables(text: str, begin: int) -> Iterator[Hint]:
    """Yield rows and cells of tables with bars: `| Spreker | Tekst |`."""
    for row in _TABLE_ROW.finditer(text, begin):
        start, end = row.span("cells")
        if _TABLE_RULE.fullmatch(row["cells"]):
            yield Hint(kind=HintKind.FURNITURE, start=row.start(), end=row.end())
            continue
        yield Hint(kind=HintKind.ROW, start=start, end=end)
        at = start
        for column, cell in enumerate(row["cells"].split("|")):
            words = cell.strip()
            if words:
                first = at + cell.index(words)
                yield Hint(
                    kind=HintKind.CELL,
                    start=first,
                    end=first + len(words),
                    value=str(column),
                )
            at += len(cell) + 1


def _fields(front: str) -> Iterator[tuple[str, str]]:
    for match in _FIELD.finditer(front):
        yield match["key"].lower(), match["value"].strip("\"'")


FORMAT = Format(id="md", recognise=lambda probe: probe.suffix in _SUFFIXES, read=_read)
