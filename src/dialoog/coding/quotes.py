"""Which words of a turn are somebody else's: what stands between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.coding.remembered import remembered

if TYPE_CHECKING:
    from dialoog.coding.tokens import Stretch, Tokens

# An apostrophe is a quotation mark only where it cannot be part of a word ('s avonds, foto's).
_OPENING = {
    "“": "”",
    "„": "”“",
    "«": "»",
    "‘": "’",
    '"': '"',
    "'": "'",
}
_MARK = re.compile(f"[{''.join(_OPENING)}]")
_CLITIC = re.compile(r"['’‘](?:s|t|n|k|m|r|ie|em)\b", re.IGNORECASE)
_LONGEST = 400


@remembered
def quoted(tokens: Tokens) -> frozenset[int]:
    """Indices of the tokens between quotation marks; a mark that is never closed quotes nothing."""
    text = tokens.text
    inside: set[int] = set()
    last = 0
    for mark in _MARK.finditer(text):
        end = _closing(text, mark.start()) if mark.start() >= last else None
        if end is not None:
            span = tokens.doc.char_span(mark.start(), end, alignment_mode="expand")
            if span is not None:
                inside.update(range(span.start, span.end))
            last = end
    return frozenset(inside)


def share_quoted(text: Stretch, inside: frozenset[int]) -> float:
    """Which part of the words of a text is quoted, 0 to 1."""
    if not inside:
        return 0.0
    tokens = text.tokens
    words = [
        i for i in text.places if not tokens.punctuation[i] and not tokens.space[i]
    ]
    return sum(i in inside for i in words) / len(words) if words else 0.0


def _closing(text: str, at: int) -> int | None:
    """One past the mark that closes the quotation opened here, or None."""
    marks = _OPENING.get(text[at])
    if marks is None or not _opens(text, at):
        return None
    for end in range(at + 2, min(len(text), at + _LONGEST)):
        if text[end] in marks and _closes(text, end):
            return end + 1
    return None


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return not before.isalnum() and bool(after.strip()) and not _CLITIC.match(text, at)


def _closes(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not text[at - 1].isspace() and not after.isalnum()
