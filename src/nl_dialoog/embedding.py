"""The embedding layer: hashed features of the form, plus what a lexicon knows about it.

`nl_dialoog.LexiconEmbed.v1` is spaCy's `MultiHashEmbed.v2` with two more kinds of columns:
longer prefixes and suffixes, and the rows of a `Lexicon`. Both depend on the form alone and are
computed once per form.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from spacy.strings import hash_string  # type: ignore[attr-defined]
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from nl_dialoog.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from thinc.types import Floats2d, Ints2d

SHIPPED_LEXICON: Final = Path(__file__).with_name("lexicon.npz")
LARGEST_CACHE: Final = 200_000
"""Forms whose features are kept; a longer run starts over rather than grow without end."""


def lexicon_embed(
    width: int,
    attrs: list[str],
    affixes: list[int],
    rows: list[int],
    lexicon_rows: list[int],
    lexicon: str | None = None,
) -> Model[list[Doc], list[Floats2d]]:
    """Build the embedding layer (registered as `nl_dialoog.LexiconEmbed.v1`).

    Args:
        width: Length of a token's vector.
        attrs: Token attributes to embed, as for `MultiHashEmbed`.
        affixes: Prefixes (positive) and suffixes (negative) to embed, by length.
        rows: Rows of the hash tables of `attrs` and `affixes`, in this order.
        lexicon_rows: Rows of the hash tables of the lexicon's columns.
        lexicon: File of another lexicon than the one shipped; for training.
    """
    features = FormFeatures(list(attrs), affixes, Path(lexicon or SHIPPED_LEXICON))
    sizes = [*rows, *lexicon_rows]
    if len(sizes) != features.columns:
        raise ValueError(
            f"{features.columns} feature columns need as many table sizes, not {len(sizes)}"
        )
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(width, size, column=column, seed=7 + column, dropout=0.0)
        for column, size in enumerate(sizes)
    ]
    mix = Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)
    extract: Model[list[Doc], list[Ints2d]] = Model("form_features", features)
    return chain(
        extract,
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mix),
        ragged2list(),
    )


class FormFeatures:
    """The forward function that turns documents into integer features.

    A callable object rather than a closure, so that the pipeline can be pickled.
    """

    def __init__(
        self, attrs: list[int | str], affixes: list[int], lexicon: Path
    ) -> None:
        self.attrs = attrs
        self.affixes = affixes
        self.lexicon = _open_lexicon(lexicon)
        self._places: dict[int, int] = {}
        width = self.columns - len(attrs)
        self._rows: NDArray[np.uint64] = np.zeros((1024, width), dtype=np.uint64)

    @property
    def columns(self) -> int:
        """Features per token."""
        return len(self.attrs) + len(self.affixes) + self.lexicon.columns

    def __call__(
        self,
        model: Model[list[Doc], list[Ints2d]],
        docs: list[Doc],
        is_train: bool,
    ) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
        """Return one array of shape `(tokens, columns)` per document."""
        arrays = [
            model.ops.asarray2i(cast("Ints2d", self._of(doc)), dtype="uint64")
            for doc in docs
        ]
        return arrays, lambda _gradient: []

    def _of(self, doc: Doc) -> NDArray[np.uint64]:
        attributes = doc.to_array(self.attrs).reshape(len(doc), len(self.attrs))
        orths: list[int] = doc.to_array("ORTH").tolist()
        if len(self._places) > LARGEST_CACHE:
            self._places.clear()
        places = [self._places.get(orth, -1) for orth in orths]
        if -1 in places:
            places = [self._place(token.orth, token.text) for token in doc]
        return np.hstack([attributes, self._rows[places]])

    def _place(self, orth: int, form: str) -> int:
        """Return the row of a form in the cache, after adding it if it is new."""
        place = self._places.get(orth)
        if place is None:
            place = self._places[orth] = len(self._places)
            if place >= len(self._rows):
                more = np.zeros_like(self._rows)
                self._rows = np.vstack([self._rows, more])
            self._rows[place] = self._describe(form)
        return place

    def _describe(self, form: str) -> NDArray[np.uint64]:
        lower = form.lower()
        pieces = [
            f"{size}<{lower[:size]}" if size > 0 else f"{size}>{lower[size:]}"
            for size in self.affixes
        ]
        hashes = np.array([hash_string(piece) for piece in pieces], dtype=np.uint64)
        return np.concatenate([hashes, self.lexicon.features(form)])


@cache
def _open_lexicon(path: Path) -> Lexicon:
    return Lexicon.from_disk(path)
