"""Tables of sentences and of codes: everything, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.words import token_counts
from dialoog.tables.schema import ROW, SPEAKER, TOKENS, TURN, Column, Schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from dialoog.coding import CodedEdition, CodedSentence, Evidence
    from dialoog.edition import Speaker

_PLACE = (
    ROW,
    TURN,
    Column(
        name="sentence",
        kind="integer",
        unit="from 0",
        meaning="Place of the sentence in its turn.",
    ),
    *SPEAKER,
)

SENTENCES = Schema(
    name="sentences",
    row="sentence of a turn",
    order="as in the text",
    unit="sentences",
    keys={"row": "row"},
    columns=(
        *_PLACE,
        Column(
            name="start",
            kind="integer",
            unit="characters",
            meaning="First character in the source.",
        ),
        Column(
            name="end",
            kind="integer",
            unit="characters",
            meaning="One past the last character in the source.",
        ),
        TOKENS,
        Column(name="text", kind="text", meaning="Its words."),
        Column(
            name="themes",
            kind="text",
            meaning='Ids of its themes, best first, "; " between them.',
        ),
        Column(
            name="claims",
            kind="text",
            meaning='Its claims as "id: stance", best first, "; " between them.',
        ),
        Column(
            name="acts",
            kind="text",
            meaning='Question, agreement, disagreement, "; " between them.',
        ),
        Column(
            name="key",
            kind="number",
            unit="score 0..1",
            meaning="How much it states a position to take away.",
        ),
    ),
)

CODES = Schema(
    name="codes",
    row="code of a sentence: a theme, a claim or an act",
    order="sentences as in the text; themes and claims by score, then acts",
    unit="codes",
    keys={"row": "row"},
    columns=(
        *_PLACE,
        Column(name="kind", kind="code", meaning="Theme, claim or act."),
        Column(name="code", kind="text", meaning="Id of the theme or claim; the act."),
        Column(
            name="stance",
            kind="stance",
            nullable=True,
            meaning="For a claim: affirms, denies or raises.",
        ),
        Column(
            name="score",
            kind="number",
            unit="score 0..1",
            nullable=True,
            meaning="How sure the coding is; missing for acts.",
        ),
        Column(
            name="evidence",
            kind="text",
            meaning='The words that made it fire, " | " between them.',
        ),
        Column(
            name="rules",
            kind="text",
            meaning='The rules that fired on them, " | " between them.',
        ),
    ),
)


def sentences_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per sentence: who says it, where it stands, all its codes.

    Columns: see `SENTENCES`. `row`, equal to the index, is the number by which
    `sentences_behind` and the other tables refer to a sentence; `codes_table` has the
    codes one by one.
    """
    speakers, tokens = _speakers(coded), token_counts(coded)
    records = [
        {
            "row": row,
            **_place(sentence, speakers[sentence.turn]),
            "start": sentence.start,
            "end": sentence.end,
            "tokens": tokens[row],
            "text": sentence.text,
            "themes": "; ".join(code.theme for code in sentence.themes),
            "claims": "; ".join(
                f"{c.claim}: {c.stance.value}" for c in sentence.claims
            ),
            "acts": "; ".join(code.act.value for code in sentence.acts),
            "key": sentence.key,
        }
        for row, sentence in enumerate(coded.sentences)
    ]
    return SENTENCES.frame(records, n=len(records))


def codes_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per code: the sentence, the code, its score and its evidence.

    Columns: see `CODES`.
    """
    speakers = _speakers(coded)
    records = [
        {"row": row, **_place(sentence, speakers[sentence.turn]), **code}
        for row, sentence in enumerate(coded.sentences)
        for code in _codes(sentence)
    ]
    return CODES.frame(records, n=len(records))


def _speakers(coded: CodedEdition) -> dict[int, Speaker]:
    by_name = {speaker.name: speaker for speaker in coded.edition.speakers}
    return {turn.number: by_name[turn.speaker] for turn in coded.edition.turns}


def _place(sentence: CodedSentence, speaker: Speaker) -> dict[str, Any]:
    return {
        "turn": sentence.turn,
        "sentence": sentence.sentence,
        "speaker": speaker.name,
        "perspective": speaker.perspective.value,
    }


def _codes(sentence: CodedSentence) -> Iterator[dict[str, Any]]:
    for theme in sentence.themes:
        yield _code("theme", theme.theme, theme.evidence, score=theme.score)
    for claim in sentence.claims:
        yield _code(
            "claim",
            claim.claim,
            claim.evidence,
            score=claim.score,
            stance=claim.stance.value,
        )
    for act in sentence.acts:
        yield _code("act", act.act.value, act.evidence)


def _code(
    kind: str,
    code: str,
    evidence: tuple[Evidence, ...],
    *,
    score: float | None = None,
    stance: str | None = None,
) -> dict[str, Any]:
    return {
        "kind": kind,
        "code": code,
        "stance": stance,
        "score": score,
        "evidence": " | ".join(piece.text for piece in evidence),
        "rules": " | ".join(piece.rule for piece in evidence),
    }
