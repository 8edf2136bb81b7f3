"""Table of terms: the content words most typical of each perspective."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dialoog.measures.contrast import contrast
from dialoog.measures.counts import COMPARED, lemma_counts, present_perspectives
from dialoog.measures.keyness import log_odds_z
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.selection import SentenceIndex
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import Column, Schema

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from dialoog.coding import CodedEdition
    from dialoog.measures.contrast import Contrast

TOP = 25
MIN_COUNT = 3

TERMS = Schema(
    name="terms",
    row="perspective on the topic and content lemma typical of it",
    order="academic, practitioner, other; descending z, then count, then alphabet",
    unit="tokens",
    keys={"lemma": "lemma", "perspective": "perspective"},
    columns=(
        Column(name="perspective", kind="perspective", meaning="Who speaks (A)."),
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
        Column(
            name="sentences",
            kind="integer",
            unit="sentences",
            meaning="Sentences of A it occurs in.",
            counts={},
        ),
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
        Column(
            name="rest_per_1000_tokens",
            kind="number",
            unit="per 1,000 tokens",
            nullable=True,
            meaning="Rate in the others; missing if there are none.",
        ),
        Column(
            name="log_ratio",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Of the ratio of rates: 1 is twice as much in A.",
        ),
        Column(
            name="log_ratio_low",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Lower end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="log_ratio_high",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Upper end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="percent_diff",
            kind="number",
            unit="percent",
            nullable=True,
            meaning="%DIFF of the rates; infinite where only A has it.",
        ),
        Column(
            name="g2",
            kind="number",
            unit="G², signed",
            nullable=True,
            meaning="Keyness, four-cell G². Ranks, no test.",
        ),
        Column(
            name="z",
            kind="number",
            unit="standard deviations",
            nullable=True,
            meaning="Log-odds with the pooled edition as Dirichlet prior, over its "
            "standard deviation; the table is sorted by it.",
        ),
        Column(
            name="dispersion",
            kind="number",
            unit="DPnorm 0..1",
            nullable=True,
            meaning="0: spread over the turns of A by their length; 1: in one turn.",
        ),
        Column(
            name="p",
            kind="number",
            unit="probability",
            nullable=True,
            meaning="Of so large a difference if turns were shared out at random.",
        ),
        Column(
            name="p_adjusted",
            kind="number",
            unit="probability",
            nullable=True,
            meaning="p after Benjamini-Hochberg over all lemmas tested, shown or not.",
        ),
        Column(
            name="doubt",
            kind="text",
            meaning='Why p or the interval is missing ("too few turns to say"), or "".',
        ),
    ),
)


def terms_table(
    coded: CodedEdition, *, top: int = TOP, min_count: int = MIN_COUNT
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
    """
    present = tuple(p for p in present_perspectives(coded) if p in COMPARED)
    counts = lemma_counts(coded).only(present)
    frequent = counts.table.sum(axis=0) >= min_count
    index = SentenceIndex(coded)
    records: list[dict[str, Any]] = []
    for perspective in present:
        own = counts.table[counts.side(perspective)].sum(axis=0)
        pooled = counts.table.sum(axis=0)
        _, z = log_odds_z(own, pooled - own, pooled)
        side = contrast(counts.columns(frequent), perspective)
        p_adjusted = benjamini_hochberg(side.p)
        chosen = _typical(side, z[frequent], top)
        records.extend(
            _record(index, side, place)
            | {
                "rank": rank,
                "z": z[frequent][place] if side.rest_total else None,
                "p_adjusted": p_adjusted[place],
            }
            for rank, place in enumerate(chosen, start=1)
        )
    note = f"{int(frequent.sum())} lemmas that occur {min_count} times or more. "
    note += comparison_note(counts.perspectives)
    return TERMS.frame(records, n=int(counts.sizes.sum()), note=note)


def _typical(side: Contrast, z: NDArray[np.float64], top: int) -> list[int]:
    """Places of the lemmas to show, the most typical first."""
    score = z if side.rest_total else np.zeros(len(z))
    places = [
        place
        for place in range(len(side.names))
        if side.count[place] and (score[place] > 0 or not side.rest_total)
    ]
    # Rounded, so that the last bit of a float does not decide on the order.
    places.sort(
        key=lambda i: (-round(float(score[i]), 9), -side.count[i], side.names[i])
    )
    return places[:top]


def _record(index: SentenceIndex, side: Contrast, place: int) -> dict[str, Any]:
    lemma, perspective = side.names[place], side.perspective.value
    count, rest = int(side.count[place]), int(side.rest[place])
    return {
        "perspective": perspective,
        "lemma": lemma,
        "count": count,
        "rest_count": rest,
        "sentences": index.count({"lemma": lemma, "perspective": perspective}),
        "turns": int(side.turns[place]),
        "per_1000_tokens": 1000 * count / side.total,
        "rest_per_1000_tokens": (
            1000 * rest / side.rest_total if side.rest_total else None
        ),
        "log_ratio": side.log_ratio[place],
        "log_ratio_low": side.log_ratio_low[place],
        "log_ratio_high": side.log_ratio_high[place],
        "percent_diff": side.percent_diff[place],
        "g2": side.g2[place],
        "dispersion": side.dispersion[place],
        "p": side.p[place],
        "doubt": side.doubt,
    }
