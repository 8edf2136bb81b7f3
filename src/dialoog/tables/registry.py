"""All tables by name, and the way from a cell back to its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.tables.agreements import AGREEMENTS, agreements_table
from dialoog.tables.alignment import ALIGNMENT, alignment_table
from dialoog.tables.claims import CLAIMS, claims_table
from dialoog.tables.moves import MOVES, moves_table
from dialoog.tables.perspective_claims import (
    PERSPECTIVE_CLAIMS,
    perspective_claims_table,
)
from dialoog.tables.perspective_moves import PERSPECTIVE_MOVES, perspective_moves_table
from dialoog.tables.perspectives import PERSPECTIVES, perspectives_table
from dialoog.tables.sentences import CODES, SENTENCES, codes_table, sentences_table
from dialoog.tables.terms import TERMS, terms_table
from dialoog.tables.themes import THEMES, themes_table
from dialoog.tables.turns import TALK, TURNS, talk_table, turns_table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.measures.selection import SentenceIndex
    from dialoog.tables.contrasts import Correction, Interval
    from dialoog.tables.schema import Schema

BUILDERS: dict[str, tuple[Schema, Callable[..., pd.DataFrame]]] = {
    schema.name: (schema, builder)
    for schema, builder in (
        (PERSPECTIVES, perspectives_table),
        (THEMES, themes_table),
        (CLAIMS, claims_table),
        (PERSPECTIVE_CLAIMS, perspective_claims_table),
        (TERMS, terms_table),
        (MOVES, moves_table),
        (PERSPECTIVE_MOVES, perspective_moves_table),
        (AGREEMENTS, agreements_table),
        (ALIGNMENT, alignment_table),
        (TALK, talk_table),
        (TURNS, turns_table),
        (SENTENCES, sentences_table),
        (CODES, codes_table),
    )
}
"""Schema and builder by name, in the order in which the tables are read."""

_OPTIONS = {
    THEMES.name: ("interval", "correct"),
    PERSPECTIVE_CLAIMS.name: ("interval", "correct"),
    PERSPECTIVE_MOVES.name: ("interval", "correct"),
    TERMS.name: ("correct",),
}

SCHEMAS: dict[str, Schema] = {name: schema for name, (schema, _) in BUILDERS.items()}


def all_tables(
    coded: CodedEdition,
    *,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> dict[str, pd.DataFrame]:
    """Every table of a coded edition by name, in the order in which they are read.

    Args:
        coded: The coded edition.
        interval: Of the shares: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values of each table that compares perspectives:
            `dialoog.measures.benjamini_hochberg` or `holm`.
    """
    options = {"interval": interval, "correct": correct}
    return {
        name: build(coded, **{key: options[key] for key in _OPTIONS.get(name, ())})
        for name, (_, build) in BUILDERS.items()
    }


def rows_behind(
    index: SentenceIndex, frame: pd.DataFrame, row: int, column: str
) -> tuple[int, ...]:
    """Rows of the sentences that a cell counts, or that its row is about.

    Args:
        index: Of the coded edition the table was made from.
        frame: A table as its builder gave it.
        row: Place of the row, from 0.
        column: Name of the column; one that does not count sentences opens to all
            sentences of its row.

    Returns:
        Places in `coded.sentences`, ascending.

    Raises:
        KeyError: The frame is no table of dialoog, or has no such column.
    """
    schema = SCHEMAS[frame.attrs["table"]]
    facets = {
        facet: frame[name].iloc[row] for name, facet in schema.keys.items()
    } | dict(schema.column(column).counts or {})
    return index.rows(facets)
