"""Substance: whether a sentence says anything to code, whatever the codebook.

An anecdote, a greeting or a figure seldom takes a position, a norm or a cause often does; which
words do so hardly depends on the topic. Two logistic models over the form, the place and the
words of a sentence (the features of `dialoog.coding.key`, and those of `dialoog.coding.said`)
say how probable it is that it has any theme and any claim. The weights in
`data/substance.json` are learned by `training/coding.py`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.key import statement_features
from dialoog.coding.logistic import Models, load_weights
from dialoog.coding.said import SaidRows, said
from dialoog.coding.weighing import log_odds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.key import Centrality
    from dialoog.coding.logistic import Feature
    from dialoog.coding.place import Figures

KINDS = ("themes", "claims")


def substance_features(utterance: Utterance, weight: Centrality) -> dict[str, Feature]:
    """What is so of a sentence that tells whether it says anything to code.

    Args:
        utterance: The sentence in its place.
        weight: Which words its dialogue turns around.
    """
    found = statement_features(utterance, weight)
    for feature in said(utterance.sentence):
        found.setdefault(feature.name, feature)
    return found


def substance_of(
    placed: Sequence[Utterance], weight: Centrality
) -> Mapping[str, Figures]:
    """Per sentence of a dialogue the log odds that it has a theme, and a claim.

    Args:
        placed: The sentences in their places.
        weight: Which words the dialogue turns around.
    """
    models, words = _models()
    rows = [
        models.probabilities(
            (
                *models.rows_of(statement_features(utterance, weight).values()),
                *words.of(utterance.sentence),
            )
        )
        for utterance in placed
    ]
    return {kind: log_odds(np.array([row[kind] for row in rows])) for kind in KINDS}


@cache
def _models() -> tuple[Models[str], SaidRows]:
    models = Models(load_weights("substance"))
    return models, SaidRows(models.rows)
