"""Bags of weighed words or fields, and how alike two of them are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Bag = dict[str, float]
"""Weights by key; a bag of words or of fields."""

_ROWS = 1_000
"""Bags that are compared together: each pair that shares a key takes memory meanwhile."""


class Bags(Sequence[Bag]):
    """Bags of a codebook, compiled to be compared with those of many sentences.

    Each key knows the bags that it is in, so that a sentence meets only those with which
    it shares a key. The sums are made in the order of the sentence, and are to the last
    digit those of `cosine`.
    """

    def __init__(self, bags: Iterable[Bag]) -> None:
        """Compile bags."""
        self._bags = tuple(bags)
        self._norms = np.array([norm(bag) for bag in self._bags])
        entries: dict[str, list[tuple[int, float]]] = {}
        for column, bag in enumerate(self._bags):
            for key, weight in bag.items():
                entries.setdefault(key, []).append((column, weight))
        self._number = {key: number for number, key in enumerate(entries)}
        self._counts = np.array([len(each) for each in entries.values()], int)
        self._starts = np.cumsum(self._counts) - self._counts
        flat = [entry for each in entries.values() for entry in each]
        self._columns = np.array([column for column, _ in flat], int)
        self._weights = np.array([weight for _, weight in flat], float)

    def cosines(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """Cosines of other bags with these: a row for each, a column for each of these."""
        cosines = np.empty((len(rows), len(self._bags)))
        for first in range(0, len(rows), _ROWS):
            some = slice(first, first + _ROWS)
            cosines[some] = self._cosines(rows[some])
        return cosines

    def _cosines(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        shape = (len(rows), len(self._bags))
        number = self._number
        shared = [
            (row, number[key], weight)
            for row, bag in enumerate(rows)
            for key, weight in bag.items()
            if key in number
        ]
        if not shared:
            return np.zeros(shape)
        row, key, weight = map(np.array, zip(*shared, strict=True))
        counts = self._counts[key]
        first = np.repeat(self._starts[key] - np.cumsum(counts) + counts, counts)
        entry = first + np.arange(len(first))
        cell = np.repeat(row, counts) * shape[1] + self._columns[entry]
        products = np.repeat(weight, counts) * self._weights[entry]
        sums = np.bincount(cell, products, shape[0] * shape[1]).reshape(shape)
        norms = np.array([norm(bag) for bag in rows])[:, None] * self._norms
        cosines: NDArray[np.float64] = np.divide(
            sums, norms, out=np.zeros(shape), where=sums != 0.0
        )
        return cosines

    @overload
    def __getitem__(self, place: int) -> Bag: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Bag, ...]: ...
    def __getitem__(self, place: int | slice) -> Bag | tuple[Bag, ...]:
        return self._bags[place]

    def __len__(self) -> int:
        return len(self._bags)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of the angle between two bags; 0 if one is empty."""
    shared = sum(weight * b[key] for key, weight in a.items() if key in b)
    return shared / (norm(a) * norm(b)) if shared else 0.0


def norm(bag: Mapping[str, float]) -> float:
    """Euclidean length of a bag."""
    return math.sqrt(sum(weight * weight for weight in bag.values()))
