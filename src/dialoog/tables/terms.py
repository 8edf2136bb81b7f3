"""Table of terms: the content words most typical of each perspective."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dialoog.measures.contrast import by_chance, contrast
from dialoog.measures.counts import COMPARED, lemma_counts, present_perspectives
from dialoog.measures.intervals import wilson
from dialoog.measures.keyness import log_odds_z, per_1000
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.selection import sentence_index
from dialoog.tables.contrasts import keyness_columns, other_than_usual, records_of
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import (
    DISPERSION,
    KEYNESS,
    SIDE,
    TESTED,
    Column,
    Schema,
    number,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from dialoog.coding import CodedEdition
    from dialoog.edition import Perspective
    from dialoog.measures.contrast import Contrast
    from dialoog.measures.counts import TurnCounts
    from dialoog.measures.selection import SentenceIndex
    from dialoog.tables.contrasts import Correction

TOP = 25
MIN_COUNT = 3

TERMS = Schema(
    name="terms",
    row="perspective on the topic and content lemma typical of it",
    order="academic, practitioner, other; descending z, then count, then alphabet",
    unit="tokens",
    keys={"lemma": "lemma", "perspective": "perspective"},
    columns=(
        SIDE,
        Column(
            name="rank",
            kind="integer",
            unit="from 1",
            meaning="Place within the perspective.",
        ),
        Column(
            name="lemma",
            kind="text",
            meaning="Noun, name, verb, adjective or adverb; compounds whole.",
        ),
        Column(
            name="count", kind="integer", unit="tokens", meaning="Occurrences in A."
        ),
        Column(
            name="rest_count",
            kind="integer",
            unit="tokens",
            meaning="Occurrences in the other perspectives together.",
        ),
        sentences("sentences", "Sentences of A it occurs in."),
        Column(
            name="turns",
            kind="integer",
            unit="turns",
            meaning="Turns of A it occurs in.",
        ),
        Column(
            name="per_1000_tokens",
            kind="number",
            unit="per 1,000 tokens",
            meaning="Rate in A.",
        ),
        number(
            "rest_per_1000_tokens",
            "per 1,000 tokens",
            "Rate in the others; missing if there are none.",
        ),
        *KEYNESS,
        number(
            "z",
            "standard deviations",
            "Log-odds with the pooled edition as Dirichlet prior, over its "
            "standard deviation; the table is sorted by it.",
        ),
        DISPERSION,
        *TESTED,
    ),
)


def terms_table(
    coded: CodedEdition,
    *,
    top: int = TOP,
    min_count: int = MIN_COUNT,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per perspective and typical lemma: counts, rates, keyness, spread.

    Columns: see `TERMS`. Typical is what the perspective uses more than the other
    perspectives on the topic (z above 0). Where there is only one, its most frequent
    lemmas are given, without comparison.

    Args:
        coded: The coded edition.
        top: At most so many lemmas per perspective.
        min_count: Lemmas that occur less often in the compared perspectives together
            are left out.
        correct: Of the p-values: `dialoog.measures.benjamini_hochberg` or `holm`.
    """
    present = tuple(p for p in present_perspectives(coded) if p in COMPARED)
    counts = lemma_counts(coded).only(present)
    pooled = counts.table.sum(axis=0)
    is_frequent = pooled >= min_count
    frequent = counts.columns(is_frequent)
    index = sentence_index(coded)
    records: list[dict[str, Any]] = []
    for perspective in present:
        own = counts.table[counts.side(perspective)].sum(axis=0)
        z = log_odds_z(own, pooled - own, pooled)[1][is_frequent]
        p_adjusted = correct(by_chance(frequent, perspective))
        chosen = _typical(frequent, perspective, z, top)
        # Intervals take long, and most lemmas are not shown.
        side = contrast(frequent.at(chosen), perspective)
        columns = _columns(index, side) | {
            "z": z[chosen].tolist() if side.rest_total else [None] * len(chosen),
            "p_adjusted": p_adjusted[chosen].tolist(),
        }
        records += records_of(columns)
    note = f"{len(frequent.names)} lemmas that occur {min_count} times or more. "
    note += comparison_note(counts.perspectives) + other_than_usual(wilson, correct)
    return TERMS.frame(records, n=int(counts.sizes.sum()), note=note)


def _typical(
    counts: TurnCounts, perspective: Perspective, z: NDArray[np.float64], top: int
) -> list[int]:
    """Places of the lemmas to show, the most typical first."""
    own = counts.side(perspective)
    count, is_alone = counts.table[own].sum(axis=0), not counts.sizes[~own].sum()
    score = np.zeros(len(z)) if is_alone else z
    places = [
        place
        for place in range(len(counts.names))
        if count[place] and (score[place] > 0 or is_alone)
    ]
    # Rounded, so that the last bit of a float does not decide on the order.
    places.sort(key=lambda i: (-round(float(score[i]), 9), -count[i], counts.names[i]))
    return places[:top]


def _columns(index: SentenceIndex, side: Contrast) -> dict[str, Sequence[Any]]:
    """All but z and the adjusted p, a value for each lemma."""
    lemmas, perspective = side.names, side.perspective.value
    return {
        "perspective": [perspective] * len(lemmas),
        "rank": range(1, len(lemmas) + 1),
        "lemma": lemmas,
        "count": side.count.tolist(),
        "rest_count": side.rest.tolist(),
        "sentences": [
            index.count({"lemma": lemma, "perspective": perspective})
            for lemma in lemmas
        ],
        "turns": side.turns.tolist(),
        "per_1000_tokens": per_1000(side.count, side.total).tolist(),
        "rest_per_1000_tokens": per_1000(side.rest, side.rest_total).tolist(),
        **keyness_columns(side),
    }
