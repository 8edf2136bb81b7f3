"""The figures by which themes and claims are weighed: one matrix per name.

Rows are the sentences of a dialogue, columns the themes or claims of a codebook. No figure
knows which theme or claim it is about, only how sentence and item relate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.place import views
from dialoog.coding.profile import term_weight, terms_in
from dialoog.coding.surroundings import surroundings
from dialoog.coding.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dialoog.coding.contents import Contents
    from dialoog.coding.likeness import Likeness
    from dialoog.coding.place import Figures, Numbers
    from dialoog.coding.profile import ClaimProfiles, ThemeProfiles

_USUAL = 0.15
_TRUST = 200
_FEW_TURNS = 3
"""With so few turns, the first is no introduction and the last no farewell."""


def theme_figures(contents: Contents, profiles: ThemeProfiles) -> dict[str, Figures]:
    """Figures of every sentence for every theme, by name.

    Args:
        contents: The sentences of a dialogue.
        profiles: The themes of a codebook.
    """
    figures = _viewed(dict(_theme_bases(contents, profiles)), contents.turns)
    figures.update(_of_sentence(contents, "themes", len(profiles.words)))
    return figures


def _theme_bases(
    contents: Contents, profiles: ThemeProfiles
) -> Iterator[tuple[str, Figures]]:
    total = np.zeros((len(contents.sentences), len(profiles.words)))
    highest = np.zeros_like(total)
    for row, content in enumerate(contents.sentences):
        for hit in terms_in(content, profiles):
            rarities = [content.rarities[place] for place in hit.places]
            weight = term_weight(rarities, profiles.shared[fold(hit.term)])
            total[row, hit.label] += weight
            highest[row, hit.label] = max(highest[row, hit.label], weight)
    yield "terms", np.log1p(total)
    yield "best-term", highest
    yield "words", profiles.words.cosines(contents.words)
    yield "claim-words", profiles.claim_words.cosines(contents.words)
    yield "fields", profiles.fields.cosines(contents.fields)
    yield "claim-fields", profiles.claim_fields.cosines(contents.fields)


def claim_figures(
    contents: Contents,
    profiles: ClaimProfiles,
    themes: Figures,
    likeness: Likeness,
) -> dict[str, Figures]:
    """Figures of every sentence for every claim, by name.

    Args:
        contents: The sentences of a dialogue.
        profiles: The claims of a codebook.
        themes: Probability of each theme, per sentence.
        likeness: How alike the sentences are to the wordings of the claims.
    """
    bases = _claim_bases(contents, profiles, themes, likeness)
    figures = _viewed({name: _levelled(base) for name, base in bases}, contents.turns)
    figures.update(_of_sentence(contents, "claims", len(profiles.words)))
    return figures


def _claim_bases(
    contents: Contents,
    profiles: ClaimProfiles,
    themes: Figures,
    likeness: Likeness,
) -> Iterator[tuple[str, Figures]]:
    yield "theme", themes[:, list(profiles.themes)]
    yield "words", profiles.words.cosines(contents.words)
    yield "fields", profiles.fields.cosines(contents.fields)
    yield "statement-words", _stacked(each[:, 0] for each in likeness.words)
    yield "statement-fields", _stacked(each[:, 0] for each in likeness.fields)
    yield "best-wording", _stacked(each.max(axis=1) for each in likeness.words)
    yield "best-wording-fields", _stacked(each.max(axis=1) for each in likeness.fields)
    yield "best-of-both", _stacked(each.max(axis=1) for each in likeness.both)


def _stacked(columns: Iterable[Figures]) -> Figures:
    return np.stack(list(columns), axis=1)


def second_figures(
    contents: Contents, probability: Figures, first: Mapping[str, Figures]
) -> dict[str, Figures]:
    """Figures of the second look: those of the first, and what it came to all around.

    Args:
        contents: The sentences of a dialogue.
        probability: What the first look came to, one row per sentence.
        first: Its figures.
    """
    return {**first, **surroundings(probability, contents.turns, contents.speakers)}


def _viewed(bases: Mapping[str, Figures], turns: Numbers) -> dict[str, Figures]:
    """Every view of each figure; all figures are looked at together."""
    seen = dict(views(np.stack(list(bases.values())), turns))
    return {
        f"{name}/{view}": figures[place]
        for place, name in enumerate(bases)
        for view, figures in seen.items()
    }


def _levelled(base: Figures) -> Figures:
    """A figure in units of its own size in this dialogue.

    A rich codebook finds more of everything; what counts is what stands out. The
    smaller the dialogue, the less its own size is trusted.
    """
    squares = float((base**2).sum()) + _TRUST * _USUAL**2
    levelled: Figures = base * (_USUAL / np.sqrt(squares / (base.size + _TRUST)))
    return levelled


def _of_sentence(
    contents: Contents, kind: str, items: int
) -> Iterator[tuple[str, Figures]]:
    """What is the same for all items: where a sentence stands, whether it says anything."""
    turns = contents.turns
    _, first, place, counts = np.unique(
        turns, return_index=True, return_inverse=True, return_counts=True
    )
    index = np.arange(len(turns)) - first[place]
    columns = {
        "length": np.log1p([len(content.forms) for content in contents.sentences]),
        "index": np.log1p(index),
        "depth": index / counts[place],
        "first-turn": (place == 0) & (len(counts) > _FEW_TURNS),
        "last-turn": (place == place.max(initial=0)) & (len(counts) > _FEW_TURNS),
        "substance": contents.substance[kind],
    }
    for name, column in columns.items():
        yield (
            f"place/{name}",
            np.broadcast_to(np.asarray(column, float)[:, None], (len(turns), items)),
        )
