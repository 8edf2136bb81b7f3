"""Plain text: what any file is that is nothing else."""

from __future__ import annotations

from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    return Extract(text=text, encoding=encoding, extracted=False, notes=notes)


FORMAT = Format(id="txt", recognise=lambda _: True, read=_read)
