"""What a sentence says, as the coder compares it: weighed words and semantic fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.lang.nl.stop_words import STOP_WORDS

from dialoog.coding.fields import thesaurus
from dialoog.coding.rarity import rarity
from dialoog.coding.tokens import Stretch
from dialoog.coding.words import fold, keys_of, stem, word_keys

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from dialoog.coding.bags import Bag
    from dialoog.coding.terms import Hit
    from dialoog.coding.tokens import Tokens

_WORD = re.compile(r"[^\W_]+(?:['’*-][^\W_]+)*")
_BY_FORM = 0.7
_BY_PART = 0.7


@dataclass(frozen=True, eq=False)
class Content:
    """The words of a sentence or of an entry of a codebook.

    Attributes:
        forms: The words as written, punctuation left out.
        keys: Per word what it is compared by (see `dialoog.coding.words`).
        rarities: Per word how much it tells (see `dialoog.coding.rarity`).
        words: Stems of the content words, weighed by rarity.
        stems: Of a sentence, every place with a stem in `words` that stands there.
        tokens: Where the words come from; None for text of a codebook.
        places: Per word of a sentence its index among the tokens.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
    """

    forms: Sequence[str]
    keys: Sequence[frozenset[str]]
    rarities: Sequence[float]
    words: Bag
    stems: Sequence[tuple[int, str]] = ()
    tokens: Tokens | None = None
    places: Sequence[int] = ()
    memory: dict[Hashable, Any] = field(default_factory=dict)

    def stretch(self, first: int, last: int) -> Stretch:
        """A sentence from one of its words up to another, by their places in `forms`."""
        assert self.tokens is not None  # noqa: S101
        return Stretch(self.tokens, self.places[first], self.places[last] + 1)

    def rarest(self, places: Sequence[int]) -> float:
        """How much the rarest of some words tells."""
        rarities = self.rarities
        if len(places) == 1:
            return rarities[places[0]]
        return max([rarities[place] for place in places])

    @cached_property
    def field_hits(self) -> Sequence[Hit[str]]:
        """The words and phrases that belong to a semantic field."""
        return thesaurus().find(self.keys)

    @cached_property
    def fields(self) -> Bag:
        """The semantic fields, weighed by the rarest word that shows each."""
        bag: Bag = {}
        for hit in self.field_hits:
            _put(bag, hit.label, self.rarest(hit.places))
        return bag


class _Entry(NamedTuple):
    """A word, as it counts in the content of any sentence.

    Attributes:
        keys: What it is compared by.
        rarity: How much it tells.
        stems: Of its lemma and its form.
        weights: Stems that it adds to the words of a sentence, with their weights.
    """

    keys: frozenset[str]
    rarity: float
    stems: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]


def content_of(sentence: Stretch) -> Content:
    """The content of a sentence that a pipeline has annotated."""
    tokens = sentence.tokens
    places = [
        place
        for place in sentence.places
        if not tokens.punctuation[place] and not tokens.space[place]
    ]
    entries = [
        _entry(
            tokens.forms[place],
            tokens.lemmas[place],
            tokens.parts[place],
            tokens.bases[place],
        )
        for place in places
    ]
    bag: Bag = {}
    for entry in entries:
        for key, weight in entry.weights:
            _put(bag, key, weight)
    return Content(
        forms=[tokens.forms[place] for place in places],
        keys=[entry.keys for entry in entries],
        rarities=[entry.rarity for entry in entries],
        words=bag,
        stems=[
            (place, key)
            for place, entry in enumerate(entries)
            for key in entry.stems
            if key in bag
        ],
        tokens=tokens,
        places=places,
    )


@lru_cache(maxsize=100_000)
def _entry(form: str, lemma: str, parts: tuple[str, ...], base: str) -> _Entry:
    rare = rarity(form)
    bag: Bag = {}
    if fold(form) not in STOP_WORDS:
        _put_stem(bag, lemma or form, rare)
        _put_stem(bag, form, _BY_FORM * rare)
        for part in parts:
            _put_stem(bag, part, _BY_PART * rarity(part))
    return _Entry(
        keys=keys_of(form, lemma, parts, base),
        rarity=rare,
        stems=tuple({stem(fold(lemma)): True, stem(fold(form)): True}),
        weights=tuple(bag.items()),
    )


def content_of_text(text: str) -> Content:
    """The content of a term, definition or wording, of which only the words are known."""
    forms = _WORD.findall(text)
    bag: Bag = {}
    for form in forms:
        if fold(form) not in STOP_WORDS:
            _put_stem(bag, form, rarity(form))
    return Content(
        forms=forms,
        keys=[word_keys(form) for form in forms],
        rarities=[rarity(form) for form in forms],
        words=bag,
    )


def _put_stem(bag: Bag, word: str, weight: float) -> None:
    key = stem(fold(word))
    if weight > 0.0 and any(char.isalpha() for char in key):
        _put(bag, key, weight)


def _put(bag: Bag, key: str, weight: float) -> None:
    """Put something in a bag, once, with the highest of its weights."""
    if key not in bag or bag[key] < weight:
        bag[key] = weight
