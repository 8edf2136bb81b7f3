"""Markdown: plain text with headings, emphasis and perhaps front matter."""

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


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    front = _FRONT_MATTER.match(text)
    hints: tuple[Hint, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    if front:
        metadata = tuple(_fields(front.group()))
        hints = (Hint(kind=HintKind.FURNITURE, start=0, end=front.end()),)
    return Extract(
        text=text,
        encoding=encoding,
        extracted=False,
        hints=hints,
        metadata=metadata,
        notes=notes,
    )


def _fields(front: str) -> Iterator[tuple[str, str]]:
    for match in _FIELD.finditer(front):
        yield match["key"].lower(), match["value"].strip("\"'")


FORMAT = Format(id="md", recognise=lambda probe: probe.suffix in _SUFFIXES, read=_read)
