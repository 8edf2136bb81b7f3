"""Compare: editions in, one at a time; tables out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from dialoog.coding import CodedEdition
from dialoog.comparison.html_view import comparison_repr_html
from dialoog.comparison.labels import Labels
from dialoog.comparison.registry import SCHEMAS, build
from dialoog.comparison.summary import EditionSummary, summarise
from dialoog.comparison.views import comparison_view
from dialoog.errors import Note, need
from dialoog.measures import benjamini_hochberg, wilson
from dialoog.measures.parameters import method_facts

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    import pandas as pd
    from matplotlib.axes import Axes

    from dialoog.analysis import Analysis
    from dialoog.tables.contrasts import Correction, Interval

OF_THE_RUN = frozenset(
    {"model", "model_version", "model_components", "spacy", "pandas", "python"}
)
"""What the provenance of an analysis says that is not about its edition."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Comparison:
    """Editions laid side by side.

    Attributes:
        editions: Their summaries by date of publication, undated ones last.
        labels: Labels of the themes and claims of their codebooks.
        provenance: Versions of programs and codebooks.
        notes: Doubts about the collection as a whole.
        interval: Of the shares in the tables.
        correct: Of the p-values of a table, for their number.
    """

    editions: tuple[EditionSummary, ...]
    labels: Labels
    provenance: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    interval: Interval = wilson
    correct: Correction = benjamini_hochberg

    def table(self, name: str) -> pd.DataFrame:
        """One table by name, see `dialoog.comparison.SCHEMAS`; KeyError if unknown."""
        return build(
            name,
            self.editions,
            self.labels,
            interval=self.interval,
            correct=self.correct,
        )

    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables by name, in the order in which they are read."""
        return {name: self.table(name) for name in SCHEMAS}

    def warnings(self) -> tuple[Note, ...]:
        """All doubts: about the collection, then about each edition, with its name."""
        return self.notes + tuple(
            replace(note, message=f"{edition.name}: {note.message}")
            for edition in self.editions
            for note in edition.notes
        )

    def layout(self, frame: pd.DataFrame) -> pd.DataFrame:
        """One of its tables as text for reading, see `comparison_view`."""
        return comparison_view(frame)

    def plot_distances(self, *, ax: Axes | None = None) -> Axes:
        """How far apart the perspectives are in each edition, see `dialoog.figures`.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        need("Drawing a figure", "report", ["matplotlib"])
        from dialoog.figures.plots import plot_distances

        return plot_distances(self.table("editions"), ax=ax)

    def __repr__(self) -> str:
        """One line: how many editions, from when to when."""
        dates = [edition.date for edition in self.editions if edition.date]
        when = f", {min(dates)} to {max(dates)}" if dates else ""
        return f"<Comparison of {len(self.editions)} editions{when}>"

    def _repr_html_(self) -> str:
        """The tables, for a notebook."""
        return comparison_repr_html(self)


def compare(
    editions: Iterable[CodedEdition | Analysis],
    *,
    fictional: Container[str] = (),
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> Comparison:
    """Compare coded editions over perspectives, claims and time.

    The editions are taken one at a time and let go: give a generator, and memory does
    not grow with the texts. Themes and claims are compared between editions coded
    with the same codebook; talk, moves, stance and hedging between all.

    Args:
        editions: In any order; of analyses the provenance is kept too. One file twice
            (same hash and codebook) counts once.
        fictional: Names of the sources of those that are known to be invented.
        interval: Of the shares in the tables: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values of a table, for their number:
            `dialoog.measures.benjamini_hochberg` or `holm`.

    Returns:
        The comparison; without editions its tables have no rows.
    """
    gathered = _Gathered(fictional)
    for edition in editions:
        if isinstance(edition, CodedEdition):
            gathered.add(edition, {})
        else:
            gathered.add(edition.coded, edition.provenance)
    return gathered.comparison(interval, correct)


class _Gathered:
    """What is kept of the editions seen so far: numbers, labels, provenance."""

    def __init__(self, fictional: Container[str]) -> None:
        self._fictional = fictional
        self._labels = Labels()
        self._summaries: dict[tuple[str, str], EditionSummary] = {}
        self._first: dict[tuple[str, str], str] = {}
        self._notes: list[Note] = []
        self._codebooks: set[str] = set()
        self._provenance: dict[str, set[str]] = {"dialoog": {version("dialoog")}}

    def add(self, edition: CodedEdition, provenance: Mapping[str, str]) -> None:
        """Reduce an edition to its summary."""
        for key, value in provenance.items():
            if key in OF_THE_RUN:
                self._provenance.setdefault(key, set()).add(value)
        book = edition.codebook
        self._labels.add(book)
        self._codebooks.add(f"{book.id} {book.version} {book.sha256}".strip())
        name = edition.edition.source.name
        same = edition.edition.source.sha256, book.id
        if same in self._first:
            message = (
                f"{name} is the same edition as {self._first[same]}: counted once."
            )
            self._notes.append(Note(code="same-edition", message=message))
            return
        self._first[same] = name
        self._summaries[same] = summarise(edition, is_fictional=name in self._fictional)

    def comparison(self, interval: Interval, correct: Correction) -> Comparison:
        """The comparison of all editions, by date."""
        ordered = sorted(
            self._summaries.values(),
            key=lambda s: (s.date or dt.date.max, s.name, s.sha256),
        )
        merged = self._provenance | {"codebooks": self._codebooks}
        return Comparison(
            editions=tuple(_told_apart(ordered)),
            labels=self._labels,
            provenance={key: "; ".join(sorted(all_)) for key, all_ in merged.items()}
            | method_facts(interval, correct),
            notes=tuple(self._notes),
            interval=interval,
            correct=correct,
        )


def _told_apart(editions: list[EditionSummary]) -> Iterator[EditionSummary]:
    """Give files of the same name in other folders a number."""
    names: Counter[str] = Counter()
    taken = {edition.name for edition in editions}
    for edition in editions:
        names[edition.name] += 1
        name = edition.name
        while names[edition.name] > 1 and name in taken:
            name = f"{edition.name}-{names[edition.name]}"
            if name in taken:
                names[edition.name] += 1
        taken.add(name)
        yield replace(edition, name=name)
