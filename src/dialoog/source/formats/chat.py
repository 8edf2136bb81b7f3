"""CHAT (CHILDES, TalkBank): a tier per utterance, `*INT:<TAB>words . ^Ut_t^U`.

The source is the file itself. Codes in the words stay as they stand; times, headers and
dependent tiers are furniture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import Hint, HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

# A tier runs on over lines that start with a tab.
_TIER = re.compile(
    r"^(?P<mark>[*%@])(?P<code>[^:\s]+):?[ \t]?(?P<body>[^\r\n]*(?:\r?\n\t[^\r\n]*)*)",
    re.MULTILINE,
)
_TIMES = re.compile(r"\x15?\b(?P<begin>\d+)_(?P<end>\d+)\x15?")
_LEADING_ROLES = frozenset({"Interviewer", "Investigator", "Examiner", "Host"})
_PARTICIPANT = re.compile(
    r"(?P<code>\w+)[ \t]+(?:(?P<name>[^,\s]+)[ \t]+)?(?P<role>[^,\s]+)\s*(?:,|$)"
)


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    hints = tuple(sorted(_hints(text), key=lambda hint: (hint.start, -hint.end)))
    return Extract(
        text=text,
        encoding=encoding,
        extracted=False,
        hints=hints,
        metadata=tuple(_metadata(text)),
        notes=notes,
    )


def _hints(text: str) -> Iterator[Hint]:
    at = 0
    for tier in _TIER.finditer(text):
        if tier["mark"] != "*":
            continue
        start, end = tier.span("body")
        yield Hint(kind=HintKind.FURNITURE, start=at, end=start)
        at = end
        yield from _utterance(text, tier["code"], start, end)
    yield Hint(kind=HintKind.FURNITURE, start=at, end=len(text))


def _utterance(text: str, code: str, start: int, end: int) -> Iterator[Hint]:
    stamps = list(_TIMES.finditer(text, start, end))
    begin_s = int(stamps[0]["begin"]) / 1000 if stamps else None
    end_s = int(stamps[-1]["end"]) / 1000 if stamps else None
    for stamp in stamps:
        if stamp.start() > start:
            yield Hint(
                kind=HintKind.VOICE,
                start=start,
                end=stamp.start(),
                value=code,
                begin_s=begin_s,
                end_s=end_s,
            )
        yield Hint(kind=HintKind.FURNITURE, start=stamp.start(), end=stamp.end())
        start = stamp.end()
    if start < end:
        yield Hint(
            kind=HintKind.VOICE,
            start=start,
            end=end,
            value=code,
            begin_s=begin_s,
            end_s=end_s,
        )


def _metadata(text: str) -> Iterator[tuple[str, str]]:
    for tier in _TIER.finditer(text):
        if tier["mark"] == "@" and tier["code"] == "Participants":
            for person in _PARTICIPANT.finditer(" ".join(tier["body"].split())):
                code = person["code"]
                yield f"speaker:{code}", person["name"] or code
                if person["role"] in _LEADING_ROLES:
                    yield f"about:{code}", "interviewer"


FORMAT = Format(
    id="cha",
    recognise=lambda probe: probe.head.startswith(("@UTF8", "@Begin", "@Loc:")),
    read=_read,
)
