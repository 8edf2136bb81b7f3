"""Running heads and page numbers in text without layout (a PDF saved as text)."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.edition.lexicon import ROLE_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.source import Line

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:pag(?:ina|\.)?\s*|p\.\s*)?\d{1,4}\W*", re.IGNORECASE)
_LONGEST = 90
_NUMBERED = frozenset(
    [
        "deel",
        "stap",
        "hoofdstuk",
        "stelling",
        "thema",
        "ronde",
        "fragment",
        "scène",
        "bedrijf",
        "les",
        "dag",
        "week",
    ]
)


def running_heads(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the extents of lines that come back with another number.

    `Zorg & Grond   17` and `Zorg & Grond   18`; `12` and `13`, as long as the numbers
    go up by little and the line stands at the edge of a paragraph.
    """
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        text = line.text.strip()
        if (
            text
            and len(text) <= _LONGEST
            and ":" not in text
            and text[-1] not in ".?!,;"
        ):
            numbers = _DIGITS.findall(text)
            if len(numbers) == 1:
                groups[" ".join(_DIGITS.sub("#", text).split())].append(line)
    found = [
        (line.start, line.end)
        for key, group in groups.items()
        if len(group) > 1
        and not _counts(key)
        and _rises(group)
        and (len(key) > 6 or _NUMBER.fullmatch(group[0].text))
        for line in group
    ]
    return sorted(found)


def _counts(key: str) -> bool:
    """True for what is numbered in the text itself: questions, speakers, steps."""
    word = key.split()[0].casefold().rstrip(".:")
    return word in ROLE_LABELS or word in _NUMBERED


def _rises(group: Sequence[Line]) -> bool:
    numbers = [int(_DIGITS.findall(line.text)[0]) for line in group]
    steps = [b - a for a, b in pairwise(numbers)]
    return all(0 < step <= 4 for step in steps)
