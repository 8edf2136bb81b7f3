"""What a sentence says, as the coder compares it: weighed words and semantic fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.lang.nl.stop_words import STOP_WORDS

from dialoog.coding.fields import thesaurus
from dialoog.coding.rarity import rarity
from dialoog.coding.words import compound_parts, fold, stem, token_keys, word_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Span, Token

    from dialoog.coding.bags import Bag
    from dialoog.coding.terms import Hit

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
        tokens: Per word its token; empty for text of a codebook.
    """

    forms: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    words: Bag
    tokens: tuple[Token, ...] = ()

    @cached_property
    def stems(self) -> Sequence[tuple[int, Collection[str]]]:
        """Places of the content words of a sentence, each with its stems in `words`."""
        every = (
            (place, {stem(fold(token.lemma_)), stem(fold(self.forms[place]))})
            for place, token in enumerate(self.tokens)
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


def content_of(sentence: Span) -> Content:
    """The content of a sentence that a pipeline has annotated."""
    tokens = tuple(t for t in sentence if not t.is_punct and not t.is_space)
    forms = tuple(token.text for token in tokens)
    bag: Bag = {}
    for token, form in zip(tokens, forms, strict=True):
        if fold(form) not in STOP_WORDS:
            _put(bag, token.lemma_ or form, rarity(form))
            _put(bag, form, _BY_FORM * rarity(form))
            for part in compound_parts(token):
                _put(bag, part, _BY_PART * rarity(part))
    return Content(
        forms=forms,
        keys=tuple(token_keys(token) for token in tokens),
        words=bag,
        tokens=tokens,
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
