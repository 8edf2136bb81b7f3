"""Table of perspectives: who talks how much, and who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.counts import present_perspectives
from dialoog.measures.selection import sentence_index
from dialoog.measures.words import token_counts
from dialoog.tables.schema import TOKENS, Column, Schema, number, sentences

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition

PERSPECTIVES = Schema(
    name="perspectives",
    row="perspective that has a turn",
    order="academic, practitioner, moderator, other",
    unit="tokens",
    keys={"perspective": "perspective"},
    columns=(
        Column(name="perspective", kind="perspective", meaning="Whose talk it is."),
        Column(name="speakers", kind="integer", unit="speakers", meaning="People."),
        Column(name="turns", kind="integer", unit="turns", meaning="Turns."),
        sentences("sentences", "Sentences in those turns."),
        TOKENS,
        number(
            "share_tokens",
            "share 0..1",
            "Share of the talk: its tokens out of all; missing without tokens.",
        ),
        sentences(
            "questions",
            "Sentences that put a question to another speaker.",
            act="question",
        ),
    ),
)


def perspectives_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per perspective: turns, sentences, tokens, share of the talk, questions.

    Columns: see `PERSPECTIVES`. The shares sum to 1.
    """
    index, tokens_of = sentence_index(coded), token_counts(coded)
    total = sum(tokens_of)
    records = []
    for perspective in present_perspectives(coded):
        speakers = {
            s.name for s in coded.edition.speakers if s.perspective is perspective
        }
        turns = [turn for turn in coded.edition.turns if turn.speaker in speakers]
        key = {"perspective": perspective.value}
        rows = index.rows(key)
        tokens = sum(tokens_of[row] for row in rows)
        records.append(
            {
                "perspective": perspective.value,
                "speakers": len({turn.speaker for turn in turns}),
                "turns": len(turns),
                "sentences": len(rows),
                "tokens": tokens,
                "share_tokens": tokens / total if total else None,
                "questions": index.count(key | {"act": "question"}),
            }
        )
    return PERSPECTIVES.frame(records, n=total)
