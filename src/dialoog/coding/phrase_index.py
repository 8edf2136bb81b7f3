"""Phrases, found among the words of a sentence by a word that each of them needs.

Trying every phrase on every sentence costs several times what the annotation of the
sentence does. A sentence has few words and most phrases need a rare one, so each phrase
is looked up by the words of its rarest slot; the others are never tried.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
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
    """A phrase, found by its rarest word.

    Attributes:
        offset: How many words before that one it starts; -1 if this varies.
        others: The words of its other slots.
        phrase: The phrase.
    """

    offset: int
    others: tuple[frozenset[str], ...]
    phrase: Phrase


class PhraseIndex:
    """Many phrases, found together."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index phrases by the words of their rarest slot."""
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        for phrase in phrases:
            rarest = max(range(len(phrase.slots)), key=lambda i: _rare(phrase.slots[i]))
            before = phrase.slots[1 : rarest + 1]
            entry = _Entry(
                offset=-1 if any(slot.gap for slot in before) else rarest,
                others=tuple(
                    slot.words for i, slot in enumerate(phrase.slots) if i != rarest
                ),
                phrase=phrase,
            )
            for word in phrase.slots[rarest].words:
                self._by_word[word].append(entry)

    def find(self, words: Words) -> dict[tuple[str, int], set[int]]:
        """Where phrases of a group end, per group and place where they start."""
        found: dict[tuple[str, int], set[int]] = defaultdict(set)
        lower = words.lower
        present = set(lower)
        for place, word in enumerate(lower):
            for offset, others, phrase in self._by_word.get(word, ()):
                if others and any(each.isdisjoint(present) for each in others):
                    continue
                # before the rarest word nothing varies in length, or anything may
                starts = (place - offset,) if offset >= 0 else range(place)
                for start in starts:
                    ends = _ends(phrase, words, start)
                    if ends:
                        found[phrase.group, start].update(ends)
        return found


def _rare(slot: Slot) -> tuple[float, int]:
    # signs stand in no list of frequencies, and are not rare for that
    each = [rarity(word) if word.isalnum() else 0.0 for word in slot.words]
    return min(each), -len(each)


def _ends(phrase: Phrase, words: Words, start: int) -> Sequence[int]:
    """Where a phrase that starts at a place ends, ascending; empty if it does not fit."""
    if start < 0 or (phrase.opens and start > words.first):
        return ()
    lower = words.lower
    ends = [start]
    for listed, gap in phrase.slots:
        within = {
            place
            for end in ends
            for place in range(end, min(end + gap + 1, len(lower)))
        }
        ends = [place + 1 for place in sorted(within) if lower[place] in listed]
        if not ends:
            return ()
    return [end for end in ends if end >= words.last] if phrase.closes else ends
