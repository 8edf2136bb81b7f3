"""Tables on their way out, with what must stand beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from dialoog.errors import UsageError
from dialoog.export.editions import note_record
from dialoog.tables import view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dialoog.analysis import Analysis
    from dialoog.comparison import Comparison
    from dialoog.errors import Note

CONTENTS = "contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSet:
    """The tables of an analysis or a comparison.

    Attributes:
        title: For a heading.
        name: What a file of them is called, without suffix.
        tables: By name, in the order in which they are read.
        about: What they are about, for the manifest.
        provenance: Versions, hashes and parameters.
        notes: Doubts that their reader must know of.
        layout: Lays one of them out for reading.
    """

    title: str
    name: str
    tables: Mapping[str, pd.DataFrame]
    about: Mapping[str, Any]
    provenance: Mapping[str, str]
    notes: tuple[Note, ...] = ()
    layout: Callable[[pd.DataFrame], pd.DataFrame] = view

    def laid_out(self) -> TableSet:
        """The same tables with the columns that a reader needs, as text."""
        tables = {name: self.layout(frame) for name, frame in self.tables.items()}
        return replace(self, tables=tables)

    def only(self, names: Sequence[str]) -> TableSet:
        """The same with these tables alone; with all of them if none is named.

        Raises:
            UsageError: There is no such table.
        """
        for name in names:
            if name not in self.tables:
                known = ", ".join(self.tables)
                raise UsageError(f"There is no table {name!r}; the tables are {known}.")
        return replace(
            self, tables={name: self.tables[name] for name in names or self.tables}
        )

    def contents(self) -> pd.DataFrame:
        """One row per table: its rows, what is counted, how many, and the note."""
        columns = ["table", "rows", "unit", "n", "note"]
        return pd.DataFrame(
            [{"table": name, **facts(frame)} for name, frame in self.tables.items()],
            columns=columns,
        )

    def head(self) -> dict[str, Any]:
        """What they are about and the doubts about it, for JSON and a manifest."""
        return {**self.about, "warnings": [note_record(note) for note in self.notes]}


def facts(frame: pd.DataFrame) -> dict[str, Any]:
    """What the reader of a table must know: rows, unit, n and note."""
    return {
        "rows": len(frame),
        **{key: frame.attrs[key] for key in ("unit", "n", "note")},
    }


def tables_of_analysis(analysis: Analysis) -> TableSet:
    """The tables of one edition."""
    edition = analysis.edition
    return TableSet(
        title=edition.title or edition.source.name,
        name=stem(edition.source.name),
        tables=analysis.tables(),
        about={
            "edition": {
                "title": edition.title,
                "date": edition.date.isoformat() if edition.date else None,
                "source": edition.source.name,
                "sha256": edition.source.sha256,
                "convention": edition.convention,
            }
        },
        provenance=analysis.provenance,
        notes=analysis.notes,
    )


def tables_of_comparison(comparison: Comparison) -> TableSet:
    """The tables over all editions."""
    return TableSet(
        title=f"{len(comparison.editions)} editions",
        name="comparison",
        tables=comparison.tables(),
        about={
            "editions": [
                {
                    "edition": edition.name,
                    "title": edition.title,
                    "date": edition.date.isoformat() if edition.date else None,
                    "sha256": edition.sha256,
                    "codebook": edition.codebook,
                    "fictional": edition.is_fictional,
                }
                for edition in comparison.editions
            ]
        },
        provenance=comparison.provenance,
        notes=comparison.warnings(),
        layout=comparison.layout,
    )


def stem(source: str) -> str:
    """The name of a file without folder and suffix; "edition" if nothing is left."""
    name = source.replace("\\", "/").rsplit("/", 1)[-1]
    without = name.rsplit(".", 1)[0] if "." in name.strip(".") else name
    return without.strip("-. ") or "edition"
