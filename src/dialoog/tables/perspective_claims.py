"""Table of claims by perspective: how often each comes back to a claim, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding import Stance
from dialoog.measures.counts import claim_counts
from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.positions import position
from dialoog.measures.selection import sentence_index
from dialoog.tables.contrasts import contrast_records, other_than_usual
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import (
    CLAIM,
    CONTRAST,
    SIDE,
    STANCES,
    Column,
    Schema,
    sentences,
)

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.tables.contrasts import Correction, Interval

PERSPECTIVE_CLAIMS = Schema(
    name="claims_by_perspective",
    row="claim of the codebook that is mentioned, and perspective that has a turn",
    order="claims as in the codebook; academic, practitioner, moderator, other",
    unit="sentences",
    keys={"claim": "claim", "perspective": "perspective"},
    columns=(
        *CLAIM,
        SIDE,
        Column(
            name="position",
            kind="position",
            nullable=True,
            meaning="Affirms, denies, mixed (has said both) or raises (only that); "
            "missing if A does not mention it.",
        ),
        sentences("sentences", "Sentences of A that affirm, deny or raise it."),
        *STANCES,
        *CONTRAST,
    ),
)


def perspective_claims_table(
    coded: CodedEdition,
    *,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per claim and perspective: position, how often, how different.

    Columns: see `PERSPECTIVE_CLAIMS`. The measures compare how often a claim is
    mentioned, whatever the stance; the counts by stance stand beside them. Arguments
    as of `themes_table`.
    """
    index, labels = (
        sentence_index(coded),
        {c.id: c.label for c in coded.codebook.claims},
    )
    counts = claim_counts(coded)
    counts = counts.columns(counts.table.sum(axis=0) > 0)
    records = []
    for record in contrast_records(coded, counts, interval=interval, correct=correct):
        key = {"claim": record["name"], "perspective": record["perspective"]}
        by_stance = {s: index.count(key | {"stance": s.value}) for s in Stance}
        records.append(
            {
                **record,
                "claim": record["name"],
                "label": labels[record["name"]],
                "position": position(by_stance),
                **{stance.value: count for stance, count in by_stance.items()},
            }
        )
    note = comparison_note(counts.perspectives) + other_than_usual(interval, correct)
    return PERSPECTIVE_CLAIMS.frame(records, n=len(coded.sentences), note=note)
