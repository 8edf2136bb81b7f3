"""Table of editions: how large, and how far apart its perspectives are."""

from __future__ import annotations

from collections import Counter
from math import isnan
from typing import TYPE_CHECKING

from dialoog.comparison.columns import (
    CODEBOOK,
    DATE,
    EDITION,
    placed,
    sentences,
)
from dialoog.measures.contrast import NOBODY_TO_COMPARE, TOO_FEW_TURNS
from dialoog.measures.positions import Status
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary

_CLAIMS = {
    Status.SHARED: "Claims on which the perspectives take the same position.",
    Status.DIFFERS: "Claims on which they take different positions.",
    Status.ALONE: "Claims on which one of them alone takes a position.",
    Status.RAISED: "Claims that are only raised.",
}

EDITIONS = Schema(
    name="editions",
    row="edition",
    order="by date, undated last; then by name",
    unit="editions",
    columns=(
        EDITION,
        DATE,
        CODEBOOK,
        Column(name="title", kind="text", nullable=True, meaning="Title, if known."),
        Column(
            name="mark",
            kind="text",
            meaning='"fictional" if `editions.toml` says that it is invented, or "".',
        ),
        Column(name="turns", kind="integer", unit="turns", meaning="Turns."),
        sentences("sentences", "Sentences in those turns."),
        Column(name="tokens", kind="integer", unit="tokens", meaning="Their tokens."),
        *(
            Column(name=status.value, kind="integer", unit="claims", meaning=meaning)
            for status, meaning in _CLAIMS.items()
        ),
        number(
            "distance",
            "Jensen-Shannon distance 0..1",
            "Of the theme profiles of academic and practitioner.",
        ),
        number(
            "expected",
            "Jensen-Shannon distance 0..1",
            "The mean distance if the turns were shared out at random. Who answers "
            "stays on the topic, so the distance in a dialogue is often below it.",
        ),
        number("p", "probability", "Of so large a distance if they were."),
        Column(
            name="doubt",
            kind="text",
            meaning='Why expected and p are missing ("too few turns to say"), or "".',
        ),
    ),
)


def editions_table(summaries: tuple[EditionSummary, ...], _: Labels) -> pd.DataFrame:
    """One row per edition: size, claims by status, distance of the perspectives.

    Columns: see `EDITIONS`.
    """
    records = []
    for edition in summaries:
        statuses = Counter(edition.status(claim) for claim in edition.claims())
        held = edition.perspectives.values()
        distance = edition.distance
        records.append(
            {
                **placed(edition),
                "title": edition.title,
                "mark": "fictional" if edition.is_fictional else "",
                "turns": sum(own.turns for own in held),
                "sentences": sum(own.sentences for own in held),
                "tokens": sum(own.tokens for own in held),
                **{status.value: statuses[status] for status in _CLAIMS},
                **distance._asdict(),
                "doubt": _doubt(distance.distance, distance.p),
            }
        )
    return EDITIONS.frame(records, n=len(records))


def _doubt(distance: float, p: float) -> str:
    if isnan(distance):
        return NOBODY_TO_COMPARE
    return TOO_FEW_TURNS if isnan(p) else ""
