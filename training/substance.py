"""Learn whether a sentence has any theme and any claim, from all coded editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.key import Centrality
from dialoog.coding.logistic import Logistic
from dialoog.coding.substance import KINDS, substance_features
from dialoog.coding.weighing import log_odds
from training import discourse
from training.groups import feature_of, without_topic

if TYPE_CHECKING:
    from training.reading import Coded

PENALTY = 0.1
FIRST_WEIGHT = 2.0


def learn_substance(whole: list[Coded]) -> dict[str, Logistic]:
    """A model per kind of code; guesses for each edition come from the other topics.

    The guesses are filled in as `contents.substance`.
    """
    rows = {e.slug: rows_of(e) for e in whole}
    odds: dict[str, dict[str, np.ndarray]] = {e.slug: {} for e in whole}
    learned = {}
    for kind in KINDS:
        tables = {
            e.slug: (rows[e.slug], marks_of(e, kind), weight_of(e)) for e in whole
        }
        for some, rest in without_topic(whole):
            model = fit([tables[e.slug] for e in rest])
            for e in some:
                guess = [model.probability(feature_of(row)) for row in rows[e.slug]]
                odds[e.slug][kind] = log_odds(np.array(guess))
        learned[kind] = fit(list(tables.values()))
    for e in whole:
        e.contents = replace(e.contents, substance=odds[e.slug])
    return learned


def rows_of(edition: Coded) -> list[dict[str, float]]:
    """Features of each sentence."""
    weight = Centrality([u.sentence for u in edition.utterances])
    return [discourse.values(substance_features(u, weight)) for u in edition.utterances]


def marks_of(edition: Coded, kind: str) -> np.ndarray:
    """0/1 per coder and sentence."""
    return np.array([marks.any(axis=1) for marks in edition.marks[kind]])


def weight_of(edition: Coded) -> float:
    """What an edition counts."""
    return FIRST_WEIGHT if edition.first else 1.0


def fit(table: discourse.Weighed) -> Logistic:
    """One model, in the form in which it is shipped."""
    return Logistic(**discourse.fit(table, PENALTY))
