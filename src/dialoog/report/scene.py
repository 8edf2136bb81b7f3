"""What every section of the page is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING, Any, TypeAlias

from dialoog.measures.counts import COMPARED, present_perspectives
from dialoog.measures.selection import sentence_index
from dialoog.report.behind import Behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.edition import Perspective, Speaker
    from dialoog.measures.selection import SentenceIndex
    from dialoog.report.behind import Number
    from dialoog.report.wording import Wording


Record: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A coded edition, its tables, and the words to tell about them in.

    Attributes:
        coded: The edition with its codes.
        tables: Those of themes, claims and terms, as `dialoog.tables` made them.
        words: The language of the reader.
        behind: Where numbers get the panel they open.
    """

    coded: CodedEdition
    tables: Mapping[str, pd.DataFrame]
    words: Wording
    behind: Behind = field(default_factory=Behind)

    def records(self, table: str, *columns: str) -> list[Record]:
        """The rows of a table, column → value, with None for what is missing.

        Of some columns, and each as a whole: picking rows from a DataFrame costs more
        than all else on the page.
        """
        frame = self.tables[table]
        values = [_values(frame[name]) for name in columns]
        return [
            dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)
        ]

    @property
    def index(self) -> SentenceIndex:
        """The sentences by their codes."""
        return sentence_index(self.coded)

    @cached_property
    def perspectives(self) -> tuple[Perspective, ...]:
        """Those that have a turn."""
        return present_perspectives(self.coded)

    @cached_property
    def compared(self) -> tuple[Perspective, ...]:
        """Those on the topic: all but the moderator."""
        return tuple(p for p in self.perspectives if p in COMPARED)

    @cached_property
    def speakers(self) -> Mapping[int, Speaker]:
        """The speaker of each turn."""
        by_name = {speaker.name: speaker for speaker in self.coded.edition.speakers}
        return {turn.number: by_name[turn.speaker] for turn in self.coded.edition.turns}

    def name_of(self, perspective: Perspective | str) -> str:
        """A perspective, as the reader calls it."""
        return self.words(f"perspective-{perspective}")

    def count(self, title: str, **facets: str | None) -> Number:
        """The number of sentences with these facets, opening to them."""
        return self.behind.number(self.index.rows(facets), title)


def _values(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "f":
        return [None if isnan(value) else value for value in column.tolist()]
    missing: Any = None  # the type stubs ask for a value
    return column.to_numpy(object, na_value=missing).tolist()
