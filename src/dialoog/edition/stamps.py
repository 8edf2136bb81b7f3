"""Time stamps as people and programs write them: `[00:15]`, `0:0:5.570 --> 0:0:9.74`."""

from __future__ import annotations

import re

_DATE = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+)?"
# 0:03, 1:02:03, 00:00:01,500, 0:0:5.570; 12m34s, 1u02m03s; 3'20"
_CLOCK = (
    r"(?:\d{1,3}:\d{1,2}(?::\d{1,2})?(?:[.,:-]\d{1,3})?(?:\s?[APap]\.?[Mm]\b\.?)?"
    r"|(?:\d{1,2}\s?[hu]\s?)?\d{1,2}\s?m(?:in)?\s?\d{1,2}\s?s(?:ec)?\b"
    r"|\d{1,3}['’′]\d{2}(?:[\"”″]|''|’’)?)"
)
_RANGE = rf"{_CLOCK}\s*(?:(?:-+>?|–|—|→|tot)\s*{_CLOCK}\s*)?"
STAMP_PATTERN = rf"(?:[#]?[\[(<{{]?\s*{_DATE}{_RANGE}[\])>}}]?[#]?)"
STAMP = re.compile(STAMP_PATTERN)
# Between the words of a turn only with a mark around it: a train leaves at 10:45.
INLINE_STAMP = re.compile(
    rf"#{_CLOCK}#|\[{_DATE}{_RANGE}\]|\{{{_RANGE}\}}|<{_RANGE}>"
    r"|\(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\)"
)
_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:-](\d{1,3}))?")
_UNITS = re.compile(
    r"(?:(\d{1,2})\s?[hu]\s?)?(\d{1,3})(?:\s?m(?:in)?\s?|['’′])(\d{1,2})"
)


def find_time(text: str) -> float | None:
    """Return the first time in `text` in seconds, or None."""
    match = _TIME.search(text)
    if match:
        hours, minutes, seconds, fraction = match.groups()
    else:
        match = _UNITS.search(text)
        if match is None:
            return None
        hours, minutes, seconds, fraction = *match.groups(), None
    total = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return total + (int(fraction) / 10 ** len(fraction) if fraction else 0.0)


def is_stamp(text: str) -> bool:
    """True if `text` is a time stamp and nothing else."""
    return bool(STAMP.fullmatch(text))
