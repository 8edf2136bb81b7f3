"""Analysis: the tables of one coded edition, and the way back to its sentences."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.analysis.html_view import html_view
from dialoog.coding import CodedSentence
from dialoog.coding.explain import explain
from dialoog.coding.kwic import Line, Sort, kwic
from dialoog.errors import UsageError, need
from dialoog.export import analysis_record, to_json
from dialoog.measures import benjamini_hochberg, wilson
from dialoog.measures.selection import sentence_index
from dialoog.tables import all_tables, rows_behind, sentences_behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matplotlib.axes import Axes

    from dialoog.codebook import Codebook
    from dialoog.coding import CodedEdition
    from dialoog.edition import Edition, Perspective
    from dialoog.errors import Note
    from dialoog.tables.contrasts import Correction, Interval

FIGURES = ("Drawing a figure", "report", ("matplotlib",))


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
        interval: Of the shares in the tables.
        correct: Of the p-values of a table, for their number.
    """

    coded: CodedEdition
    provenance: Mapping[str, str]
    notes: tuple[Note, ...] = ()
    interval: Interval = wilson
    correct: Correction = benjamini_hochberg

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
    def claims_by_perspective(self) -> pd.DataFrame:
        """Claims by perspective: how often mentioned, and whether they differ."""
        return self._tables["claims_by_perspective"].copy()

    @property
    def moves(self) -> pd.DataFrame:
        """Who asks, who agrees, who takes up whose theme."""
        return self._tables["moves"].copy()

    @property
    def moves_by_perspective(self) -> pd.DataFrame:
        """Moves by perspective: how often made, and whether they differ."""
        return self._tables["moves_by_perspective"].copy()

    @property
    def sentences(self) -> pd.DataFrame:
        """Every sentence with all its codes, one row each."""
        return self._tables["sentences"].copy()

    @property
    def agreements(self) -> pd.DataFrame:
        """Agreements and disagreements by direction and claim."""
        return self._tables["agreements"].copy()

    @property
    def alignment(self) -> pd.DataFrame:
        """Whether replies take up the words that they reply to."""
        return self._tables["alignment"].copy()

    @property
    def talk(self) -> pd.DataFrame:
        """The share of the talk of each perspective by quarter of the edition."""
        return self._tables["talk"].copy()

    @property
    def turns(self) -> pd.DataFrame:
        """Every turn with what is in it, one row each."""
        return self._tables["turns"].copy()

    @property
    def codes(self) -> pd.DataFrame:
        """Every code with its score and evidence, one row each."""
        return self._tables["codes"].copy()

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
        move: str | None = None,
        perspective: str | None = None,
        speaker: str | None = None,
        turn: int | None = None,
        lemma: str | None = None,
    ) -> pd.DataFrame:
        """The rows of `sentences` that a number in a table counts.

        Every count is the length of such a selection: `themes` counts by theme and
        perspective, `claims` by claim, speaker and stance.

        Args:
            theme: Id of a theme of the codebook.
            claim: Id of a claim of the codebook.
            stance: `affirms`, `denies` or `raises`; with `claim`, on that claim.
            act: `question`, `agreement` or `disagreement`.
            move: One of these, or `introduction` or `uptake` of a theme.
            perspective: Of the speaker.
            speaker: Full name.
            turn: Number of the turn, from 0.
            lemma: A content word, as the table of terms gives it.
        """
        rows = sentences_behind(
            self.coded,
            theme=theme,
            claim=claim,
            stance=stance,
            act=act,
            move=move,
            perspective=perspective,
            speaker=speaker,
            turn=turn,
            lemma=lemma,
        )
        return self.sentences.iloc[list(rows)]

    def rows_behind(
        self, table: pd.DataFrame | str, row: int, column: str
    ) -> pd.DataFrame:
        """The rows of `sentences` that one cell of a table counts.

        Args:
            table: A table of this analysis, or some of its rows in any order; or its
                name, for the whole table.
            row: Place of the row in that table, from 0.
            column: Name of the column. One that counts no sentences opens to all
                sentences that its row is about.

        Raises:
            UsageError: There is no such table, row or column.
        """
        if isinstance(table, str):
            _check_known("table", table, self._tables)
        frame = self._tables[table] if isinstance(table, str) else table
        _check_known("table", str(frame.attrs.get("table")), self._tables)
        _check_known("column", column, [str(name) for name in frame.columns])
        if not 0 <= row < len(frame):
            raise UsageError(
                f"There is no row {row}: the table has {len(frame)} rows, from 0."
            )
        rows = rows_behind(sentence_index(self.coded), frame, row, column)
        return self.sentences.iloc[list(rows)]

    def explain(self, sentence: int | CodedSentence) -> tuple[str, ...]:
        """Why a sentence has its codes: a line per code and per piece of evidence.

        Args:
            sentence: Its row in `sentences`, or one of `coded.sentences`.

        Raises:
            UsageError: There is no such row.
        """
        if isinstance(sentence, CodedSentence):
            return explain(sentence, self.codebook)
        count = len(self.coded.sentences)
        if not 0 <= sentence < count:
            raise UsageError(
                f"There is no sentence {sentence}: there are {count}, from 0."
            )
        return explain(self.coded.sentences[sentence], self.codebook)

    def kwic(self, query: str, *, sort: str = "text") -> pd.DataFrame:
        """A term, theme or claim in its context, a row per occurrence.

        Args:
            query: `theme:ID`, `claim:ID`, or a term as a codebook would have it.
            sort: `text`, `left` or `right`.

        Returns:
            Columns `left`, `key`, `right`, `speaker`, `perspective`, `turn`,
            `sentence`, `start` and `end`.

        Raises:
            UsageError: The codebook has no such theme or claim, or `sort` is no order.
        """
        _check_known("order", sort, list(Sort))
        lines = kwic(self.coded, query, sort=Sort(sort))
        columns = [column.name for column in fields(Line)]
        return pd.DataFrame(
            [[getattr(line, name) for name in columns] for line in lines],
            columns=columns,
        )

    def plot_themes(
        self, *, ax: Axes | None = None, colours: Mapping[str, str] | None = None
    ) -> Axes:
        """Per theme the share of the sentences of each perspective.

        Args:
            ax: Axes to draw on; new ones without it.
            colours: Perspective → colour; what is not given keeps its own.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        need(*FIGURES)
        from dialoog.figures.plots import plot_themes

        return plot_themes(self._tables["themes"], ax=ax, colours=colours)

    def plot_terms(
        self,
        perspective: Perspective | str,
        *,
        top: int = 12,
        ax: Axes | None = None,
        colours: Mapping[str, str] | None = None,
    ) -> Axes:
        """The most typical lemmas of a perspective.

        Args:
            perspective: Whose lemmas.
            top: How many at most.
            ax: Axes to draw on; new ones without it.
            colours: Perspective → colour; what is not given keeps its own.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        need(*FIGURES)
        from dialoog.figures.plots import plot_terms

        return plot_terms(
            self._tables["terms"], perspective, top=top, ax=ax, colours=colours
        )

    def plot_dialogue(
        self, *, ax: Axes | None = None, colours: Mapping[str, str] | None = None
    ) -> Axes:
        """The dialogue from left to right: who speaks, and which themes come by.

        Args:
            ax: Axes to draw on; new ones without it.
            colours: Perspective → colour; what is not given keeps its own.

        Raises:
            MissingExtra: matplotlib is not installed.
        """
        need(*FIGURES)
        from dialoog.figures.plots import plot_dialogue

        return plot_dialogue(self.coded, ax=ax, colours=colours)

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
        return all_tables(self.coded, interval=self.interval, correct=self.correct)


def _check_known(kind: str, name: str, known: Iterable[str]) -> None:
    names = list(known)
    if name not in names:
        raise UsageError(f"There is no {kind} {name!r}; there are {', '.join(names)}.")
