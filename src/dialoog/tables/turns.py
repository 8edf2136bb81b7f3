"""Tables of turns and of talk: the dialogue turn by turn, and its share over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.counts import present_perspectives
from dialoog.measures.selection import sentence_index
from dialoog.measures.words import token_counts
from dialoog.tables.schema import (
    SPEAKER,
    TOKENS,
    TURN,
    Column,
    Schema,
    number,
    sentences,
)

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition, CodedSentence
    from dialoog.edition import Perspective

PARTS = 4

TURNS = Schema(
    name="turns",
    row="turn",
    order="as in the text",
    unit="turns",
    keys={"turn": "turn"},
    columns=(
        TURN,
        *SPEAKER,
        number("begin_s", "seconds", "Start in the recording, where the file tells."),
        sentences("sentences", "Sentences of the turn."),
        TOKENS,
        number(
            "share_so_far",
            "share 0..1",
            "Share of the talk of this perspective, up to and with this turn.",
        ),
        sentences("questions", "Sentences that ask.", act="question"),
        sentences("agreements", "Sentences that agree.", act="agreement"),
        sentences("disagreements", "Sentences that disagree.", act="disagreement"),
        Column(
            name="themes",
            kind="text",
            meaning='Ids of its themes, the one of most sentences first, "; " between.',
        ),
    ),
)

TALK = Schema(
    name="talk",
    row="quarter of the dialogue (by tokens) and perspective that has a turn",
    order="quarters; academic, practitioner, moderator, other",
    unit="tokens",
    columns=(
        Column(name="part", kind="integer", unit="from 1", meaning="Quarter."),
        Column(name="perspective", kind="perspective", meaning="Who speaks."),
        Column(
            name="sentences",
            kind="integer",
            unit="sentences",
            meaning="Sentences of the perspective that begin in that quarter.",
        ),
        Column(name="tokens", kind="integer", unit="tokens", meaning="Their tokens."),
        number(
            "share_tokens",
            "share 0..1",
            "Those tokens out of all of the quarter; missing if it has none.",
        ),
    ),
)


def turns_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per turn: who, how long, what acts, which themes.

    Columns: see `TURNS`.
    """
    index, tokens_of = sentence_index(coded), token_counts(coded)
    held = {s.name: s.perspective for s in coded.edition.speakers}
    so_far = dict.fromkeys(held.values(), 0)
    records = []
    for turn in coded.edition.turns:
        key = {"turn": turn.number}
        rows = index.rows(key)
        sentences = [coded.sentences[row] for row in rows]
        perspective, tokens = held[turn.speaker], sum(tokens_of[row] for row in rows)
        so_far[perspective] += tokens
        all_so_far = sum(so_far.values())
        records.append(
            {
                "turn": turn.number,
                "speaker": turn.speaker,
                "perspective": perspective.value,
                "begin_s": turn.begin_s,
                "sentences": len(sentences),
                "tokens": tokens,
                "share_so_far": so_far[perspective] / all_so_far
                if all_so_far
                else None,
                "questions": index.count(key | {"act": "question"}),
                "agreements": index.count(key | {"act": "agreement"}),
                "disagreements": index.count(key | {"act": "disagreement"}),
                "themes": "; ".join(_themes(sentences)),
            }
        )
    return TURNS.frame(records, n=len(records))


def talk_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per quarter of the dialogue and perspective: its share of the talk.

    Columns: see `TALK`. A sentence belongs to the quarter in which it begins, so
    quarters are of about equal length; a sentence is not cut.
    """
    held = {s.name: s.perspective for s in coded.edition.speakers}
    speaks = {turn.number: held[turn.speaker] for turn in coded.edition.turns}
    tokens_of = token_counts(coded)
    total, before = sum(tokens_of), 0
    parts: list[list[tuple[Perspective, int]]] = [[] for _ in range(PARTS)]
    for sentence, tokens in zip(coded.sentences, tokens_of, strict=True):
        # A last sentence without tokens begins after all of them.
        quarter = min(PARTS * before // total, PARTS - 1) if total else 0
        parts[quarter].append((speaks[sentence.turn], tokens))
        before += tokens
    records: list[dict[str, Any]] = []
    for quarter, part in enumerate(parts, start=1):
        all_tokens = sum(tokens for _, tokens in part)
        for perspective in present_perspectives(coded):
            own = [tokens for speaker, tokens in part if speaker is perspective]
            records.append(
                {
                    "part": quarter,
                    "perspective": perspective.value,
                    "sentences": len(own),
                    "tokens": sum(own),
                    "share_tokens": sum(own) / all_tokens if all_tokens else None,
                }
            )
    return TALK.frame(records, n=total)


def _themes(sentences: list[CodedSentence]) -> list[str]:
    """Themes by number of sentences, then by first mention."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for code in sentence.themes:
            counts[code.theme] = counts.get(code.theme, 0) + 1
    return sorted(counts, key=lambda theme: -counts[theme])
