"""Table of moves by perspective: how much each asks, agrees and takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.counts import move_counts
from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.tables.contrasts import contrast_records, other_than_usual
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import CONTRAST, SIDE, Column, Schema, sentences

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.tables.contrasts import Correction, Interval

PERSPECTIVE_MOVES = Schema(
    name="moves_by_perspective",
    row="kind of move and perspective that has a turn",
    order="question, agreement, disagreement, introduction, uptake; academic, "
    "practitioner, moderator, other",
    unit="sentences",
    keys={"move": "move", "perspective": "perspective"},
    columns=(
        Column(
            name="move",
            kind="move",
            meaning="Question, agreement, disagreement, introduction of a theme, or "
            "uptake of a theme that another speaker brought in.",
        ),
        SIDE,
        sentences("sentences", "Sentences of A that make it, once or more."),
        *CONTRAST,
    ),
)


def perspective_moves_table(
    coded: CodedEdition,
    *,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per kind of move and perspective: how often, how different.

    Columns: see `PERSPECTIVE_MOVES`; arguments as of `themes_table`. `moves_table` has
    the moves one by one, with whom they are made to.
    """
    counts = move_counts(coded)
    records = [
        {**record, "move": record["name"]}
        for record in contrast_records(
            coded, counts, interval=interval, correct=correct
        )
    ]
    note = comparison_note(counts.perspectives) + other_than_usual(interval, correct)
    return PERSPECTIVE_MOVES.frame(records, n=len(coded.sentences), note=note)
