"""Schema: what the columns of a table are, and a DataFrame that keeps to it.

Below the classes stand the columns that several tables have, so that a number of one
name means the same in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

from dialoog.coding import Stance
from dialoog.edition import Perspective
from dialoog.measures.dialogue import MoveKind
from dialoog.measures.positions import Position, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

Kind = Literal[
    "text",
    "integer",
    "number",
    "date",
    "perspective",
    "stance",
    "position",
    "status",
    "move",
    "code",
]


def _one_of(values: type[StrEnum]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype([value.value for value in values])


DTYPES: dict[str, Any] = {
    "text": pd.StringDtype(),
    "integer": pd.Int64Dtype(),
    "number": np.dtype("float64"),
    "date": np.dtype("datetime64[s]"),
    "perspective": _one_of(Perspective),
    "stance": _one_of(Stance),
    "position": _one_of(Position),
    "status": _one_of(Status),
    "move": _one_of(MoveKind),
    "code": pd.CategoricalDtype(["theme", "claim", "act"]),
}
_PLACES: dict[str, dict[str | None, int]] = {
    kind: {None: -1} | {value: place for place, value in enumerate(dtype.categories)}
    for kind, dtype in DTYPES.items()
    if isinstance(dtype, pd.CategoricalDtype)
}
"""Of the values of a kind; -1 is what pandas has for a missing one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: As in the DataFrame.
        kind: What it holds; `DTYPES` gives the dtype.
        unit: Of a number ("sentences", "share 0..1"), or "".
        meaning: One sentence, formula included where there is one.
        nullable: Whether a value can be missing, and why is in `meaning`.
        counts: For a number of sentences: what selects them besides the keys of the
            row, as facets of `sentences_behind`. None for other columns.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    nullable: bool = False
    counts: Mapping[str, str] | None = None

    @property
    def dtype(self) -> Any:  # noqa: ANN401 (pandas has no common dtype class)
        """The pandas dtype."""
        return DTYPES[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A table: what a row is, in which order rows come, and its columns.

    Attributes:
        name: Of the table, as in the JSON.
        row: What one row is about.
        order: How the rows are sorted.
        unit: What is counted in it, for the line below the table.
        columns: In order.
        keys: Columns that select the sentences of a row: column → facet.
    """

    name: str
    row: str
    order: str
    unit: str
    columns: tuple[Column, ...]
    keys: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        """The column of this name; KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]

    def frame(
        self, records: Iterable[Mapping[str, Any]], *, n: int, note: str = ""
    ) -> pd.DataFrame:
        """The DataFrame of these records: same columns and dtypes, also without rows.

        Args:
            records: One per row, in order; a key for every column.
            n: How many units (sentences, turns …) the table rests on.
            note: What the reader must know, one sentence.

        Returns:
            The frame, index 0, 1, 2 …; `attrs` has `table`, `n`, `unit` and `note`.
        """
        rows = list(records)
        # Arrays and no Series, whose indexes pandas would align with each other.
        columns = {
            column.name: _array([row[column.name] for row in rows], column.kind)
            for column in self.columns
        }
        frame = pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))
        frame.attrs.update(table=self.name, n=n, unit=self.unit, note=note)
        return frame


def _array(values: list[Any], kind: Kind) -> Any:  # noqa: ANN401 (as in `dtype`)
    dtype = DTYPES[kind]
    if kind in _PLACES:
        place = _PLACES[kind]
        codes = np.array([place[value] for value in values], np.int8)
        return pd.Categorical.from_codes(codes, dtype=dtype, validate=False)
    if isinstance(dtype, np.dtype):
        return np.array(values, dtype)
    if isinstance(dtype, pd.Int64Dtype):
        missing = np.array([value is None for value in values], bool)
        numbers = np.array(
            [0 if value is None else value for value in values], np.int64
        )
        return pd.arrays.IntegerArray(numbers, missing)
    return pd.array(values, dtype)


def number(name: str, unit: str, meaning: str) -> Column:
    """A column of numbers, missing where they cannot be said."""
    return Column(name=name, kind="number", unit=unit, meaning=meaning, nullable=True)


def sentences(name: str, meaning: str, **counts: str) -> Column:
    """A column that counts sentences and opens to them; `counts` as in `Column`."""
    return Column(
        name=name, kind="integer", unit="sentences", meaning=meaning, counts=counts
    )


TURN = Column(
    name="turn",
    kind="integer",
    unit="number of the turn, from 0",
    meaning="Place of the turn in the dialogue.",
)

SPEAKER = (
    Column(name="speaker", kind="text", meaning="Full name."),
    Column(name="perspective", kind="perspective", meaning="Of the speaker."),
)

ROW = Column(
    name="row",
    kind="integer",
    unit="row of the sentences table, from 0",
    meaning="The sentence.",
)

TOKENS = Column(
    name="tokens",
    kind="integer",
    unit="tokens",
    meaning="Words and numbers; punctuation is not counted.",
)

THEME = (
    Column(name="theme", kind="text", meaning="Id in the codebook."),
    Column(name="label", kind="text", meaning="Label in the codebook."),
)

CLAIM = (
    Column(name="claim", kind="text", meaning="Id in the codebook."),
    Column(name="label", kind="text", meaning="Label in the codebook."),
)

SIDE = Column(name="perspective", kind="perspective", meaning="Who speaks (A).")

STANCES = (
    sentences("affirms", "Those that affirm it.", stance="affirms"),
    sentences("denies", "Those that deny it.", stance="denies"),
    sentences(
        "raises", "Those that raise it without taking a position.", stance="raises"
    ),
)

SHARE = (
    number("share", "share 0..1", "Those sentences out of all sentences of A."),
    number(
        "share_low",
        "share 0..1",
        "Lower end of its 95 % interval (Wilson, or Jeffreys if asked for), the "
        "narrowest there is: it takes sentences for independent.",
    ),
    number("share_high", "share 0..1", "Upper end of that interval."),
)

DISPERSION = number(
    "dispersion",
    "DPnorm 0..1",
    "0: spread over the turns of A by their length; 1: in one turn.",
)

DIFFERENCE = (
    number(
        "difference",
        "difference of shares -1..1",
        "Share of A minus share of the other perspectives together, moderators left out.",
    ),
    number(
        "difference_low",
        "difference of shares -1..1",
        "Lower end of its 95 % interval, from resampled turns.",
    ),
    number(
        "difference_high",
        "difference of shares -1..1",
        "Upper end of its 95 % interval, from resampled turns.",
    ),
)

KEYNESS = (
    number(
        "log_ratio",
        "binary logarithm",
        "Of the rate in A over that in the others: 1 is twice as much in A, -1 half.",
    ),
    number(
        "log_ratio_low",
        "binary logarithm",
        "Lower end of its 95 % interval, from resampled turns.",
    ),
    number(
        "log_ratio_high",
        "binary logarithm",
        "Upper end of its 95 % interval, from resampled turns.",
    ),
    number(
        "percent_diff",
        "percent",
        "%DIFF of the rates; infinite where only A has it.",
    ),
    number(
        "g2",
        "G², signed",
        "Keyness, four-cell G²; positive if A has more. Ranks, no test.",
    ),
)

TESTED = (
    number(
        "p",
        "probability",
        "Of so large a difference if turns were shared out at random.",
    ),
    number(
        "p_adjusted",
        "probability",
        "p after Benjamini-Hochberg (or Holm if asked for) over all tests, those not "
        "shown included.",
    ),
    Column(
        name="doubt",
        kind="text",
        meaning='Why p or the interval is missing ("too few turns to say"), or "".',
    ),
)

CONTRAST = (
    Column(
        name="turns",
        kind="integer",
        unit="turns",
        meaning="Turns of A with such a sentence.",
    ),
    number(
        "per_1000_tokens",
        "sentences per 1,000 tokens",
        "Those sentences per 1,000 tokens of A; missing without tokens.",
    ),
    *SHARE,
    DISPERSION,
    *DIFFERENCE,
    *KEYNESS,
    *TESTED,
)
"""Of a count of sentences of each perspective: how much, how sure, how different."""
