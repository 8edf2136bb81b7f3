"""Weighing models: logistic regression over named figures, as readable JSON.

A model is a table of weights, one per name, with the mean and spread by which each figure
was standardised in training. The names do not mention any theme, claim or word, so a model
learned on some codebooks serves others.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.coding.place import Figures

_LEAST = 1e-6


@dataclass(frozen=True)
class Weighing:
    """A logistic model.

    Attributes:
        bias: Log odds where every figure is 0.
        weights: What each figure adds per unit, in log odds.
        threshold: Probability from which a code is given.
    """

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, figures: Mapping[str, Figures]) -> Figures:
        """Probabilities, one row per sentence and one column per item.

        Raises:
            KeyError: A figure that the model weighs is not given.
        """
        shape = next(iter(figures.values())).shape
        odds = np.full(shape, self.bias)
        for name, weight in self.weights.items():
            odds += weight * figures[name]
        probability: Figures = 1.0 / (1.0 + np.exp(-np.clip(odds, -50.0, 50.0)))
        return probability


def log_odds(probability: Figures) -> Figures:
    """Log odds of probabilities, none of them infinite."""
    sure = np.clip(probability, _LEAST, 1.0 - _LEAST)
    odds: Figures = np.log(sure / (1.0 - sure))
    return odds


@cache
def load_weighing(name: str) -> Weighing:
    """The model in `data/NAME.json` of this package."""
    raw = json.loads(
        (files("dialoog.coding") / "data" / f"{name}.json").read_text("utf-8")
    )
    return Weighing(raw["bias"], raw["weights"], raw["threshold"])
