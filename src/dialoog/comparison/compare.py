"""Compare: editions in, one at a time; tables out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dialoog.comparison.labels import Labels
from dialoog.comparison.registry import BUILDERS
from dialoog.comparison.summary import EditionSummary, summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

    from dialoog.coding import CodedEdition


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Editions laid side by side.

    Attributes:
        editions: Their summaries by date of publication, undated ones last.
        labels: Labels of the themes and claims of their codebooks.
        provenance: Versions, hashes and parameters.
    """

    editions: tuple[EditionSummary, ...]
    labels: Labels = field(repr=False)
    provenance: Mapping[str, str] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> pd.DataFrame:
        """One table by name, see `dialoog.comparison.SCHEMAS`; KeyError if unknown."""
        return BUILDERS[name][1](self.editions, self.labels)

    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables by name, in the order in which they are read."""
        return {name: self.table(name) for name in BUILDERS}


def compare(editions: Iterable[CodedEdition]) -> Comparison:
    """Compare coded editions over perspectives, claims and time.

    The editions are taken one at a time and let go: give a generator, and memory does
    not grow with the texts. Themes and claims are compared between editions coded
    with the same codebook; talk, acts, stance and hedging between all.

    Args:
        editions: In any order. One file twice (same hash and codebook) counts once.

    Returns:
        The comparison; without editions its tables have no rows.
    """
    labels = Labels()
    summaries: dict[tuple[str, str], EditionSummary] = {}
    for coded in editions:
        labels.add(coded.codebook)
        summary = summarise(coded)
        summaries[summary.sha256, summary.codebook] = summary
    ordered = sorted(
        summaries.values(), key=lambda s: (s.date or dt.date.max, s.name, s.sha256)
    )
    return Comparison(editions=tuple(_told_apart(ordered)), labels=labels)


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
