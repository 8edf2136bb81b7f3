"""OpenDocument text: paragraphs, headings, lists and tables in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.source.archive import names_in, read_part
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.formats.markup import parse_xml
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"


def _read(probe: Probe) -> Extract:
    content = read_part(probe.raw, "content.xml", probe.name)
    root = parse_xml(content, probe.name, "reading an OpenDocument text")
    bold, slanted = (
        _styles(root, "font-weight", "bold"),
        _styles(root, "font-style", "italic"),
    )
    builder = TextBuilder()
    inside: set[_Element] = set()
    for element in root.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"):
        if any(parent in inside for parent in element.iterancestors()):
            continue
        if element.tag == f"{_TABLE}table-row":
            inside.add(element)
            builder.row(_cells(element))
        elif not _is_hidden(element):
            _paragraph(builder, element, bold, slanted)
    return Extract(text=builder.text(), hints=builder.hints())


def _styles(root: _Element, attribute: str, value: str) -> frozenset[str]:
    """Names of the styles that set a font attribute to a value."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        if any(
            p.get(f"{_FO}{attribute}") == value
            for p in style.iter(f"{_STYLE}text-properties")
        )
    )


def _is_hidden(element: _Element) -> bool:
    tags = {parent.tag for parent in element.iterancestors()}
    return f"{_OFFICE}annotation" in tags or f"{_TEXT}tracked-changes" in tags


def _paragraph(
    builder: TextBuilder,
    element: _Element,
    bold: frozenset[str],
    slanted: frozenset[str],
) -> None:
    start = builder.at
    for text, style in _runs(element, element.get(f"{_TEXT}style-name", "")):
        begin, end = builder.write(text)
        if style in bold and end > begin:
            builder.hint(HintKind.BOLD, begin, end)
    end = builder.at
    if end > start:
        if element.tag == f"{_TEXT}h":
            builder.hint(
                HintKind.HEADING, start, end, element.get(f"{_TEXT}outline-level", "1")
            )
        if element.get(f"{_TEXT}style-name", "") in slanted:
            builder.hint(HintKind.STAGE, start, end)
        if any(parent.tag == f"{_TEXT}list-item" for parent in element.iterancestors()):
            builder.hint(HintKind.LIST_ITEM, start, end)
    builder.write("\n\n" if end > start else "\n")


def _runs(element: _Element, style: str) -> Iterator[tuple[str, str]]:
    """Yield (text, style) of the runs of a paragraph, notes left out."""
    if element.text:
        yield _single(element.text), style
    for child in element:
        if child.tag in _BREAKS:
            yield _BREAKS[child.tag] * int(child.get(f"{_TEXT}c", "1") or 1), style
        elif child.tag not in (f"{_TEXT}note", f"{_OFFICE}annotation"):
            yield from _runs(child, child.get(f"{_TEXT}style-name", style))
        if child.tail:
            yield _single(child.tail), style


def _single(text: str) -> str:
    """OpenDocument collapses white space other than its own elements."""
    return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _cells(row: _Element) -> Iterator[str]:
    for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        paragraphs = cell.iter(f"{_TEXT}p", f"{_TEXT}h")
        yield "\n".join("".join(text for text, _ in _runs(p, "")) for p in paragraphs)


FORMAT = Format(
    id="odt",
    recognise=lambda probe: (
        probe.raw.startswith(b"PK")
        and (
            _MIMETYPE in probe.raw[:200]
            or {"content.xml", "mimetype"} <= names_in(probe.raw)
        )
    ),
    read=_read,
)
