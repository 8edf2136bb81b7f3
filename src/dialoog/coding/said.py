"""The words of a sentence and its pairs of neighbouring words, as features.

Set phrases (`data/acts.toml`) hold what an author thinks of; the many idioms with which people
agree and differ are learned from coded editions instead, word by word. A feature is named after
its words, `said:ja maar`; `<` and `>` stand for the start and the end of the sentence. What a
sentence does shows in the one before it too, in single words: `before:vraag`.

Most sentences get no act, and nobody asks what speaks for it: `SaidRows` weighs their words
without making a feature of each.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.coding.logistic import Feature
from dialoog.coding.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from dialoog.coding.logistic import Row
    from dialoog.coding.tokens import Stretch


def said(sentence: Stretch, known: Container[str] | None = None) -> Iterator[Feature]:
    """The words and pairs of words of a sentence, in their order.

    Args:
        sentence: The sentence.
        known: Names of features that matter; None for all.
    """
    tokens = sentence.tokens
    places = [place for place in sentence.places if not tokens.space[place]]
    words = [tokens.lower[place] for place in places]
    for word, place in zip(words, places, strict=True):
        name = f"said:{word}"
        if known is None or name in known:
            yield Feature(name, 1.0, tokens.word(place))
    for i, pair in enumerate(pairwise(("<", *words, ">"))):
        name = f"said:{' '.join(pair)}"
        if known is None or name in known:
            first, last = places[max(0, i - 1)], places[min(i, len(places) - 1)]
            yield Feature(name, 1.0, sentence.part(first, last + 1))


def said_before(
    sentence: Stretch | None, known: Container[str] | None = None
) -> Iterator[Feature]:
    """The words of the sentence before; one feature, `turn-start`, where there is none.

    Args:
        sentence: The sentence before in the turn; None for the first.
        known: Names of features that matter; None for all.
    """
    if sentence is None:
        yield Feature("turn-start")
        return
    tokens = sentence.tokens
    for place in sentence.places:
        name = f"before:{tokens.lower[place]}"
        if not tokens.space[place] and (known is None or name in known):
            yield Feature(name, 1.0, tokens.word(place))


class SaidRows:
    """What words and pairs of words add in some models."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        """Take what the features of `said` and `said_before` add, by their names."""
        self._words: dict[str, Row] = {}
        self._pairs: dict[tuple[str, ...], Row] = {}
        self._before: dict[str, Row] = {}
        self._start = rows.get("turn-start")
        for name, row in rows.items():
            kind, _, words = name.partition(":")
            if kind == "before":
                self._before[words] = row
            elif kind == "said" and " " in words:
                self._pairs[tuple(words.split(" "))] = row
            elif kind == "said":
                self._words[words] = row

    def of(self, sentence: Stretch, before: Stretch | None = None) -> list[Row]:
        """What the words of a sentence, and of the one before it if any, add, each once."""
        words = _words(sentence)
        pairs = pairwise(("<", *words, ">"))
        found = [
            *map(self._words.get, dict.fromkeys(words)),
            *map(self._pairs.get, dict.fromkeys(pairs)),
        ]
        if before is None:
            found.append(self._start)
        else:
            found += map(self._before.get, dict.fromkeys(_words(before)))
        return [row for row in found if row is not None]


@remembered
def _words(sentence: Stretch) -> list[str]:
    tokens = sentence.tokens
    return [tokens.lower[place] for place in sentence.places if not tokens.space[place]]
