"""Table of claims: who affirms, denies or raises what, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.coding import Stance
from dialoog.edition import Perspective
from dialoog.measures.positions import Position, holders, position, status
from dialoog.measures.selection import sentence_index
from dialoog.tables.schema import CLAIM, SPEAKER, STANCES, Column, Schema, sentences

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.edition import Speaker
    from dialoog.measures.selection import SentenceIndex

CLAIMS = Schema(
    name="claims",
    row="claim of the codebook that is mentioned, and speaker who mentions it",
    order="claims as in the codebook; speakers by their first turn",
    unit="sentences",
    keys={"claim": "claim", "speaker": "speaker"},
    columns=(
        *CLAIM,
        Column(name="theme", kind="text", meaning="Theme the claim belongs to."),
        Column(
            name="status",
            kind="status",
            meaning="Of the claim: the perspectives share it, differ on it, one alone "
            "takes a position, or it is only raised. Moderators do not count.",
        ),
        Column(
            name="held_by",
            kind="text",
            meaning="The perspectives that take a position on it, or none.",
        ),
        *SPEAKER,
        Column(
            name="position",
            kind="position",
            meaning="Affirms, denies, mixed (has said both) or raises (only that).",
        ),
        sentences(
            "sentences", "Sentences of the speaker that affirm, deny or raise it."
        ),
        *STANCES,
        Column(
            name="first_turn",
            kind="integer",
            unit="number of the turn, from 0",
            meaning="Where the speaker first mentions it.",
        ),
        Column(
            name="quotation",
            kind="text",
            meaning="Sentence with the highest claim score, then key score, among "
            "those that take the position.",
        ),
        Column(
            name="quotation_row",
            kind="integer",
            unit="row of the sentences table",
            meaning="Where the quotation stands.",
        ),
    ),
)


def claims_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per claim and speaker: position, sentences, first turn, best quotation.

    Columns: see `CLAIMS`. Claims that nobody mentions have no row; the note counts
    them.
    """
    index = sentence_index(coded)
    records: list[dict[str, Any]] = []
    silent = 0
    for claim in coded.codebook.claims:
        positions = claim_positions(index, claim.id)
        silent += not positions
        shared = {
            "claim": claim.id,
            "label": claim.label,
            "theme": claim.theme,
            "status": status(positions).value,
            "held_by": ", ".join(p.value for p in holders(positions)),
        }
        records.extend(
            shared | record
            for speaker in coded.edition.speakers
            if (record := _speaker_record(coded, index, claim.id, speaker))
        )
    are = "is" if silent == 1 else "are"
    note = f"{silent} of {len(coded.codebook.claims)} claims {are} not mentioned."
    return CLAIMS.frame(records, n=len(coded.sentences), note=note)


def claim_positions(index: SentenceIndex, claim: str) -> dict[Perspective, Position]:
    """The position of each perspective that mentions a claim."""
    keys = {p: {"claim": claim, "perspective": p.value} for p in Perspective}
    positions = {
        perspective: position(
            {stance: index.count(key | {"stance": stance.value}) for stance in Stance}
        )
        for perspective, key in keys.items()
        if index.count(key)
    }
    return {key: value for key, value in positions.items() if value is not None}


def _speaker_record(
    coded: CodedEdition, index: SentenceIndex, claim: str, speaker: Speaker
) -> dict[str, Any] | None:
    key = {"claim": claim, "speaker": speaker.name}
    rows = index.rows(key)
    if not rows:
        return None
    by_stance = {s: index.count(key | {"stance": s.value}) for s in Stance}
    taken = position(by_stance)
    best = _best_quotation(coded, claim, rows, taken)
    return {
        "speaker": speaker.name,
        "perspective": speaker.perspective.value,
        "position": taken,
        "sentences": len(rows),
        **{stance.value: count for stance, count in by_stance.items()},
        "first_turn": coded.sentences[rows[0]].turn,
        "quotation": coded.sentences[best].text,
        "quotation_row": best,
    }


def _best_quotation(
    coded: CodedEdition, claim: str, rows: tuple[int, ...], taken: Position | None
) -> int:
    """Row of the sentence to quote; a mixed position is quoted where it is clearest."""

    def rank(row: int) -> tuple[bool, float, float, int]:
        sentence = coded.sentences[row]
        code = next(c for c in sentence.claims if c.claim == claim)
        fits = code.stance.value == taken or (
            taken is Position.MIXED and code.stance is not Stance.RAISES
        )
        return fits, code.score, sentence.key, -row

    return max(rows, key=rank)
