"""Where terms stand among the words of a sentence.

A term is a word, a word group, a stem (`stam*`) or an ending (`*deel`). A word is found in
any inflection, as part of a compound and as a separable verb. The words of a group may
stand in any order with others in between, as Dutch main and subordinate clauses put them
("zelf bepalen", "dan bepaal je het zelf"), but close together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from dialoog.coding.words import fold, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

MAX_GAP = 3
"""Words that may stand between the words of a group, in all."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A term that was found.

    Attributes:
        label: What the term stands for, as given to `TermIndex`.
        term: The term as its author wrote it.
        places: Indices of the words that matched, ascending.
    """

    label: T
    term: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    keys: frozenset[str]
    prefix: str = ""
    suffix: str = ""
    infix: str = ""

    def fits(self, keys: frozenset[str]) -> bool:
        if self.keys:
            return not self.keys.isdisjoint(keys)
        return any(
            key.startswith(self.prefix)
            and key.endswith(self.suffix)
            and self.infix in key
            for key in keys
        )


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    number: int
    label: T
    term: str
    words: tuple[_Word, ...]


class TermIndex(Generic[T]):
    """Many terms, found together in one pass over a sentence."""

    def __init__(self, terms: Iterable[tuple[T, str]]) -> None:
        """Compile `(label, term)` pairs; a term may occur with several labels."""
        self._by_key: dict[str, list[_Pattern[T]]] = defaultdict(list)
        self._wild: list[_Pattern[T]] = []
        for number, (label, term) in enumerate(terms):
            words = tuple(_compile(word) for word in term.split())
            pattern = _Pattern(number, label, term, words)
            exact = [word for word in words if word.keys]
            if not exact:
                self._wild.append(pattern)
                continue
            anchor = max(exact, key=lambda word: max(map(len, word.keys)))
            for key in anchor.keys:
                self._by_key[key].append(pattern)

    def find(self, keys: Sequence[frozenset[str]]) -> list[Hit[T]]:
        """All terms among words, given as their keys; separate occurrences separately.

        Ordered by first word, then as the terms were given.
        """
        present = frozenset[str]().union(*keys)
        candidates = {p.number: p for p in self._candidates(present)}
        found = [
            (places[0], pattern.number, Hit(pattern.label, pattern.term, places))
            for pattern in candidates.values()
            if all(word.fits(present) for word in pattern.words)
            for places in _occurrences(pattern.words, keys)
        ]
        return [hit for _, _, hit in sorted(found, key=lambda entry: entry[:2])]

    def _candidates(self, present: frozenset[str]) -> Iterator[_Pattern[T]]:
        for key in present:
            yield from self._by_key.get(key, ())
        yield from self._wild


def _compile(word: str) -> _Word:
    folded = fold(word)
    inner = folded.strip("*")
    match folded.startswith("*"), folded.endswith("*"):
        case True, True:
            return _Word(frozenset(), infix=inner)
        case True, False:
            return _Word(frozenset(), suffix=inner)
        case False, True:
            return _Word(frozenset(), prefix=inner)
    return _Word(word_keys(word))


def _occurrences(
    words: Sequence[_Word], keys: Sequence[frozenset[str]]
) -> Iterator[tuple[int, ...]]:
    spots = [[i for i, own in enumerate(keys) if word.fits(own)] for word in words]
    if not all(spots):
        return
    reach = len(words) + MAX_GAP
    last = -1
    for first in sorted({i for spot in spots for i in spot}):
        chosen = _assign(spots, first, first + reach) if first > last else None
        if chosen is not None:
            last = chosen[-1]
            yield chosen


def _assign(
    spots: Sequence[Sequence[int]], start: int, end: int
) -> tuple[int, ...] | None:
    chosen: set[int] = set()
    for spot in spots:
        free = next((i for i in spot if start <= i < end and i not in chosen), None)
        if free is None:
            return None
        chosen.add(free)
    return tuple(sorted(chosen)) if start in chosen else None
