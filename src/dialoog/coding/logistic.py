"""Weighing named features: a logistic model that can be read, and can say why."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.coding.tokens import Stretch


class Feature(NamedTuple):
    """Something that is so of a sentence.

    Attributes:
        name: Of the reason, as it stands in the weights.
        value: 1.0 for what is simply so, else a quantity of about that size.
        span: The words that show it; None for what shows in no word (the place).
    """

    name: str
    value: float = 1.0
    span: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of a logistic model.

    Attributes:
        bias: Score of a sentence of which nothing is so, in log odds.
        weights: What each feature adds, in log odds; unknown features add nothing.
        threshold: Probability from which the code is given.
    """

    bias: float
    weights: Mapping[str, float]
    threshold: float = 0.5

    def probability(self, features: Mapping[str, Feature]) -> float:
        """Probability of the code, 0 to 1."""
        score = self.bias + sum(map(self.contribution, features.values()))
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, score))))

    def speaking_for(self, features: Mapping[str, Feature]) -> tuple[Feature, ...]:
        """The features that raise the probability, strongest first."""
        raising = [f for f in features.values() if self.contribution(f) > 0]
        return tuple(sorted(raising, key=lambda f: (-self.contribution(f), f.name)))

    def contribution(self, feature: Feature) -> float:
        """What a feature adds to the log odds."""
        return self.weights.get(feature.name, 0.0) * feature.value


@cache
def load_weights(name: str) -> Mapping[str, Logistic]:
    """The models in `data/NAME.json` of this package, by code."""
    raw = json.loads(
        (files("dialoog.coding") / "data" / f"{name}.json").read_text("utf-8")
    )
    return {
        code: Logistic(entry["bias"], entry["weights"], entry.get("threshold", 0.5))
        for code, entry in raw["models"].items()
    }
