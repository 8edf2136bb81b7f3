"""Weighing named features: a logistic model that can be read, and can say why."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialoog.coding.tokens import Stretch

    Row = Sequence[float]
    """What a feature adds in each of several models, in log odds."""

C = TypeVar("C", bound=str)


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
        weight = self.weights.get
        added = [weight(name, 0.0) * value for name, value, _ in features.values()]
        return _probability(self.bias + sum(added))

    def speaking_for(self, features: Iterable[Feature]) -> tuple[Feature, ...]:
        """The features that raise the probability, strongest first."""
        raising = [
            (-contribution, feature.name, feature)
            for feature in features
            if (contribution := self.weights.get(feature.name, 0.0) * feature.value) > 0
        ]
        raising.sort(key=itemgetter(0, 1))
        return tuple(feature for _, _, feature in raising)


class Models(Generic[C]):
    """Logistic models of the same features, weighed together.

    Attributes:
        models: By the code that each gives.
        rows: Per feature what it adds in each, in that order.
    """

    def __init__(self, models: Mapping[C, Logistic]) -> None:
        """Lay the weights of some models side by side."""
        self.models = models
        each = [model.weights for model in models.values()]
        names = dict.fromkeys(name for weights in each for name in weights)
        self.rows: Mapping[str, Row] = {
            name: tuple(weights.get(name, 0.0) for weights in each) for name in names
        }

    def rows_of(self, features: Iterable[Feature]) -> Iterator[Row]:
        """What each of some features adds."""
        for name, value, _ in features:
            row = self.rows.get(name)
            if row is not None:
                yield row if value == 1.0 else [weight * value for weight in row]

    def probabilities(self, rows: Iterable[Row]) -> dict[C, float]:
        """Probability of each code, given what the features of a sentence add."""
        columns = zip((0.0,) * len(self.models), *rows, strict=True)
        return {
            code: _probability(model.bias + sum(column))
            for (code, model), column in zip(self.models.items(), columns, strict=True)
        }

    def shares(self, features: Mapping[str, Feature]) -> dict[C, float]:
        """Probabilities of codes of which one must hold, so scaled that they add up to 1."""
        each = self.probabilities(self.rows_of(features.values()))
        total = sum(each.values())
        return {code: probability / total for code, probability in each.items()}


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))


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
