"""Where terms stand among the words of a sentence.

A term is a word, a word group, a stem (`stam*`) or an ending (`*deel`). A word is found in
any inflection, as part of a compound and as a separable verb. The words of a group may
stand in any order with others in between, as Dutch main and subordinate clauses put them
("zelf bepalen", "dan bepaal je het zelf"), but close together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from dialoog.coding.words import fold, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

_Places = dict[str, list[int]]
"""Per key of a sentence, the places of the words that have it."""

_WORDS = 20_000
"""Words whose terms are remembered."""

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

    def spots(self, places: _Places) -> list[int]:
        """Where the word stands, ascending, given the places of every key."""
        here = [
            spots
            for key in (self.keys or filter(self.fits, places))
            if (spots := places.get(key))
        ]
        # most words have one key that is there, and need no merging
        return here[0] if len(here) == 1 else sorted({i for each in here for i in each})

    def fits(self, key: str) -> bool:
        """Whether a key has the written part of a word with `*`."""
        return (
            key.startswith(self.prefix)
            and key.endswith(self.suffix)
            and self.infix in key
        )


@dataclass(frozen=True, slots=True)
class _Pattern(Generic[T]):
    number: int
    label: T
    term: str
    words: tuple[_Word, ...]
    needed: tuple[frozenset[str], ...]


_OfWord = tuple[tuple[_Pattern[T], ...], dict[int, _Pattern[T]]]


class TermIndex(Generic[T]):
    """Many terms, found together in one pass over a sentence."""

    def __init__(self, terms: Iterable[tuple[T, str]]) -> None:
        """Compile `(label, term)` pairs; a term may occur with several labels."""
        self._by_key: dict[str, list[_Pattern[T]]] = defaultdict(list)
        # with `*`: by the first or last letter of what is written, or by ""
        self._by_first: dict[str, list[_Pattern[T]]] = defaultdict(list)
        self._by_last: dict[str, list[_Pattern[T]]] = defaultdict(list)
        for number, (label, term) in enumerate(terms):
            words = tuple(_compile(word) for word in term.split())
            exact = [word for word in words if word.keys]
            needed = tuple(word.keys for word in exact)
            pattern = _Pattern(number, label, term, words, needed)
            if not exact:
                if words[0].suffix:
                    self._by_last[words[0].suffix[-1]].append(pattern)
                else:
                    self._by_first[words[0].prefix[:1]].append(pattern)
                continue
            anchor = max(exact, key=lambda word: max(map(len, word.keys)))
            for key in anchor.keys:
                self._by_key[key].append(pattern)
        # a dialogue says the same words again and again
        self._of_word = lru_cache(_WORDS)(self._patterns_of)

    def find(self, keys: Sequence[frozenset[str]]) -> list[Hit[T]]:
        """All terms among words, given as their keys; separate occurrences separately.

        Ordered by first word, then as the terms were given.
        """
        found: list[tuple[int, int, Hit[T]]] = []
        groups: dict[int, _Pattern[T]] = {}
        for place, own in enumerate(keys):
            single, several = self._of_word(own)
            found += [(place, p.number, Hit(p.label, p.term, (place,))) for p in single]
            groups.update(several)
        if groups:
            places = _places(keys)
            present = set(places)
            found += [
                (spots[0], pattern.number, Hit(pattern.label, pattern.term, spots))
                for pattern in groups.values()
                if not any(needed.isdisjoint(present) for needed in pattern.needed)
                for spots in _occurrences(pattern.words, places)
            ]
        return [hit for _, _, hit in sorted(found, key=lambda entry: entry[:2])]

    def _patterns_of(self, keys: frozenset[str]) -> _OfWord[T]:
        """What is found by a word with these keys: terms of one word, groups it may be in."""
        found = {p.number: p for key in sorted(keys) for p in self._candidates(key)}
        return (
            tuple(p for p in found.values() if len(p.words) == 1),
            {number: p for number, p in found.items() if len(p.words) > 1},
        )

    def _candidates(self, key: str) -> Iterator[_Pattern[T]]:
        yield from self._by_key.get(key, ())
        if key:
            for pattern in (
                *self._by_first.get(key[0], ()),
                *self._by_last.get(key[-1], ()),
                *self._by_first.get("", ()),
            ):
                if pattern.words[0].fits(key):
                    yield pattern


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


def _places(keys: Sequence[frozenset[str]]) -> _Places:
    places: _Places = {}
    for place, own in enumerate(keys):
        for key in own:
            places.setdefault(key, []).append(place)
    return places


def _occurrences(words: Sequence[_Word], places: _Places) -> Iterator[tuple[int, ...]]:
    """Where the words of a group stand together."""
    spots = []
    for word in words:
        spots.append(word.spots(places))
        if not spots[-1]:
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
