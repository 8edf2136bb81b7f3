"""Tables: the perspectives laid side by side, as DataFrames.

Each table has a schema (columns, dtypes, units, meaning) and a builder that takes a
coded edition. Tables are tidy, one row per thing; `view` lays one out for reading.
"""

from dialoog.measures.selection import SentenceIndex, sentences_behind
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
from dialoog.tables.registry import BUILDERS, SCHEMAS, all_tables, rows_behind
from dialoog.tables.schema import Column, Schema
from dialoog.tables.sentences import CODES, SENTENCES, codes_table, sentences_table
from dialoog.tables.terms import TERMS, terms_table
from dialoog.tables.themes import THEMES, themes_table
from dialoog.tables.turns import TALK, TURNS, talk_table, turns_table
from dialoog.tables.views import view

__all__ = [
    "AGREEMENTS",
    "ALIGNMENT",
    "BUILDERS",
    "CLAIMS",
    "CODES",
    "MOVES",
    "PERSPECTIVES",
    "PERSPECTIVE_CLAIMS",
    "PERSPECTIVE_MOVES",
    "SCHEMAS",
    "SENTENCES",
    "TALK",
    "TERMS",
    "THEMES",
    "TURNS",
    "Column",
    "Schema",
    "SentenceIndex",
    "agreements_table",
    "alignment_table",
    "all_tables",
    "claims_table",
    "codes_table",
    "moves_table",
    "perspective_claims_table",
    "perspective_moves_table",
    "perspectives_table",
    "rows_behind",
    "sentences_behind",
    "sentences_table",
    "talk_table",
    "terms_table",
    "themes_table",
    "turns_table",
    "view",
]
