"""Subtitles: WebVTT and SubRip, as Teams, Zoom, Whisper and editors write them.

The source is the file itself, so that offsets are into it: numbers and time lines are
furniture, what is said in a cue carries its times, and a voice tag its speaker. The
subtitle libraries give no offsets; the grammar that is needed here is small.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import Hint, HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMES = re.compile(rf"^[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})[^\r\n]*", re.MULTILINE)
_IDENTIFIER = re.compile(r"(?:^|(?<=\n))[^\r\n]*\S[^\r\n]*(?:\r?\n)\Z")
_BLOCK = re.compile(r"\r?\n[ \t]*\r?\n")
_TAG = re.compile(
    r"\{\\an?\d+\}|<(?P<close>/)?(?P<name>v|c|i|b|u|ruby|rt|lang|font)(?P<class>\.[^\s>]*)?(?:[ \t]+(?P<voice>[^>]*))?>|<\d[\d:.]*>"
)


# A cue in italics between others, without label or full stop, tells who is seen.
_SLANTED = re.compile(r"\s*(?:\{[^}]*\})?<i>[^<>]*</i>\s*")
_SAID = re.compile(r"[.?!…:\]][\"'”’»]*\s*</i>|^[^\S\n]*<i>\s*[-\[]|:\s", re.MULTILINE)


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    hints = tuple(sorted(_hints(text), key=lambda hint: (hint.start, -hint.end)))
    return Extract(
        text=text, encoding=encoding, extracted=False, hints=hints, notes=notes
    )


def _hints(text: str) -> Iterator[Hint]:
    cues = list(_TIMES.finditer(text))
    if not cues:
        return
    spoken = [
        _payload(text, cue, after) for cue, after in pairwise([*cues, None]) if cue
    ]
    at = 0
    slanted = [bool(_SLANTED.fullmatch(text, *extent)) for extent in spoken]
    for index, (cue, (start, end)) in enumerate(zip(cues, spoken, strict=True)):
        if start > at:
            yield Hint(kind=HintKind.FURNITURE, start=at, end=start)
        at = end
        whole = Hint(
            kind=HintKind.CUE,
            start=start,
            end=end,
            begin_s=_seconds(cue[1]),
            end_s=_seconds(cue[2]),
        )
        yield whole
        alone = not any(
            slanted[max(index - 1, 0) : index] + slanted[index + 1 : index + 2]
        )
        if slanted[index] and alone and not _SAID.search(text, start, end):
            yield Hint(kind=HintKind.STAGE, start=start, end=end)
        yield from _voices(text, whole)
    if at < len(text):
        yield Hint(kind=HintKind.FURNITURE, start=at, end=len(text))


def _payload(
    text: str, cue: re.Match[str], after: re.Match[str] | None
) -> tuple[int, int]:
    """The words of a cue: from the time line to the blank line after it."""
    start = cue.end()
    while start < len(text) and text[start] in "\r\n":
        start += 1
        if text[start - 1] == "\n":
            break
    limit = after.start() if after else len(text)
    blank = _BLOCK.search(text, start - 1, limit)
    end = blank.start() if blank else limit
    if blank is None and after:
        # No blank line: the line before the next times is its number.
        number = text.rfind("\n", start, max(limit - 1, start))
        end = number if number >= start else limit
    return start, max(end, start)


def _voices(text: str, cue: Hint) -> Iterator[Hint]:
    """Yield the tags as furniture and the stretches between them with their voice."""
    voice, at = "", cue.start
    for tag in _TAG.finditer(text, cue.start, cue.end):
        if voice and tag.start() > at:
            yield _voice(cue, voice, at, tag.start())
        yield Hint(kind=HintKind.FURNITURE, start=tag.start(), end=tag.end())
        at = tag.end()
        if tag["name"] == "v":
            voice = "" if tag["close"] else (tag["voice"] or "").strip()
    if voice and at < cue.end:
        yield _voice(cue, voice, at, cue.end)


def _voice(cue: Hint, voice: str, start: int, end: int) -> Hint:
    return Hint(
        kind=HintKind.VOICE,
        start=start,
        end=end,
        value=voice,
        begin_s=cue.begin_s,
        end_s=cue.end_s,
    )


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)


def _is_srt(probe: Probe) -> bool:
    return bool(re.match(r"(?:\d+\s*\r?\n)?[ \t]*" + _TIME + r"[ \t]*-->", probe.head))


VTT = Format(
    id="vtt", recognise=lambda probe: probe.head.startswith("WEBVTT"), read=_read
)
SRT = Format(id="srt", recognise=_is_srt, read=_read)
