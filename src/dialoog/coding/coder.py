"""Which themes and claims a dialogue holds, sentence by sentence.

Models weigh the figures of `dialoog.coding.figures`: one says how probable it is that a
sentence is about a theme, the next, which sees those probabilities, that it takes a position
on a claim. Each has a second look, that sees what the first thinks of the sentences around
(`dialoog.coding.surroundings`). All were learned on other codebooks and know no theme and no
claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.content import content_of
from dialoog.coding.contents import Contents
from dialoog.coding.figures import claim_figures, second_figures, theme_figures
from dialoog.coding.likeness import likeness_of
from dialoog.coding.profile import claim_profiles, theme_profiles
from dialoog.coding.reasons import claim_cues, theme_cues
from dialoog.coding.substance import substance_of
from dialoog.coding.weighing import load_weighing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dialoog.codebook import Codebook
    from dialoog.coding.content import Content
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.key import Centrality
    from dialoog.coding.likeness import Likeness
    from dialoog.coding.place import Figures
    from dialoog.coding.reasons import Cue
    from dialoog.coding.tokens import Stretch

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
        likeness: For a claim, how alike the sentence is to each of `texts_of`.
    """

    item: int
    score: float
    cues: tuple[Cue, ...]
    likeness: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """The themes of a sentence and the claims it may hold, most probable first.

    Attributes:
        sentence: The sentence.
        themes: Those it is about.
        claims: Those it may hold.
        possible: The probability of every claim of the codebook.
    """

    sentence: Stretch
    themes: tuple[Found, ...]
    claims: tuple[Found, ...]
    possible: Figures


class Coder:
    """A codebook, compiled, with which any number of dialogues can be coded."""

    def __init__(self, codebook: Codebook) -> None:
        """Compile a codebook."""
        self.codebook = codebook
        self._themes = theme_profiles(codebook)
        self._claims = claim_profiles(codebook)

    def find(self, placed: Sequence[Utterance], weight: Centrality) -> list[Findings]:
        """The themes and possible claims of each sentence of a dialogue.

        Which of the claims it holds depends on the stance too (`find_positions`).

        Args:
            placed: The sentences in their places, in order.
            weight: Which words the dialogue turns around.
        """
        if not placed:
            return []
        said = [content_of(utterance.sentence) for utterance in placed]
        turns = [utterance.turn for utterance in placed]
        contents = Contents(
            said,
            np.asarray(turns),
            [utterance.speaker for utterance in placed],
            substance_of(placed, weight),
        )
        likeness = likeness_of(contents, self._claims)
        themes, claims = self._probabilities(contents, likeness)
        theme_bar = load_weighing("themes-second").threshold
        claim_bar = load_weighing("claims-second").threshold
        return [
            Findings(
                utterance.sentence,
                tuple(
                    Found(
                        item,
                        score,
                        theme_cues(said, row, item, self._themes, turns),
                    )
                    for item, score in _highest(themes[row], theme_bar, MAX_THEMES)
                ),
                tuple(
                    self._claim(said[row], likeness.both[item][row], item, score)
                    for item, score in _highest(claims[row], claim_bar, MAX_CLAIMS)
                ),
                claims[row],
            )
            for row, utterance in enumerate(placed)
        ]

    def _claim(
        self, content: Content, likeness: Figures, item: int, score: float
    ) -> Found:
        nearest = int(likeness.argmax())
        cues = claim_cues(content, item, nearest, self._claims)
        return Found(item, score, cues, tuple(likeness.tolist()))

    def _probabilities(
        self, contents: Contents, likeness: Likeness
    ) -> tuple[Figures, Figures]:
        """Probability of each theme and of each claim, one row per sentence."""
        figures = theme_figures(contents, self._themes)
        themes = _weigh_twice("themes", contents, figures)
        if not self.codebook.claims:
            return themes, np.zeros((len(contents.sentences), 0))
        figures = claim_figures(contents, self._claims, themes, likeness)
        return themes, _weigh_twice("claims", contents, figures)


@lru_cache(maxsize=8)
def coder_for(codebook: Codebook) -> Coder:
    """The coder of a codebook, compiled once."""
    return Coder(codebook)


def _weigh_twice(
    kind: str, contents: Contents, first: Mapping[str, Figures]
) -> Figures:
    probability = load_weighing(kind).probability(first)
    second = second_figures(contents, probability, first)
    return load_weighing(f"{kind}-second").probability(second)


def _highest(row: Figures, bar: float, most: int) -> Iterator[tuple[int, float]]:
    for item in np.argsort(-row, kind="stable")[:most]:
        if row[item] >= bar:
            yield int(item), float(row[item])
