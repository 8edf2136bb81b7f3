"""Dutch abbreviations: whether a full stop after a word ends the sentence."""

from __future__ import annotations

import re
import tomllib
from enum import Enum, auto
from functools import cache
from importlib.resources import files

INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+$")
"""Letters with full stops between them: initials, or an abbreviation not listed."""


class FullStop(Enum):
    """What a full stop after a word can be."""

    ENDS = auto()
    """The end of a sentence; the word is no abbreviation."""
    UNSURE = auto()
    """Part of an abbreviation that may close a sentence (`enz.`, `B.V.`)."""
    BEFORE_NUMBER = auto()
    """Part of an abbreviation only before a number or a small letter (`min.`)."""
    CONTINUES = auto()
    """Part of an abbreviation that something follows (`bijv.`, `prof.`)."""


@cache
def full_stop_after(word: str) -> FullStop:
    """Return what the final full stop of a word is.

    Args:
        word: A word with its full stop, in any case: `Bijv.`, `m.b.t.`, `top.`.
    """
    key = word.lower()
    lists = _lists()
    if key in lists["words_too"]:
        return FullStop.BEFORE_NUMBER
    if key in lists["continues"]:
        return FullStop.CONTINUES
    if key in lists["ends_or_continues"] or INITIALS.match(key):
        return FullStop.UNSURE
    return FullStop.ENDS


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = files("dialoog.annotation") / "data" / "abbreviations.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in tables.items()}
