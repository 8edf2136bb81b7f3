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
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher

from dialoog.coding.inflection import forms
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span
    from spacy.vocab import Vocab

_GAP = {"IS_SENT_START": False, "OP": "{0,4}"}
_LEAD_IN = word_set(
    "en maar dus want of ja nee nou wel tja ach kijk oké och ah ha zeg eh nu goed"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a group that stands in the text."""

    group: str
    span: Span


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Groups of phrases, as in one file under `data/`.

    Attributes:
        name: Of the file, without suffix.
        groups: Per group its phrases, as written.
    """

    name: str
    groups: Mapping[str, tuple[str, ...]]
    _compiled: list[tuple[Vocab, Matcher]] = field(default_factory=list, repr=False)

    def find(self, text: Span, *, nested: bool = False) -> tuple[Hit, ...]:
        """The phrases in a text, in order.

        Args:
            text: A sentence, or a stretch of several.
            nested: Whether to keep a phrase inside a longer one of another group.
        """
        matcher = self._matcher(text.doc.vocab)
        longest: dict[tuple[str, int], Span] = {}
        for key, start, end in matcher(text):
            group, _, anchor = text.doc.vocab.strings[key].partition("/")
            span = text[start:end]
            if not _fits(span, anchor):
                continue
            known = longest.get((group, start))
            if known is None or known.end < end:
                longest[group, start] = span
        hits = [Hit(group, span) for (group, _), span in longest.items()]
        kept = [
            hit
            for hit in hits
            if not any(
                _inside(hit.span, other.span)
                for other in hits
                if not nested or other.group == hit.group
            )
        ]
        return tuple(sorted(kept, key=lambda hit: (hit.span.start, hit.group)))

    def _matcher(self, vocab: Vocab) -> Matcher:
        for known, matcher in self._compiled:
            if known is vocab:
                return matcher
        matcher = Matcher(vocab)
        for group, phrases in self.groups.items():
            for phrase in phrases:
                anchor, pattern = _pattern(phrase)
                matcher.add(f"{group}/{anchor}", [pattern])
        self._compiled[:] = [*self._compiled[-3:], (vocab, matcher)]
        return matcher


@cache
def load_lexicon(name: str) -> Lexicon:
    """The word list `data/NAME.toml` of this package."""
    raw = (files("dialoog.coding") / "data" / f"{name}.toml").read_text("utf-8")
    tables: dict[str, dict[str, Any]] = tomllib.loads(raw)
    return Lexicon(name, {key: tuple(t["phrases"]) for key, t in tables.items()})


def _pattern(phrase: str) -> tuple[str, list[dict[str, Any]]]:
    words = phrase.split()
    anchor = ("^" if words[0] == "^" else "") + ("$" if words[-1] == "$" else "")
    return anchor, [_token(word) for word in words if word not in {"^", "$"}]


def _token(word: str) -> dict[str, Any]:
    if word == "...":
        return dict(_GAP)
    if word.startswith("["):
        verbs = word.strip("[]").split("|")
        return {"LOWER": {"IN": sorted(set().union(*map(forms, verbs)))}}
    return {"LOWER": {"IN": word.split("|")}}


def _fits(span: Span, anchor: str) -> bool:
    sentence = span[0].sent
    if span.end > sentence.end:
        return False
    before = span.doc[sentence.start : span.start]
    after = span.doc[span.end : sentence.end]
    return ("^" not in anchor or all(_may_lead(token.lower_) for token in before)) and (
        "$" not in anchor or all(token.is_punct for token in after)
    )


def _inside(inner: Span, outer: Span) -> bool:
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and len(inner) < len(outer)
    )


def _may_lead(word: str) -> bool:
    return word in _LEAD_IN or not any(char.isalnum() for char in word)
