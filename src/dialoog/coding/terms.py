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
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dialoog.coding.words import fold, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

T = TypeVar("T")

_WORDS = 20_000
"""Words whose terms are remembered."""

MAX_GAP = 3
"""Words that may stand between the words of a group, in all."""


class Hit(NamedTuple, Generic[T]):
    """A term that was found.

    Attributes:
        label: What the term stands for, as given to `TermIndex`.
        term: The term as its author wrote it.
        places: Indices of the words that matched, ascending.
        number: Place of the term among those given to `TermIndex`.
    """

    label: T
    term: str
    places: tuple[int, ...]
    number: int


@dataclass(frozen=True, slots=True)
class _Word:
    keys: frozenset[str]
    prefix: str = ""
    suffix: str = ""
    infix: str = ""

    def spots(self, sentence: Sequence[frozenset[str]]) -> list[int]:
        """Where the word stands, ascending, in a sentence given as the keys of its words."""
        if self.keys:
            apart = self.keys.isdisjoint
            return [place for place, own in enumerate(sentence) if not apart(own)]
        return [p for p, own in enumerate(sentence) if any(map(self.fits, own))]

    def fits(self, key: str) -> bool:
        """Whether a key has the written part of a word with `*`."""
        return (
            key.startswith(self.prefix)
            and key.endswith(self.suffix)
            and self.infix in key
        )


class _Pattern(NamedTuple, Generic[T]):
    """A term, compiled.

    Attributes:
        number: Its place among the terms.
        label: What it stands for.
        term: As its author wrote it.
        words: Its words.
        needed: Keys of the words without `*` beside the one by which it is found; the
            sentence must have one of each.
    """

    number: int
    label: T
    term: str
    words: tuple[_Word, ...]
    needed: Sequence[frozenset[str]]


class _OfWord(NamedTuple, Generic[T]):
    """What a word of a sentence can find.

    Attributes:
        single: Terms that are this word: number, label and term of each, by number.
        groups: Terms in which it is one of the words, by their numbers; by the keys of
            the first word that they need beside it, or by "" if they need none.
        partners: The keys of `groups`.
    """

    single: Sequence[tuple[int, T, str]]
    groups: Mapping[str, Mapping[int, _Pattern[T]]]
    partners: frozenset[str]


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
            exact = [word.keys for word in words if word.keys]
            # the longest words are the rarest, more or less
            exact.sort(key=lambda keys: -max(map(len, keys)))
            pattern = _Pattern(number, label, term, words, exact[1:])
            if exact:
                for key in exact[0]:
                    self._by_key[key].append(pattern)
            elif words[0].suffix:
                self._by_last[words[0].suffix[-1]].append(pattern)
            else:
                self._by_first[words[0].prefix[:1]].append(pattern)
        # a dialogue says the same words again and again
        self._of_word = lru_cache(_WORDS)(self._patterns_of)

    def find(self, keys: Sequence[frozenset[str]]) -> list[Hit[T]]:
        """All terms among words, given as their keys; separate occurrences separately.

        Ordered by first word, then as the terms were given.
        """
        words = [self._of_word(own) for own in keys]
        hits = [
            Hit(label, term, (place,), number)
            for place, word in enumerate(words)
            for number, label, term in word.single
        ]
        grouped = [
            Hit(pattern.label, pattern.term, places, pattern.number)
            for pattern in _groups(words, {""}.union(*keys))
            for places in _occurrences(pattern.words, keys)
        ]
        return sorted([*hits, *grouped], key=_order) if grouped else hits

    def _patterns_of(self, keys: frozenset[str]) -> _OfWord[T]:
        """What is found by a word with these keys."""
        found = {p.number: p for key in sorted(keys) for p in self._candidates(key)}
        groups: dict[str, dict[int, _Pattern[T]]] = defaultdict(dict)
        for number, pattern in found.items():
            if len(pattern.words) > 1:
                for key in pattern.needed[0] if pattern.needed else ("",):
                    groups[key][number] = pattern
        single = [p[:3] for _, p in sorted(found.items()) if len(p.words) == 1]
        return _OfWord(single, groups, frozenset(groups))

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


def _order(hit: Hit[T]) -> tuple[int, int]:
    return hit.places[0], hit.number


def _groups(
    words: Iterable[_OfWord[T]], present: AbstractSet[str]
) -> Iterator[_Pattern[T]]:
    """The terms of several words, all of which may be among those of a sentence."""
    groups: dict[int, _Pattern[T]] = {}
    for word in words:
        if not word.partners.isdisjoint(present):
            for key in word.partners & present:
                groups.update(word.groups[key])
    for pattern in groups.values():
        if not any(map(present.isdisjoint, pattern.needed)):
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


def _occurrences(
    words: Sequence[_Word], sentence: Sequence[frozenset[str]]
) -> Iterator[tuple[int, ...]]:
    """Where the words of a group stand together."""
    spots = []
    for word in words:
        spots.append(word.spots(sentence))
        if not spots[-1]:
            return
    reach = len(words) + MAX_GAP
    if max(spot[0] for spot in spots) - min(spot[-1] for spot in spots) >= reach:
        return
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
