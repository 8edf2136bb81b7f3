"""CSV and TSV with one row per turn."""

from __future__ import annotations

import csv
import io

from dialoog.errors import SourceError
from dialoog.source.builder import TextBuilder
from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe

_SUFFIXES = {".csv": ",;\t|", ".tsv": "\t", ".tab": "\t"}
_SAMPLE = 65_536
_FIELD_MAX = 10_000_000


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    csv.field_size_limit(_FIELD_MAX)
    builder = TextBuilder()
    try:
        reader = csv.reader(
            io.StringIO(text, newline=""), delimiter=_delimiter(text, probe)
        )
        for row in reader:
            if any(cell.strip() for cell in row):
                builder.row(row)
    except csv.Error as error:
        raise SourceError(f"{probe.name} is not a sound table: {error}.") from error
    return Extract(
        text=builder.text(), encoding=encoding, hints=builder.hints(), notes=notes
    )


def _delimiter(text: str, probe: Probe) -> str:
    """The delimiter that the first row has most of."""
    choices = _SUFFIXES.get(probe.suffix, ",;\t|")
    head = text[:_SAMPLE].lstrip().split("\n", 1)[0]
    return max(choices, key=head.count)


FORMAT = Format(id="csv", recognise=lambda probe: probe.suffix in _SUFFIXES, read=_read)
