"""Schema: what the columns of a table are, and a DataFrame that keeps to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

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
    "text": "string",
    "integer": "Int64",
    "number": "float64",
    "date": "datetime64[s]",
    "perspective": _one_of(Perspective),
    "stance": _one_of(Stance),
    "position": _one_of(Position),
    "status": _one_of(Status),
    "move": _one_of(MoveKind),
    "code": pd.CategoricalDtype(["theme", "claim", "act"]),
}


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
        frame = pd.DataFrame(
            {
                column.name: pd.Series(
                    [row[column.name] for row in rows], dtype=column.dtype
                )
                for column in self.columns
            }
        )
        frame.attrs.update(table=self.name, n=n, unit=self.unit, note=note)
        return frame
