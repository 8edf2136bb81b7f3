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


class Rows:
    """Bags of many sentences, made ready to be compared with those of codebooks.

    Attributes:
        keys: Every key that is in a bag, once.
        numbers: Place in `keys` of each key of each bag, bag after bag.
        weights: The weight of each.
        places: The place of the bag of each.
        norms: The norm of each bag.
    """

    def __init__(self, bags: Iterable[Mapping[str, float]]) -> None:
        """Compile bags."""
        each = tuple(bags)
        known: dict[str, int] = {}
        self.numbers = np.array(
            [known.setdefault(key, len(known)) for bag in each for key in bag], int
        )
        self.keys = list(known)
        self.weights = np.array([w for bag in each for w in bag.values()], float)
        self.places = np.repeat(np.arange(len(each)), [len(bag) for bag in each])
        self.norms = np.array([norm(bag) for bag in each], float)


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

    def cosines(self, rows: Rows) -> NDArray[np.float64]:
        """Cosines of other bags with these: a row for each, a column for each of these."""
        cosines = np.zeros((len(rows.norms), len(self._bags)))
        mine = np.array([self._number.get(key, -1) for key in rows.keys], int)
        number = mine[rows.numbers] if len(mine) else mine
        shared = np.flatnonzero(number >= 0)
        for start in range(0, len(cosines), _ROWS):
            ends = np.searchsorted(rows.places[shared], (start, start + _ROWS))
            some = shared[slice(*ends)]
            part = cosines[start : start + _ROWS]
            sums = self._sums(
                part.shape, rows.places[some] - start, number[some], rows.weights[some]
            )
            norms = rows.norms[start : start + _ROWS, None] * self._norms
            np.divide(sums, norms, out=part, where=sums != 0.0)
        return cosines

    def _sums(
        self,
        shape: tuple[int, ...],
        row: NDArray[np.int_],
        key: NDArray[np.int_],
        weight: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Sums of products, given of each shared key its row, its number and its weight."""
        counts = self._counts[key]
        first = np.repeat(self._starts[key] - np.cumsum(counts) + counts, counts)
        entry = first + np.arange(len(first))
        cell = np.repeat(row, counts) * shape[1] + self._columns[entry]
        products = np.repeat(weight, counts) * self._weights[entry]
        sums = np.bincount(cell, products, shape[0] * shape[1])
        return sums.astype(float, copy=False).reshape(shape)

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
