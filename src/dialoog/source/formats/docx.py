"""Word documents: paragraphs and tables in order, with headings, bold and italics."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra, SourceError
from dialoog.source.archive import check_archive, names_in
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph


_PLAIN_STYLES = frozenset(["Normal", "Standaard", "Body Text", "Platte tekst"])


def _read(probe: Probe) -> Extract:
    try:
        import docx
        from docx.table import Table
    except ImportError as error:
        raise MissingExtra("reading a Word document", "formats") from error
    check_archive(probe.raw, probe.name)
    builder = TextBuilder()
    try:
        document = docx.Document(io.BytesIO(probe.raw))
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                _table(builder, block)
            else:
                _paragraph(builder, block)
        metadata = tuple(_metadata(document))
    except Exception as error:  # python-docx raises whatever a broken file leads to
        raise SourceError(
            f"{probe.name} cannot be read as a Word document: it is damaged. Open it "
            "in a word processor and save it anew."
        ) from error
    return Extract(text=builder.text(), hints=builder.hints(), metadata=metadata)


def _paragraph(builder: TextBuilder, paragraph: Paragraph) -> None:
    text = paragraph.text
    start = builder.at
    inner = text.strip()
    if not inner:
        builder.write("\n")
        return
    builder.write(text.rstrip())
    end = builder.at
    style = (paragraph.style.name or "") if paragraph.style else ""
    if style.startswith(("Heading", "Title", "Kop", "Titel")):
        builder.hint(HintKind.HEADING, start, end, style[-1:])
    if style and style not in _PLAIN_STYLES:
        builder.hint(HintKind.STYLE, start, end, style)
    if style.startswith(("List", "Lijst")):
        builder.hint(HintKind.LIST_ITEM, start, end)
    if style.startswith(("Caption", "Bijschrift")):
        builder.hint(HintKind.CAPTION, start, end)
    _runs(builder, paragraph, start, end)
    builder.write("\n\n")


def _runs(builder: TextBuilder, paragraph: Paragraph, start: int, end: int) -> None:
    """Hint at bold stretches, and at paragraphs that are italic throughout."""
    at, slanted = start, True
    for run in paragraph.runs:
        stop = min(at + len(run.text), end)
        if run.bold and stop > at:
            builder.hint(HintKind.BOLD, at, stop)
        slanted = slanted and (bool(run.italic) or not run.text.strip())
        at = stop
    if slanted and paragraph.runs:
        builder.hint(HintKind.STAGE, start, end)


def _table(builder: TextBuilder, table: Table) -> None:
    begin = builder.at
    seen: set[object] = set()
    for row in table.rows:
        words = []
        for cell in row.cells:
            # A merged cell comes back for each column and row it spans.
            element = cell._tc  # noqa: SLF001
            words.append("" if element in seen else cell.text)
            seen.add(element)
        builder.row(words, str(begin))


def _metadata(document: Document) -> Iterator[tuple[str, str]]:
    title = (document.core_properties.title or "").strip()
    if title and title.lower() not in {"word document", "document"}:
        yield "title", title


FORMAT = Format(
    id="docx",
    recognise=lambda probe: (
        probe.raw.startswith(b"PK") and "word/document.xml" in names_in(probe.raw)
    ),
    read=_read,
)
