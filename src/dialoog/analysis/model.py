"""Analysis: the tables of one coded edition, and the way back to its sentences."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.analysis.html_view import html_view
from dialoog.coding.explain import explain
from dialoog.coding.kwic import Line, Sort, kwic
from dialoog.export import analysis_record, to_json
from dialoog.tables import all_tables, sentences_behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.codebook import Codebook
    from dialoog.coding import CodedEdition
    from dialoog.edition import Edition
    from dialoog.errors import Note


@dataclass(frozen=True, kw_only=True, repr=False)
class Analysis:
    """What was found in one edition with one codebook.

    Every table is a fresh DataFrame: change it as you like. Its columns, dtypes and
    units are those documented in `dialoog.tables`; an edition without dialogue gives
    the same columns without rows.

    Attributes:
        coded: The edition, the codebook and the coded sentences.
        provenance: Versions, hashes and parameters.
        notes: Doubts from reading, splitting and coding.
    """

    coded: CodedEdition
    provenance: Mapping[str, str]
    notes: tuple[Note, ...] = ()

    @property
    def edition(self) -> Edition:
        """The edition that was analysed."""
        return self.coded.edition

    @property
    def codebook(self) -> Codebook:
        """The codebook it was coded with."""
        return self.coded.codebook

    @property
    def perspectives(self) -> pd.DataFrame:
        """Turns, sentences, tokens, share of the talk and questions per perspective."""
        return self._tables["perspectives"].copy()

    @property
    def themes(self) -> pd.DataFrame:
        """Sentences, rate, share, difference and keyness of each theme."""
        return self._tables["themes"].copy()

    @property
    def claims(self) -> pd.DataFrame:
        """Who affirms, denies or raises each claim, with the best quotation."""
        return self._tables["claims"].copy()

    @property
    def terms(self) -> pd.DataFrame:
        """The lemmas most typical of each perspective."""
        return self._tables["terms"].copy()

    @property
    def moves(self) -> pd.DataFrame:
        """Who asks, who agrees, who takes up whose theme."""
        return self._tables["moves"].copy()

    @property
    def sentences(self) -> pd.DataFrame:
        """Every sentence with all its codes, one row each."""
        return self._tables["sentences"].copy()

    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables by name, in the order in which they are read."""
        return {name: frame.copy() for name, frame in self._tables.items()}

    def sentences_behind(
        self,
        *,
        theme: str | None = None,
        claim: str | None = None,
        stance: str | None = None,
        act: str | None = None,
        perspective: str | None = None,
        speaker: str | None = None,
    ) -> pd.DataFrame:
        """The rows of `sentences` that a number in a table counts.

        Every count is the length of such a selection: `themes` counts by theme and
        perspective, `claims` by claim, speaker and stance.
        """
        rows = sentences_behind(
            self.coded,
            theme=theme,
            claim=claim,
            stance=stance,
            act=act,
            perspective=perspective,
            speaker=speaker,
        )
        return self.sentences.iloc[list(rows)]

    def explain(self, row: int) -> tuple[str, ...]:
        """Why a sentence has its codes: a line per code and per piece of evidence.

        Args:
            row: Row of the sentence in `sentences`.
        """
        return explain(self.coded.sentences[row], self.codebook)

    def kwic(self, query: str, *, sort: str = "text") -> pd.DataFrame:
        """A term, theme or claim in its context, a row per occurrence.

        Args:
            query: `theme:ID`, `claim:ID`, or a term as a codebook would have it.
            sort: `text`, `left` or `right`.

        Returns:
            Columns `left`, `key`, `right`, `speaker`, `perspective`, `turn`,
            `sentence`, `start` and `end`.

        Raises:
            UsageError: The codebook has no such theme or claim.
        """
        lines = kwic(self.coded, query, sort=Sort(sort))
        columns = [column.name for column in fields(Line)]
        return pd.DataFrame(
            [[getattr(line, name) for name in columns] for line in lines],
            columns=columns,
        )

    def to_json(self, *, indent: int | None = None) -> str:
        """The analysis as JSON of schema `dialoog/1`, as the command line prints it."""
        return to_json(analysis_record(self), indent=indent)

    def __repr__(self) -> str:
        """One line: what was analysed, with what."""
        edition = self.edition
        return (
            f"<Analysis of {edition.title or edition.source.name!r}: "
            f"{len(edition.turns)} turns, {len(self.coded.sentences)} sentences, "
            f"codebook {self.codebook.id}>"
        )

    def _repr_html_(self) -> str:
        """The main tables, for a notebook."""
        return html_view(self)

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        return all_tables(self.coded)
