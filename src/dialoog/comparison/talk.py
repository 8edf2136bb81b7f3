"""Table of talk: what can be compared whatever the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.coding import Stance
from dialoog.comparison.columns import DATE, EDITION, PERSPECTIVE, placed
from dialoog.measures.dialogue import MoveKind
from dialoog.measures.intervals import wilson
from dialoog.tables.contrasts import other_than_usual
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary, PerspectiveSummary
    from dialoog.tables.contrasts import Interval

MEASURES = (
    "talk (tokens of all tokens), hedging (hedges of tokens), question, agreement, "
    "disagreement, introduction, uptake (sentences making that move, of sentences), "
    "affirms, denies, raises (of sentences)."
)

EDITION_TALK = Schema(
    name="talk",
    row="edition, perspective that has a turn, and measure without a topic",
    order="editions by date; perspectives; measures as listed under `measure`",
    unit="sentences or tokens",
    columns=(
        EDITION,
        DATE,
        PERSPECTIVE,
        Column(
            name="measure",
            kind="text",
            meaning=MEASURES,
        ),
        Column(
            name="count", kind="integer", unit="tokens or sentences", meaning="Of them."
        ),
        Column(
            name="of", kind="integer", unit="tokens or sentences", meaning="Out of."
        ),
        number("share", "share 0..1", "Count out of `of`."),
        number(
            "share_low",
            "share 0..1",
            "Lower end of its 95 % interval (Wilson, or Jeffreys if asked for).",
        ),
        number("share_high", "share 0..1", "Upper end of that interval."),
    ),
)


def edition_talk_table(
    summaries: tuple[EditionSummary, ...], _: Labels, interval: Interval = wilson
) -> pd.DataFrame:
    """One row per edition, perspective and measure: count, total, share, interval.

    Columns: see `EDITION_TALK`. These do not depend on the topic, so editions with
    different codebooks can be compared; stances are those on the claims of each
    edition's own codebook.
    """
    records: list[dict[str, Any]] = []
    for edition in summaries:
        tokens = sum(own.tokens for own in edition.perspectives.values())
        for perspective, own in edition.perspectives.items():
            for measure, (count, total) in topic_free(own, tokens).items():
                low, high = interval(count, total)
                records.append(
                    {
                        **placed(edition),
                        "perspective": perspective.value,
                        "measure": measure,
                        "count": count,
                        "of": total,
                        "share": count / total if total else None,
                        "share_low": float(low),
                        "share_high": float(high),
                    }
                )
    note = (
        "Intervals take sentences and tokens for independent: the narrowest possible."
        + other_than_usual(interval=interval)
    )
    return EDITION_TALK.frame(records, n=len(summaries), note=note)


def topic_free(own: PerspectiveSummary, tokens: int) -> dict[str, tuple[int, int]]:
    """Count and total of each measure; `tokens` are those of the whole edition."""
    return {
        "talk": (own.tokens, tokens),
        "hedging": (own.hedges, own.tokens),
        **{move.value: (own.moves[move], own.sentences) for move in MoveKind},
        **{stance.value: (own.stances[stance], own.sentences) for stance in Stance},
    }
