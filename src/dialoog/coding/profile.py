"""Themes and claims of a codebook, compiled for comparison with sentences."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.bags import Bags
from dialoog.coding.content import content_of_text
from dialoog.coding.remembered import remembered_for
from dialoog.coding.terms import TermIndex
from dialoog.coding.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dialoog.codebook import Claim, Codebook, Theme
    from dialoog.coding.bags import Bag
    from dialoog.coding.content import Content
    from dialoog.coding.terms import Hit

_EXCLUSION = re.compile(
    r"(?:^|(?<=[.;]))\s*(?:niet|maar niet)\s*:[^.]*\.?", re.IGNORECASE
)
_GROUP_BASE = 0.35
_LEAST_WEIGHT = 0.15


@dataclass(frozen=True, eq=False)
class ThemeProfiles:
    """The themes of a codebook.

    Attributes:
        terms: Their terms; a hit is labelled with the place of the theme.
        shared: Per folded term, in how many themes it stands.
        words: Per theme the words of label, definition and terms.
        fields: Per theme the fields of the same.
        claim_words: Per theme the words of its claims.
        claim_fields: Per theme the fields of its claims.
    """

    terms: TermIndex[int]
    shared: Mapping[str, int]
    words: Bags
    fields: Bags
    claim_words: Bags
    claim_fields: Bags


@dataclass(frozen=True, eq=False)
class ClaimProfiles:
    """The claims of a codebook.

    Attributes:
        themes: Per claim the place of its theme.
        words: Per claim the words of label, statement and all wordings.
        fields: Per claim the fields of the same.
        wordings: Per claim the statement and the example wordings, in that order.
        wording_words: The words of all wordings, claim after claim.
        wording_fields: The fields of the same.
        patterns: Their patterns; a hit is labelled with the place of the claim.
    """

    themes: Sequence[int]
    words: Bags
    fields: Bags
    wordings: Sequence[Sequence[Content]]
    wording_words: Bags
    wording_fields: Bags
    patterns: TermIndex[int]


def theme_profiles(book: Codebook) -> ThemeProfiles:
    """Compile the themes of a codebook."""
    about = [_about(theme) for theme in book.themes]
    claimed = [_claimed(theme, book.claims) for theme in book.themes]
    return ThemeProfiles(
        terms=TermIndex(
            (i, x) for i, theme in enumerate(book.themes) for x in theme.terms
        ),
        shared=Counter(fold(x) for theme in book.themes for x in theme.terms),
        words=telling([pooled(c.words for c in contents) for contents in about]),
        fields=telling(
            [damped(pooled(c.fields for c in contents)) for contents in about]
        ),
        claim_words=telling([damped(pooled(c.words for c in x)) for x in claimed]),
        claim_fields=telling([damped(pooled(c.fields for c in x)) for x in claimed]),
    )


def claim_profiles(book: Codebook) -> ClaimProfiles:
    """Compile the claims of a codebook."""
    places = {theme.id: place for place, theme in enumerate(book.themes)}
    wordings = [
        [content_of_text(text) for text in texts_of(claim)] for claim in book.claims
    ]
    whole = [
        [content_of_text(claim.label), *contents]
        for claim, contents in zip(book.claims, wordings, strict=True)
    ]
    return ClaimProfiles(
        themes=[places[claim.theme] for claim in book.claims],
        words=telling([damped(pooled(c.words for c in x)) for x in whole]),
        fields=telling([damped(pooled(c.fields for c in x)) for x in whole]),
        wordings=wordings,
        wording_words=Bags(content.words for each in wordings for content in each),
        wording_fields=Bags(content.fields for each in wordings for content in each),
        patterns=TermIndex(
            (i, x) for i, claim in enumerate(book.claims) for x in claim.patterns
        ),
    )


@remembered_for
def terms_in(content: Content, profiles: ThemeProfiles) -> Sequence[Hit[int]]:
    """The terms of themes that stand in a sentence."""
    return profiles.terms.find(content.keys)


def texts_of(claim: Claim) -> tuple[str, ...]:
    """The statement, then the affirming, then the denying wordings of a claim."""
    return (claim.statement, *claim.affirms, *claim.denies)


def without_exclusion(definition: str) -> str:
    """A definition without the sentence that says what the theme is not ("Niet: ...")."""
    return _EXCLUSION.sub("", definition).strip()


def term_weight(rarities: Sequence[float], shared: int) -> float:
    """What a found term tells: much if its words are rare, less if several themes have it."""
    if len(rarities) == 1:
        weight = rarities[0]
    else:
        weight = min(1.0, _GROUP_BASE * (1.0 + sum(rarities)))
    return max(weight, _LEAST_WEIGHT) / max(1, shared)


def pooled(bags: Iterable[Mapping[str, float]]) -> Bag:
    """The sum of bags."""
    total: Bag = {}
    for bag in bags:
        for key, weight in bag.items():
            total[key] = total.get(key, 0.0) + weight
    return total


def damped(bag: Mapping[str, float]) -> Bag:
    """A bag in which the tenth time tells less than the first."""
    return {key: math.log1p(weight) for key, weight in bag.items()}


def telling(bags: Sequence[Mapping[str, float]]) -> Bags:
    """Bags in which what most of them have tells little (inverse frequency over the bags)."""
    spread = Counter(key for bag in bags for key in bag)
    return Bags(
        {key: w * math.log((len(bags) + 1) / spread[key]) for key, w in bag.items()}
        for bag in bags
    )


def _about(theme: Theme) -> list[Content]:
    label, definition = theme.label, without_exclusion(theme.definition)
    return [content_of_text(text) for text in (label, label, definition, *theme.terms)]


def _claimed(theme: Theme, claims: Iterable[Claim]) -> list[Content]:
    return [
        content_of_text(text)
        for claim in claims
        if claim.theme == theme.id
        for text in (claim.statement, *claim.affirms, *claim.denies)
    ]
