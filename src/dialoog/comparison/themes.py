"""Table of themes by edition and perspective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.comparison.columns import (
    CODEBOOK,
    DATE,
    EDITION,
    PERSPECTIVE,
    placed,
    sentences,
)
from dialoog.measures.intervals import wilson
from dialoog.tables.contrasts import other_than_usual
from dialoog.tables.schema import THEME, Schema, number

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary
    from dialoog.tables.contrasts import Interval

EDITION_THEMES = Schema(
    name="themes",
    row="edition, theme of its codebook and perspective that has a turn",
    order="codebooks by id; editions by date; themes as in the codebook; perspectives",
    unit="sentences",
    columns=(
        CODEBOOK,
        EDITION,
        DATE,
        *THEME,
        PERSPECTIVE,
        sentences("sentences", "Sentences of the perspective on the theme."),
        sentences("all_sentences", "All its sentences in the edition."),
        number("share", "share 0..1", "The first out of the second."),
        number(
            "share_low",
            "share 0..1",
            "Lower end of its 95 % interval (Wilson, or Jeffreys if asked for).",
        ),
        number("share_high", "share 0..1", "Upper end of that interval."),
    ),
)


def edition_themes_table(
    summaries: tuple[EditionSummary, ...], labels: Labels, interval: Interval = wilson
) -> pd.DataFrame:
    """One row per edition, theme and perspective: sentences and share.

    Columns: see `EDITION_THEMES`. Compare shares within a codebook only.
    """
    records = []
    for edition in sorted(summaries, key=lambda e: e.codebook):
        for theme, label in labels.themes(edition.codebook).items():
            for perspective, own in edition.perspectives.items():
                count = own.themes.get(theme, 0)
                low, high = interval(count, own.sentences)
                records.append(
                    {
                        **placed(edition),
                        "theme": theme,
                        "label": label,
                        "perspective": perspective.value,
                        "sentences": count,
                        "all_sentences": own.sentences,
                        "share": count / own.sentences if own.sentences else None,
                        "share_low": float(low),
                        "share_high": float(high),
                    }
                )
    note = (
        "Intervals take sentences for independent: they are the narrowest possible."
        + other_than_usual(interval=interval)
    )
    return EDITION_THEMES.frame(
        records, n=sum(record["sentences"] for record in records), note=note
    )
