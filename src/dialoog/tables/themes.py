"""Table of themes: what each perspective talks about, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.counts import theme_counts
from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.tables.contrasts import contrast_records, other_than_usual
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import CONTRAST, SIDE, THEME, Schema, sentences

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.tables.contrasts import Correction, Interval

THEMES = Schema(
    name="themes",
    row="theme of the codebook and perspective that has a turn",
    order="themes as in the codebook; academic, practitioner, moderator, other",
    unit="sentences",
    keys={"theme": "theme", "perspective": "perspective"},
    columns=(
        *THEME,
        SIDE,
        sentences("sentences", "Sentences of A on the theme."),
        *CONTRAST,
    ),
)


def themes_table(
    coded: CodedEdition,
    *,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per theme and perspective: how much, how sure, how different.

    Columns: see `THEMES`. Each perspective is set beside all other perspectives on
    the topic together; a moderator has counts only.

    Args:
        coded: The coded edition.
        interval: Of the shares: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values: `dialoog.measures.benjamini_hochberg` or `holm`.
    """
    counts = theme_counts(coded)
    labels = {theme.id: theme.label for theme in coded.codebook.themes}
    records = [
        {**record, "theme": record["name"], "label": labels[record["name"]]}
        for record in contrast_records(
            coded, counts, interval=interval, correct=correct
        )
    ]
    note = comparison_note(counts.perspectives) + other_than_usual(interval, correct)
    return THEMES.frame(records, n=len(coded.sentences), note=note)
