"""Table of agreements: who agrees or disagrees with whom, on which claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.dialogue import MoveKind, moves
from dialoog.tables.schema import SPEAKER, Column, Schema

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition

AGREEMENTS = Schema(
    name="agreements",
    row="speaker, other speaker, and claim that is agreed or disagreed on",
    order="speakers by their first turn; claims as in the codebook, no claim last",
    unit="moves",
    columns=(
        *SPEAKER,
        Column(name="other", kind="text", meaning="With whom."),
        Column(name="other_perspective", kind="perspective", meaning="Of the other."),
        Column(
            name="claim",
            kind="text",
            nullable=True,
            meaning="Id of the claim; missing if the two turns share none.",
        ),
        Column(name="label", kind="text", nullable=True, meaning="Label of the claim."),
        Column(
            name="agreements",
            kind="integer",
            unit="moves",
            meaning="Sentences that agree; one on two claims counts for both.",
        ),
        Column(
            name="disagreements",
            kind="integer",
            unit="moves",
            meaning="Sentences that disagree or add a marked nuance.",
        ),
        Column(
            name="rows",
            kind="text",
            meaning='Rows of those sentences in the sentences table, "; " between them.',
        ),
    ),
)


def agreements_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per direction and claim: agreements and disagreements.

    Columns: see `AGREEMENTS`. What a move is about: the claims of its sentence, else
    those that both turns mention.
    """
    places = {s.name: place for place, s in enumerate(coded.edition.speakers)}
    held = {s.name: s.perspective.value for s in coded.edition.speakers}
    labels = {claim.id: claim.label for claim in coded.codebook.claims}
    order = {claim: place for place, claim in enumerate(labels)}
    found: dict[tuple[str, str, str | None], dict[MoveKind, list[int]]] = {}
    counted = [move for move in moves(coded) if move.kind in _COUNTED]
    for move in counted:
        if move.other is not None:
            for claim in move.claims or (None,):
                rows = found.setdefault(
                    (move.speaker, move.other, claim), {kind: [] for kind in _COUNTED}
                )
                rows[move.kind].append(move.row)

    def place(key: tuple[str, str, str | None]) -> tuple[int, int, int]:
        speaker, other, claim = key
        return places[speaker], places[other], order.get(claim or "", len(order))

    records = []
    for speaker, other, claim in sorted(found, key=place):
        rows = found[speaker, other, claim]
        all_rows = sorted(row for some in rows.values() for row in some)
        records.append(
            {
                "speaker": speaker,
                "perspective": held[speaker],
                "other": other,
                "other_perspective": held[other],
                "claim": claim,
                "label": labels.get(claim or ""),
                "agreements": len(rows[MoveKind.AGREEMENT]),
                "disagreements": len(rows[MoveKind.DISAGREEMENT]),
                "rows": "; ".join(map(str, all_rows)),
            }
        )
    return AGREEMENTS.frame(records, n=len(counted))


_COUNTED = (MoveKind.AGREEMENT, MoveKind.DISAGREEMENT)
