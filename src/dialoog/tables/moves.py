"""Table of moves: who asks, agrees, disagrees, brings in and takes up themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.dialogue import moves
from dialoog.tables.schema import ROW, SPEAKER, TURN, Column, Schema

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition

MOVES = Schema(
    name="moves",
    row="move of a sentence; a sentence can make several",
    order="sentences as in the text; acts before themes",
    unit="moves",
    keys={"row": "row"},
    columns=(
        Column(
            name="move",
            kind="move",
            meaning="Question, agreement, disagreement, introduction of a theme, or "
            "uptake of a theme that another speaker brought in.",
        ),
        *SPEAKER,
        Column(
            name="other",
            kind="text",
            nullable=True,
            meaning="Who is asked, agreed with or not, or brought the theme in; "
            "missing for an introduction and for a question nobody follows.",
        ),
        Column(
            name="other_perspective",
            kind="perspective",
            nullable=True,
            meaning="Of the other.",
        ),
        Column(
            name="peer",
            kind="text",
            nullable=True,
            meaning="Of an uptake: who but a moderator was the first to speak of the "
            "theme; missing if that is the speaker, and for other moves.",
        ),
        Column(
            name="peer_perspective",
            kind="perspective",
            nullable=True,
            meaning="Of the peer.",
        ),
        Column(
            name="theme",
            kind="text",
            nullable=True,
            meaning="Id of the theme brought in or taken up.",
        ),
        Column(name="label", kind="text", nullable=True, meaning="Label of the theme."),
        Column(
            name="claims",
            kind="text",
            meaning="Of an agreement or disagreement: ids of the claims of the sentence, "
            'else of those that both turns mention; "; " between them.',
        ),
        TURN,
        Column(
            name="other_turn",
            kind="integer",
            unit="number of the turn, from 0",
            nullable=True,
            meaning="The turn that answers, is replied to, or brought the theme in.",
        ),
        Column(
            name="after_turns",
            kind="integer",
            unit="turns",
            nullable=True,
            meaning="Distance between the two; 1 is the next turn.",
        ),
        ROW,
        Column(name="text", kind="text", meaning="Its words."),
    ),
)


def moves_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per move: who makes it, towards whom, where, in which words.

    Columns: see `MOVES`; `dialoog.measures.dialogue.moves` says who counts as the
    other.
    """
    held = {s.name: s.perspective.value for s in coded.edition.speakers}
    labels = {theme.id: theme.label for theme in coded.codebook.themes}
    records = [
        {
            "move": move.kind.value,
            "speaker": move.speaker,
            "perspective": held[move.speaker],
            "other": move.other,
            "other_perspective": held.get(move.other or ""),
            "peer": move.peer,
            "peer_perspective": held.get(move.peer or ""),
            "theme": move.theme,
            "label": labels.get(move.theme or ""),
            "claims": "; ".join(move.claims),
            "turn": move.turn,
            "other_turn": move.other_turn,
            "after_turns": move.after_turns,
            "row": move.row,
            "text": coded.sentences[move.row].text,
        }
        for move in moves(coded)
    ]
    note = (
        "An uptake is a later mention by another speaker; it may be a coincidence. "
        "The other can be a moderator who brought the theme in, the peer cannot."
    )
    return MOVES.frame(records, n=len(records), note=note)
