"""Rich text format, by its words: striprtf keeps no bold or headings."""

from __future__ import annotations

from dialoog.errors import MissingExtra, SourceError
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe


def _read(probe: Probe) -> Extract:
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtra("reading a rich text file", "formats") from error
    try:
        text = str(rtf_to_text(probe.raw.decode("latin-1"), errors="ignore"))  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf raises whatever a broken file leads to
        raise SourceError(
            f"{probe.name} cannot be read as rich text: it is damaged. Open it in a "
            "word processor and save it anew."
        ) from error
    builder = TextBuilder()
    for line in text.splitlines():
        cells = (
            line.strip("|").split("|")
            if line.count("|") > 1 and line.endswith("|")
            else []
        )
        if len(cells) > 1:
            builder.row(cells)
        else:
            builder.write(line.rstrip() + "\n\n")
    return Extract(text=builder.text(), hints=builder.hints())


FORMAT = Format(
    id="rtf",
    recognise=lambda probe: probe.raw.lstrip().startswith(b"{\\rtf"),
    read=_read,
)
