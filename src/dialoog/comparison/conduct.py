"""Table of conduct: academics beside practitioners over all editions, on any topic."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from dialoog.comparison.columns import editions
from dialoog.comparison.summary import OPPOSITES
from dialoog.comparison.talk import MEASURES, topic_free
from dialoog.comparison.trends import TOO_FEW_EDITIONS
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.paired import MIN_PAIRS, paired_difference
from dialoog.tables.contrasts import other_than_usual
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary
    from dialoog.tables.contrasts import Correction

CONDUCT = Schema(
    name="conduct",
    row="measure without a topic",
    order="as listed under `measure`",
    unit="editions",
    columns=(
        Column(name="measure", kind="text", meaning=MEASURES),
        editions("editions", "Editions with both academics and practitioners."),
        Column(
            name="codebooks",
            kind="integer",
            unit="codebooks",
            meaning="Codebooks that these are coded with.",
        ),
        number(
            "academic", "share 0..1", "Mean share of academics over those editions."
        ),
        number("practitioner", "share 0..1", "The same of practitioners."),
        number(
            "difference",
            "difference of shares -1..1",
            "Academic minus practitioner, mean over the editions.",
        ),
        number(
            "difference_low",
            "difference of shares -1..1",
            "Lower end of its 95 % interval, from resampled editions.",
        ),
        number(
            "difference_high",
            "difference of shares -1..1",
            "Upper end of its 95 % interval, from resampled editions.",
        ),
        number(
            "p",
            "probability",
            "Of so large a difference if the two sides were swapped at random.",
        ),
        number(
            "p_adjusted",
            "probability",
            "p after Benjamini-Hochberg (or Holm, if asked for).",
        ),
        Column(
            name="doubt",
            kind="text",
            meaning='Why interval and p are missing ("too few editions to say"), or "".',
        ),
    ),
)


def conduct_table(
    summaries: tuple[EditionSummary, ...],
    _: Labels,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per measure: how the two sides talk, whatever the topic.

    Columns: see `CONDUCT`. The edition is the unit: each counts once, however long,
    and is compared with itself, so that a topic on which everybody doubts makes no
    difference. Other perspectives are in the table of talk.
    """
    both = [e for e in summaries if all(side in e.perspectives for side in OPPOSITES)]
    shares = [_shares(edition) for edition in both]
    records: list[dict[str, Any]] = []
    for measure in shares[0] if shares else ():
        academic, practitioner = zip(*(own[measure] for own in shares), strict=True)
        found = paired_difference(academic, practitioner)
        records.append(
            {
                "measure": measure,
                "editions": len(both),
                "codebooks": len({edition.codebook for edition in both}),
                "academic": _mean(academic),
                "practitioner": _mean(practitioner),
                "difference": found.difference,
                "difference_low": found.low,
                "difference_high": found.high,
                "p": found.p,
                "doubt": TOO_FEW_EDITIONS if isnan(found.p) else "",
            }
        )
    adjusted = correct([record["p"] for record in records])
    for record, value in zip(records, adjusted, strict=True):
        record["p_adjusted"] = value
    note = f"A test needs {MIN_PAIRS} editions with both perspectives."
    note += other_than_usual(correct=correct)
    return CONDUCT.frame(records, n=len(both), note=note)


def _shares(edition: EditionSummary) -> dict[str, tuple[float, float]]:
    """Share of academics and of practitioners, per measure."""
    tokens = sum(own.tokens for own in edition.perspectives.values())
    sides = [topic_free(edition.perspectives[side], tokens) for side in OPPOSITES]
    academic, practitioner = (
        {measure: _share(*cells) for measure, cells in side.items()} for side in sides
    )
    return {measure: (academic[measure], practitioner[measure]) for measure in academic}


def _share(count: int, total: int) -> float:
    return count / total if total else float("nan")


def _mean(shares: Iterable[float]) -> float:
    known = [share for share in shares if not isnan(share)]
    return sum(known) / len(known) if known else float("nan")
