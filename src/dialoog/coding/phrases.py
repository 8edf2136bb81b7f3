"""Word lists that know phrases: which of them occur in a text, and where.

A phrase is written as a reader would say it, with four signs:

    a|b     either word
    [gaan]  a form of the verb (see dialoog.coding.inflection)
    ...     at most four words in between
    ^       the sentence starts here (an interjection or a quotation mark may come first)
    $       the sentence ends here (punctuation may follow)

Words are compared in lower case. A phrase never reaches over the end of a sentence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from dialoog.coding.inflection import forms
from dialoog.coding.phrase_index import Phrase, PhraseIndex, Slot, Words
from dialoog.coding.remembered import remembered, remembered_for
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.coding.tokens import Stretch

_GAP = 4
_LEAD_IN = word_set(
    "en maar dus want of ja nee nou wel tja ach kijk oké och ah ha zeg eh nu goed"
)


class Hit(NamedTuple):
    """A phrase of a group that stands in the text."""

    group: str
    span: Stretch


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Groups of phrases, as in one file under `data/`.

    Attributes:
        name: Of the file, without suffix.
        groups: Per group its phrases, as written.
        meanings: Per group what its phrases do, in a sentence.
    """

    name: str
    groups: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: Stretch, *, nested: bool = False) -> tuple[Hit, ...]:
        """The phrases in a text, in order.

        Args:
            text: A sentence, or a stretch of several.
            nested: Whether to keep a phrase inside a longer one of another group.
        """
        return _found(text, self, nested)

    @cached_property
    def index(self) -> PhraseIndex:
        """All phrases, compiled."""
        return PhraseIndex(
            compile_phrase(group, phrase)
            for group, phrases in self.groups.items()
            for phrase in phrases
        )


@remembered_for
def _found(text: Stretch, lexicon: Lexicon, nested: bool) -> tuple[Hit, ...]:
    found = sorted(
        (start + place, group, start + max(ends))
        for start, words in _by_sentence(text)
        for (group, place), ends in lexicon.index.find(words).items()
    )
    if len(found) > 1:
        found = [each for each in found if not _is_inside(each, found, nested=nested)]
    return tuple(Hit(group, text.part(start, end)) for start, group, end in found)


_Found = tuple[int, str, int]


def _is_inside(hit: _Found, found: list[_Found], *, nested: bool) -> bool:
    """Whether a phrase lies in a longer one that is found too."""
    start, group, end = hit
    return any(
        first <= start
        and end <= last
        and end - start < last - first
        and (not nested or other == group)
        for first, other, last in found
    )


@cache
def load_lexicon(name: str) -> Lexicon:
    """The word list `data/NAME.toml` of this package."""
    raw = (files("dialoog.coding") / "data" / f"{name}.toml").read_text("utf-8")
    tables: dict[str, dict[str, Any]] = tomllib.loads(raw)
    return Lexicon(
        name,
        groups={key: tuple(table["phrases"]) for key, table in tables.items()},
        meanings={key: table["what"] for key, table in tables.items()},
    )


def compile_phrase(group: str, phrase: str) -> Phrase:
    """A phrase of a group, from how it is written."""
    words = phrase.split()
    slots: list[Slot] = []
    gap = 0
    for word in words:
        if word == "...":
            gap += _GAP
        elif word not in {"^", "$"}:
            slots.append(Slot(_alternatives(word), gap))
            gap = 0
    return Phrase(group, tuple(slots), opens=words[0] == "^", closes=words[-1] == "$")


def _alternatives(word: str) -> frozenset[str]:
    if word.startswith("["):
        verbs = word.strip("[]").split("|")
        return frozenset[str]().union(*map(forms, verbs))
    return frozenset(word.split("|"))


@remembered
def _by_sentence(text: Stretch) -> list[tuple[int, Words]]:
    """The words of a text, sentence by sentence, each with where it starts in the doc."""
    tokens, start = text.tokens, text.start
    pieces = []
    while start < text.end:
        sentence = tokens.sentence_of(start)
        end = min(text.end, sentence.stop)
        lead = sentence.start
        while lead < sentence.stop and _may_lead(tokens.lower[lead]):
            lead += 1
        tail = sentence.stop
        while tail > sentence.start and tokens.punctuation[tail - 1]:
            tail -= 1
        lower = tokens.lower[start:end]
        pieces.append((start, Words(lower, first=lead - start, last=tail - start)))
        start = end
    return pieces


def _may_lead(word: str) -> bool:
    return word in _LEAD_IN or not any(char.isalnum() for char in word)
