"""What a sentence says, as the coder compares it: weighed words and semantic fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spacy.lang.nl.stop_words import STOP_WORDS

from dialoog.coding.fields import thesaurus
from dialoog.coding.rarity import rarity
from dialoog.coding.tokens import Stretch
from dialoog.coding.words import fold, keys_of, stem, word_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

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
        words: Stems of the content words, weighed by rarity.
        tokens: Where the words come from; None for text of a codebook.
        places: Per word of a sentence its index among the tokens.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
    """

    forms: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    words: Bag
    tokens: Tokens | None = None
    places: tuple[int, ...] = ()
    memory: dict[Hashable, Any] = field(default_factory=dict)

    def stretch(self, first: int, last: int) -> Stretch:
        """A sentence from one of its words up to another, by their places in `forms`."""
        assert self.tokens is not None  # noqa: S101
        return Stretch(self.tokens, self.places[first], self.places[last] + 1)

    @cached_property
    def stems(self) -> Sequence[tuple[int, Collection[str]]]:
        """Places of the content words of a sentence, each with its stems in `words`."""
        lemmas = self.tokens.lemmas if self.tokens else ()
        every = (
            (place, {stem(fold(lemmas[i])), stem(fold(self.forms[place]))})
            for place, i in enumerate(self.places)
        )
        return [
            (place, known)
            for place, stems in every
            if (known := stems.intersection(self.words))
        ]

    @cached_property
    def field_hits(self) -> Sequence[Hit[str]]:
        """The words and phrases that belong to a semantic field."""
        return thesaurus().find(self.keys)

    @cached_property
    def fields(self) -> Bag:
        """The semantic fields, weighed by the rarest word that shows each."""
        bag: Bag = {}
        for hit in self.field_hits:
            weight = max(rarity(self.forms[place]) for place in hit.places)
            bag[hit.label] = max(bag.get(hit.label, 0.0), weight)
        return bag


def content_of(sentence: Stretch) -> Content:
    """The content of a sentence that a pipeline has annotated."""
    tokens = sentence.tokens
    places = tuple(
        place
        for place in sentence.places
        if not tokens.punctuation[place] and not tokens.space[place]
    )
    forms = tuple(tokens.forms[place] for place in places)
    bag: Bag = {}
    for place, form in zip(places, forms, strict=True):
        if fold(form) not in STOP_WORDS:
            _put(bag, tokens.lemmas[place] or form, rarity(form))
            _put(bag, form, _BY_FORM * rarity(form))
            for part in tokens.parts[place]:
                _put(bag, part, _BY_PART * rarity(part))
    return Content(
        forms=forms,
        keys=tuple(_keys(tokens, place) for place in places),
        words=bag,
        tokens=tokens,
        places=places,
    )


def _keys(tokens: Tokens, place: int) -> frozenset[str]:
    return keys_of(
        tokens.forms[place],
        tokens.lemmas[place],
        tokens.parts[place],
        tokens.bases[place],
    )


def content_of_text(text: str) -> Content:
    """The content of a term, definition or wording, of which only the words are known."""
    forms = tuple(_WORD.findall(text))
    bag: Bag = {}
    for form in forms:
        if fold(form) not in STOP_WORDS:
            _put(bag, form, rarity(form))
    return Content(forms=forms, keys=tuple(map(word_keys, forms)), words=bag)


def _put(bag: Bag, word: str, weight: float) -> None:
    key = stem(fold(word))
    if weight > 0.0 and any(char.isalpha() for char in key):
        bag[key] = max(bag.get(key, 0.0), weight)
