"""Table of trends: where the perspectives come closer or drift apart."""

from __future__ import annotations

import datetime as dt
from math import isnan
from typing import TYPE_CHECKING, Any

from dialoog.comparison.claims import coded_with
from dialoog.comparison.columns import CODEBOOK, editions
from dialoog.edition import Perspective
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.positions import Status
from dialoog.measures.trends import MIN_EDITIONS, trend
from dialoog.tables.contrasts import other_than_usual
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary
    from dialoog.tables.contrasts import Correction

TOO_FEW_EDITIONS = "too few editions to say"
UNCLEAR = "unclear"
CLOSER, APART = "closer", "apart"

TRENDS = Schema(
    name="trends",
    row="codebook and way in which academic and practitioner can be apart",
    order="codebooks by id; profile, claims, then themes as in the codebook",
    unit="editions",
    columns=(
        CODEBOOK,
        Column(
            name="measure",
            kind="text",
            meaning="profile (distance of the theme profiles minus what chance gives), "
            "claims (share of the claims both take a position on that is not shared), "
            "or theme (gap between their shares of sentences on it).",
        ),
        Column(
            name="theme", kind="text", nullable=True, meaning="Id, for a theme's gap."
        ),
        Column(name="label", kind="text", nullable=True, meaning="Label of the theme."),
        editions("editions", "Dated editions in which it can be said."),
        number("first", "0..1", "Value in the first of them."),
        number("last", "0..1", "Value in the last of them."),
        number("slope", "0..1 per year", "Least squares; negative is coming closer."),
        number("slope_low", "0..1 per year", "Lower end, from resampled editions."),
        number("slope_high", "0..1 per year", "Upper end, from resampled editions."),
        number("p", "probability", "Of so steep a slope if dates were shuffled."),
        number(
            "p_adjusted",
            "probability",
            "p after Benjamini-Hochberg (or Holm, if asked for), per table.",
        ),
        Column(
            name="direction",
            kind="text",
            meaning="closer or apart if p_adjusted is at most 0.05, unclear if not, or "
            "too few editions to say.",
        ),
    ),
)


def trends_table(
    summaries: tuple[EditionSummary, ...],
    labels: Labels,
    correct: Correction = benjamini_hochberg,
) -> pd.DataFrame:
    """One row per codebook and measure: does the distance grow or shrink over time.

    Columns: see `TRENDS`. Editions without a date, or without one of the two
    perspectives, do not count.
    """
    records: list[dict[str, Any]] = []
    for codebook in labels.codebooks():
        same = [e for e in coded_with(summaries, codebook) if e.date]
        records.append(_record(codebook, "profile", [_profile(e) for e in same], same))
        records.append(_record(codebook, "claims", [_unshared(e) for e in same], same))
        for theme, label in labels.themes(codebook).items():
            gaps = [_gap(edition, theme) for edition in same]
            record = _record(codebook, "theme", gaps, same)
            records.append(record | {"theme": theme, "label": label})
    adjusted = correct([record["p"] for record in records])
    for record, value in zip(records, adjusted, strict=True):
        record["p_adjusted"] = value
        record["direction"] = _direction(record["slope"], value)
    note = f"A trend needs {MIN_EDITIONS} dated editions with both perspectives."
    note += other_than_usual(correct=correct)
    return TRENDS.frame(records, n=len(summaries), note=note)


def _record(
    codebook: str, measure: str, values: list[float], same: list[EditionSummary]
) -> dict[str, Any]:
    years = [_decimal_year(edition.date) for edition in same]
    found = trend(years, values)
    known = [value for value in values if not isnan(value)]
    return {
        "codebook": codebook,
        "measure": measure,
        "theme": None,
        "label": None,
        "editions": len(known),
        "first": known[0] if known else None,
        "last": known[-1] if known else None,
        "slope": found.slope,
        "slope_low": found.low,
        "slope_high": found.high,
        "p": found.p,
    }


def _profile(edition: EditionSummary) -> float:
    return edition.distance.distance - edition.distance.expected


def _unshared(edition: EditionSummary) -> float:
    both = [
        edition.status(claim)
        for claim in edition.claims()
        if {Perspective.ACADEMIC, Perspective.PRACTITIONER}
        <= set(edition.holders(claim))
    ]
    if not both:
        return float("nan")
    return sum(status is not Status.SHARED for status in both) / len(both)


def _gap(edition: EditionSummary, theme: str) -> float:
    shares = [
        own.themes.get(theme, 0) / own.sentences
        for perspective in (Perspective.ACADEMIC, Perspective.PRACTITIONER)
        if (own := edition.perspectives.get(perspective)) and own.sentences
    ]
    return abs(shares[0] - shares[1]) if len(shares) == 2 else float("nan")


def _direction(slope: float, p: float) -> str:
    if isnan(p):
        return TOO_FEW_EDITIONS
    if p > 0.05:
        return UNCLEAR
    return APART if slope > 0 else CLOSER


def _decimal_year(date: dt.date | None) -> float:
    if date is None:
        return float("nan")
    start, end = dt.date(date.year, 1, 1), dt.date(date.year, 12, 31)
    return date.year + (date - start).days / ((end - start).days + 1)
