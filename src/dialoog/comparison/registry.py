"""All tables of a comparison by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.comparison.claims import (
    EDITION_CLAIMS,
    RECURRING,
    edition_claims_table,
    recurring_table,
)
from dialoog.comparison.conduct import CONDUCT, conduct_table
from dialoog.comparison.editions import EDITIONS, editions_table
from dialoog.comparison.news import NEWS, news_table
from dialoog.comparison.similar import SIMILAR, similar_table
from dialoog.comparison.talk import EDITION_TALK, edition_talk_table
from dialoog.comparison.themes import EDITION_THEMES, edition_themes_table
from dialoog.comparison.trends import TRENDS, trends_table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary
    from dialoog.tables.contrasts import Correction, Interval
    from dialoog.tables.schema import Schema

BUILDERS: dict[str, tuple[Schema, Callable[..., pd.DataFrame]]] = {
    schema.name: (schema, builder)
    for schema, builder in (
        (EDITIONS, editions_table),
        (NEWS, news_table),
        (RECURRING, recurring_table),
        (TRENDS, trends_table),
        (EDITION_THEMES, edition_themes_table),
        (EDITION_CLAIMS, edition_claims_table),
        (CONDUCT, conduct_table),
        (EDITION_TALK, edition_talk_table),
        (SIMILAR, similar_table),
    )
}
"""Schema and builder by name, in the order in which the tables are read."""

_OPTIONS = {
    NEWS.name: ("interval",),
    TRENDS.name: ("correct",),
    EDITION_THEMES.name: ("interval",),
    CONDUCT.name: ("correct",),
    EDITION_TALK.name: ("interval",),
}

SCHEMAS: dict[str, Schema] = {name: schema for name, (schema, _) in BUILDERS.items()}


def build(
    name: str,
    editions: tuple[EditionSummary, ...],
    labels: Labels,
    *,
    interval: Interval,
    correct: Correction,
) -> pd.DataFrame:
    """One table by name; KeyError if unknown.

    Args:
        name: One of `SCHEMAS`.
        editions: Summaries by date.
        labels: Of their codebooks.
        interval: Of the shares: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values: `dialoog.measures.benjamini_hochberg` or `holm`.
    """
    _, builder = BUILDERS[name]
    options = {"interval": interval, "correct": correct}
    chosen = {key: options[key] for key in _OPTIONS.get(name, ())}
    return builder(editions, labels, **chosen)
