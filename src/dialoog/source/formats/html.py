"""HTML pages: the text in reading order, with what the page says about its parts.

Nothing that a reader sees is left out; navigation, cookie bars, pull quotes, comments
and footers are kept as furniture. Scripts and styles are not text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from dialoog.source.builder import TextBuilder
from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.formats.markup import flat_text, parse_html
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from dialoog.source.model import Hint

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "option",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "thead",
        "tbody",
        "tr",
        "form",
        "fieldset",
        "address",
        "pre",
        "hr",
        "body",
        "details",
        "summary",
        "cite",
    ]
)
_LINES = frozenset(["li", "br"])
_FURNITURE_TAGS = frozenset(
    ["nav", "footer", "aside", "form", "button", "input", "label"]
)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|menu\w*|nav\w*|breadcrumbs?|kruimel\w*|adverten\w*|advert\w*|banner|ads?|"
    r"mast-?head|top-?bar|tool-?bar|(?:site|page)-?header|(?:post|entry|article)-?meta|by-?line|"
    r"kader\w*|info-?box|call-?out|uitgelicht\w*|highlights?|promo\w*|sponsor\w*|abonn\w*|subscribe|cta|teasers?|"
    r"bijschrift|caption|wp-caption-text|credits?|login|zoek\w*|search\w*|paginat\w*|paginer\w*|bijlagen?|downloads?|"
    r"streamer|pull-?quote|pullquote|share|sharing|delen|social\w*|related|gerelateerd|reacties?|"
    r"comments?|sidebar|newsletter|nieuwsbrief|footer|voet\w*|colofon|tags?|skip\w*|modal|popup|lees-?ook|meer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KINDS = {
    "blockquote": HintKind.QUOTE,
    "cite": HintKind.CITE,
    "figcaption": HintKind.CAPTION,
    "li": HintKind.LIST_ITEM,
    "tr": HintKind.ROW,
    "b": HintKind.BOLD,
    "strong": HintKind.BOLD,
    "em": HintKind.STAGE,
    "i": HintKind.STAGE,
    **{f"h{level}": HintKind.HEADING for level in range(1, 7)},
}
# Whose words follow, or who is quoted, by class, property or relation.
_WHO_NAMES = re.compile(
    r"(?:^|[\s_-])(?:wie|who|na(?:a)?me?|auth?(?:eu|o)r|speaker|spreker|persoon|person|user(?:-?name)?|nick(?:-?name)?|"
    r"sender|afzender)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CLASS_WORD = re.compile(r"[A-Za-z]{3,}")
# Elements that say what a paragraph is, without a class too.
_TELLING = frozenset(["dt", "dd", "summary"])
_NAME_MAX = 60
_SPAN_MAX = 1000
# An element with most of the page in it is the page, whatever it is called.
_MOST = 0.5
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?:<!doctype html|<html[\s>]|<(?:head|body|article|main|div|section|nav)[\s>])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Open:
    """An element being read, and where its text starts once there is any."""

    tag: str
    kind: HintKind | None
    value: str
    style: str = ""
    start: int | None = None


@dataclass(slots=True)
class _Table:
    """A table being read: the column at hand, and rows that cells still span."""

    number: int = 0
    column: int = -1
    spanned: dict[int, int] = field(default_factory=dict)

    def row(self) -> None:
        self.column = -1

    def cell(self, element: _Element) -> int:
        """Return the column of a cell, those that cells above it span left out."""
        self.column += 1
        while self.spanned.get(self.column, 0):
            self.spanned[self.column] -= 1
            self.column += 1
        first = self.column
        width, height = _span(element, "colspan"), _span(element, "rowspan")
        self.column += width - 1
        if height > 1:
            for column in range(first, first + width):
                self.spanned[column] = height - 1
        return first


class _Writer:
    """Writes the text of elements as they open and close."""

    def __init__(self) -> None:
        self.out = TextBuilder()
        self.stack: list[_Open] = []
        self.gap = ""
        self.tables = [_Table()]
        self.count = 0
        self.skipping = 0

    def open(self, element: _Element, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipping += 1
        column = 0
        if tag == "table":
            self.count += 1
            self.tables.append(_Table(number=self.count))
        if tag in ("td", "th"):
            column = self.tables[-1].cell(element)
            self._part("\t" if column else "")
        elif tag == "tr":
            self.tables[-1].row()
            self._part("\n\n")
        elif tag in _BLOCKS:
            self._part("\n" if self._in_cell() else "\n\n")
        elif tag in _LINES or (_abuts(element) and self.out.last.isalnum()):
            self._part("\n")
        kind, value = _meaning(element, tag, column)
        if tag == "tr":
            value = str(self.tables[-1].number)
        style = _style(element, tag) if tag in _BLOCKS or tag == "li" else ""
        self.stack.append(_Open(tag=tag, kind=kind, value=value, style=style))

    def close(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipping -= 1
        if tag == "table":
            self.tables.pop()
        opened = self.stack.pop()
        if opened.start is not None:
            if opened.kind and self._holds(opened):
                self.out.hint(opened.kind, opened.start, self.out.at, opened.value)
            if opened.style:
                self.out.hint(HintKind.STYLE, opened.start, self.out.at, opened.style)
        if tag in _BLOCKS:
            self._part("\n" if self._in_cell() else "\n\n")
        elif tag == "li":
            self._part("\n")

    def text(self, text: str | None) -> None:
        if not text or self.skipping:
            return
        words = _SPACE.sub(" ", text)
        if self.gap or self.out.last in ("", "\n", "\t", " "):
            words = words.lstrip(" ")
        if not words:
            return
        if self.out.at:
            self.out.write(self.gap)
        self.gap = ""
        for opened in self.stack:
            if opened.start is None:
                opened.start = self.out.at
        self.out.write(words)

    def _holds(self, opened: _Open) -> bool:
        """False for what bears the class of a name and is longer than one."""
        length = self.out.at - (opened.start or 0)
        return opened.kind is not HintKind.NAME or length <= _NAME_MAX

    def _in_cell(self) -> bool:
        return any(opened.tag in ("td", "th") for opened in self.stack)

    def _part(self, gap: str) -> None:
        """Put at least `gap` before the next words."""
        if gap == "\t" or len(gap) > len(self.gap):
            self.gap = gap if self.gap != "\n\n" else self.gap


def _meaning(element: _Element, tag: str, column: int) -> tuple[HintKind | None, str]:
    names = " ".join(str(element.get(key) or "") for key in ("class", "id", "role"))
    if tag in _FURNITURE_TAGS or (names.strip() and _FURNITURE_NAMES.search(names)):
        return HintKind.FURNITURE, tag
    if tag == "header" and not any(True for _ in element.iter("h1", "h2")):
        return HintKind.FURNITURE, tag
    if tag in ("td", "th"):
        return HintKind.CELL, str(column)
    if tag not in _KINDS and _names_somebody(element):
        return HintKind.NAME, ""
    if tag == "figcaption" and _captions_quote(element):
        return HintKind.CITE, ""
    return _KINDS.get(tag), tag[1:] if tag[0] == "h" and len(tag) == 2 else ""


def _names_somebody(element: _Element) -> bool:
    names = (element.get(key) for key in ("class", "itemprop", "rel"))
    return any(name and _WHO_NAMES.search(str(name)) for name in names)


def _style(element: _Element, tag: str) -> str:
    names = " ".join(sorted(str(element.get("class") or "").split()))
    return f"{tag}.{names}" if names else (tag if tag in _TELLING else "")


def _span(element: _Element, key: str) -> int:
    value = str(element.get(key) or "1").strip()
    return max(min(int(value), _SPAN_MAX), 1) if value.isdecimal() else 1


def _abuts(element: _Element) -> bool:
    """True for a part of its own with no space before it, as `<a>12:04</a><b class="wie">`.

    The page sets such parts apart in its style; `<b>w</b>oord` is one word.
    """
    before = element.getprevious()
    parent = element.getparent()
    if before is None or parent is None or before.tail or (parent.text or "").strip():
        return False
    mine, theirs = str(element.get("class") or ""), str(before.get("class") or "")
    return mine != theirs and bool(
        _CLASS_WORD.search(mine) or _CLASS_WORD.search(theirs)
    )


def _captions_quote(caption: _Element) -> bool:
    figure = caption.getparent()
    return figure is not None and any(True for _ in figure.iter("blockquote"))


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(_declared(probe.raw), probe.name)
    root = parse_html(text, probe.name)
    writer = _Writer()
    _walk(root, writer)
    return Extract(
        text=writer.out.text(),
        encoding=encoding,
        hints=tuple(_without_most(writer.out.hints(), writer.out.at)),
        metadata=tuple(_metadata(root)),
        notes=notes,
    )


def _without_most(hints: tuple[Hint, ...], length: int) -> Iterator[Hint]:
    """Leave out furniture that holds most of the page: a class of the body."""
    for hint in hints:
        most = hint.end - hint.start > _MOST * length
        if not (hint.kind is HintKind.FURNITURE and most):
            yield hint


def _declared(raw: bytes) -> bytes:
    """Recode a page that declares an encoding other than UTF-8."""
    declared = _CHARSET.search(raw[:4096])
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding in ("utf-8", "utf8"):
        return raw
    if encoding in ("iso-8859-1", "latin1", "ascii", "us-ascii"):
        encoding = "cp1252"
    try:
        return raw.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return raw


def _walk(root: _Element, writer: _Writer) -> None:
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if event == "start":
            writer.open(element, tag)
            writer.text(element.text)
        else:
            writer.close(tag)
            writer.text(element.tail)


def _metadata(root: _Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        key = str(meta.get("property") or meta.get("name") or "").lower()
        value = str(meta.get("content") or "").strip()
        if value and key in (
            "article:published_time",
            "date",
            "dc.date",
            "datepublished",
        ):
            yield "date", value
    headings = [_shown_words(h) for h in root.iter("h1")]
    titles = [flat_text(t) for t in root.iter("title")]
    title = next((title for title in (*headings, *titles) if title), None)
    if title:
        yield "title", title


def _shown_words(element: _Element) -> str:
    """The words in an element that the page shows, white space single."""
    skipped = " or ".join(f"ancestor::{tag}" for tag in sorted(_SKIPPED))
    texts = cast("list[str]", element.xpath(f".//text()[not({skipped})]"))
    return " ".join("".join(texts).split())


def _is_html(probe: Probe) -> bool:
    head = probe.head
    if not head.startswith("<") or (
        head.startswith("<?xml") and "<html" not in head.lower()
    ):
        return False
    return bool(_MARKUP.search(head)) or probe.suffix in (".html", ".htm", ".xhtml")


FORMAT = Format(id="html", recognise=_is_html, read=_read)
