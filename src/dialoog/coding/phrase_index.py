"""Phrases, found among the words of a sentence by words that each of them needs.

Trying every phrase on every sentence costs several times what the annotation of the
sentence does. A sentence has few pairs of neighbouring words, so each phrase is looked up
by two words that stand beside each other in it, the rarest, or by one where there are no
such two; the others are never tried.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from dialoog.coding.rarity import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Slot(NamedTuple):
    """A word of a phrase.

    Attributes:
        words: The words that may stand here.
        gap: Words that may stand between this one and the one before, at most.
    """

    words: frozenset[str]
    gap: int = 0


class Phrase(NamedTuple):
    """A phrase of a group.

    Attributes:
        group: What the phrase stands for.
        slots: Its words, in order.
        opens: Whether the sentence must start with it.
        closes: Whether the sentence must end with it.
    """

    group: str
    slots: tuple[Slot, ...]
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one sentence, or of a part of it.

    Attributes:
        lower: The words in lower case.
        first: The last place at which a phrase still opens the sentence.
        last: The first end at which a phrase already closes the sentence.
    """

    lower: Sequence[str]
    first: int
    last: int


class _Entry(NamedTuple):
    """A phrase, found by its rarest words.

    Attributes:
        offset: How many words before those it starts; -1 if this varies.
        others: The words of its other slots.
        phrase: The phrase.
    """

    offset: int
    others: tuple[frozenset[str], ...]
    phrase: Phrase


class PhraseIndex:
    """Many phrases, found together."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index phrases by the words of their rarest slots."""
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_pair: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
        for phrase in phrases:
            slots = phrase.slots
            beside = [i for i in range(1, len(slots)) if not slots[i].gap]
            if beside:
                last = max(beside, key=lambda i: _rarest(slots[i - 1 : i + 1]))
                entry = _entry(phrase, last - 1, last)
                for pair in product(slots[last - 1].words, slots[last].words):
                    self._by_pair[pair].append(entry)
            else:
                first = max(range(len(slots)), key=lambda i: _rare(slots[i]))
                entry = _entry(phrase, first, first)
                for word in slots[first].words:
                    self._by_word[word].append(entry)

    def find(self, words: Words) -> dict[tuple[str, int], set[int]]:
        """Where phrases of a group end, per group and place where they start."""
        found: dict[tuple[str, int], set[int]] = defaultdict(set)
        lower = words.lower
        tried = chain(
            enumerate(map(self._by_word.get, lower)),
            enumerate(map(self._by_pair.get, pairwise(lower))),
        )
        for place, entries in tried:
            for offset, others, phrase in entries or ():
                if others and any(each.isdisjoint(lower) for each in others):
                    continue
                # before the rarest words nothing varies in length, or anything may
                starts = (place - offset,) if offset >= 0 else range(place)
                for start in starts:
                    ends = _ends(phrase, words, start)
                    if ends:
                        found[phrase.group, start].update(ends)
        return found


def _entry(phrase: Phrase, first: int, last: int) -> _Entry:
    """A phrase that is found by the slots from `first` to `last`."""
    slots = phrase.slots
    varies = any(slot.gap for slot in slots[1 : first + 1])
    others = (*slots[:first], *slots[last + 1 :])
    return _Entry(-1 if varies else first, tuple(s.words for s in others), phrase)


def _rarest(slots: Sequence[Slot]) -> tuple[float, int]:
    return max(map(_rare, slots))


def _rare(slot: Slot) -> tuple[float, int]:
    # signs stand in no list of frequencies, and are not rare for that
    each = [rarity(word) if word.isalnum() else 0.0 for word in slot.words]
    return min(each), -len(each)


def _ends(phrase: Phrase, words: Words, start: int) -> Sequence[int]:
    """Where a phrase that starts at a place ends, ascending; empty if it does not fit."""
    if start < 0 or (phrase.opens and start > words.first):
        return ()
    lower, most = words.lower, len(words.lower)
    ends: Sequence[int] = [start]
    for listed, gap in phrase.slots:
        if gap:
            ends = sorted({at for end in ends for at in range(end, end + gap + 1)})
        ends = [at + 1 for at in ends if at < most and lower[at] in listed]
        if not ends:
            return ()
    return [end for end in ends if end >= words.last] if phrase.closes else ends
