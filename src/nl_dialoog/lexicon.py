"""What word lists know about a word form, as small numbers for the network to embed.

A lexicon is two arrays: sorted 32-bit hashes of word forms, and one row of small integers per
form. A number is an inflection class (`plural noun in -en, or infinitive`), not a tag: what it
is worth in context is learned. Forms that no list has are looked up by their longest ending,
which in Dutch is the head of a compound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SHORTEST_HEAD: Final = 4
"""Endings shorter than this many characters say nothing about a compound."""

HEAD_OFFSET: Final = 20_000
"""Added to numbers that come from an ending, so that they are embedded apart. No column has as many classes."""

_STRAIGHT_QUOTES = str.maketrans({"’": "'", "‘": "'"})


class Lexicon:
    """Rows of integers by word form.

    Args:
        keys: Sorted, distinct 32-bit hashes of the forms, shape `(forms,)`.
        values: Class numbers, shape `(forms, columns)`; 0 where a list lacks the form.
    """

    def __init__(self, keys: NDArray[np.uint32], values: NDArray[np.uint16]) -> None:
        self.keys = keys
        self.values = values

    @classmethod
    def from_disk(cls, path: Path) -> Lexicon:
        """Read the two arrays of a `.npz` file."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays["keys"], arrays["values"])

    def to_disk(self, path: Path) -> None:
        """Write the two arrays, compressed."""
        np.savez_compressed(path, keys=self.keys, values=self.values)

    @property
    def columns(self) -> int:
        """Length of a row of `features`."""
        return int(self.values.shape[1]) + 1

    def find(self, form: str) -> NDArray[np.uint16] | None:
        """Return the row of exactly this form, or None."""
        key = form_key(form)
        place = int(np.searchsorted(self.keys, key))
        if place < len(self.keys) and self.keys[place] == key:
            row: NDArray[np.uint16] = self.values[place]
            return row
        return None

    def features(self, form: str) -> NDArray[np.uint64]:
        """Describe a form as it stands in a text.

        Returns:
            Shape `(columns,)`. First, for a form with capitals, whether and how the lists know
            it in these capitals (names); then the columns of its lower-case form.
        """
        form = form.translate(_STRAIGHT_QUOTES)
        lower = form.lower()
        out = np.zeros(self.columns, dtype=np.uint64)
        if lower != form:
            cased = self.find(form)
            out[0] = 1 if cased is None else 2 + int(cased[0])
        row = self.find(lower)
        if row is not None:
            out[1:] = row
            out[1:] += 1
            return out
        for start in range(1, len(lower) - SHORTEST_HEAD + 1):
            row = self.find(lower[start:])
            if row is not None:
                out[1:] = row
                out[1:] += HEAD_OFFSET
                break
        return out


def form_key(form: str) -> np.uint32:
    """Hash a form to the 32 bits by which lexicons know it."""
    return np.uint32(hash_string(form) & 0xFFFFFFFF)
