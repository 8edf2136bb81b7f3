"""Which themes and claims a dialogue holds, sentence by sentence.

Two models weigh the figures of `dialoog.coding.figures`: one says how probable it is that a
sentence is about a theme, the next, which sees those probabilities, that it takes a position
on a claim. Both were learned on other codebooks and know no theme and no claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.content import content_of
from dialoog.coding.figures import claim_figures, theme_figures
from dialoog.coding.profile import claim_profiles, theme_profiles
from dialoog.coding.reasons import claim_cues, nearest_wordings, theme_cues
from dialoog.coding.weighing import load_weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span

    from dialoog.codebook import Codebook
    from dialoog.coding.content import Content
    from dialoog.coding.place import Figures
    from dialoog.coding.reasons import Cue

MAX_THEMES = 3
"""Themes of a sentence, at most: more than that and it is about none of them."""

MAX_CLAIMS = 3
"""Claims of a sentence, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A theme or claim of a sentence.

    Attributes:
        item: Place of the theme or claim in the codebook.
        score: Its probability.
        cues: What speaks for it.
        wording: For a claim, the place in `texts_of` of the wording nearest to it.
    """

    item: int
    score: float
    cues: tuple[Cue, ...]
    wording: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """The themes and claims of a sentence, most probable first."""

    sentence: Span
    themes: tuple[Found, ...]
    claims: tuple[Found, ...]


class Coder:
    """A codebook, compiled, with which any number of dialogues can be coded."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile a codebook."""
        self.codebook = codebook
        self._themes = theme_profiles(codebook)
        self._claims = claim_profiles(codebook)

    def find(self, sentences: Sequence[Span], turns: Sequence[int]) -> list[Findings]:
        """The themes and claims of each sentence of a dialogue.

        Args:
            sentences: In order.
            turns: Number of the turn of each sentence, ascending.
        """
        if not sentences:
            return []
        contents = [content_of(sentence) for sentence in sentences]
        themes, claims = self.probabilities(contents, turns)
        theme_bar = load_weighing("themes").threshold
        claim_bar = load_weighing("claims").threshold
        nearest = nearest_wordings(contents, self._claims)
        terms = [self._themes.terms.find(content.keys) for content in contents]
        return [
            Findings(
                sentence,
                tuple(
                    Found(
                        item,
                        score,
                        theme_cues(contents, terms, row, item, self._themes, turns),
                    )
                    for item, score in _highest(themes[row], theme_bar, MAX_THEMES)
                ),
                tuple(
                    Found(
                        item,
                        score,
                        claim_cues(
                            contents[row], item, nearest[row][item], self._claims
                        ),
                        nearest[row][item],
                    )
                    for item, score in _highest(claims[row], claim_bar, MAX_CLAIMS)
                ),
            )
            for row, sentence in enumerate(sentences)
        ]

    def probabilities(
        self, contents: Sequence[Content], turns: Sequence[int]
    ) -> tuple[Figures, Figures]:
        """Probability of each theme and of each claim, one row per sentence."""
        numbers = np.asarray(turns)
        figures = theme_figures(contents, numbers, self._themes)
        themes = load_weighing("themes").probability(figures)
        if not self.codebook.claims:
            return themes, np.zeros((len(contents), 0))
        figures = claim_figures(contents, numbers, self._claims, themes)
        return themes, load_weighing("claims").probability(figures)


@lru_cache(maxsize=8)
def coder_for(codebook: Codebook) -> Coder:
    """The coder of a codebook, compiled once."""
    return Coder(codebook)


def _highest(row: Figures, bar: float, most: int) -> Iterator[tuple[int, float]]:
    for item in np.argsort(-row, kind="stable")[:most]:
        if row[item] >= bar:
            yield int(item), float(row[item])
