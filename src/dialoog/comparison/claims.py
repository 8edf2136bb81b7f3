"""Tables of claims: by edition, and those that recur."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.coding import Stance
from dialoog.comparison.columns import (
    CODEBOOK,
    DATE,
    EDITION,
    PERSPECTIVE,
    editions,
    placed,
    sentences,
)
from dialoog.edition import Perspective
from dialoog.measures.positions import Position, Status
from dialoog.tables.schema import CLAIM, Column, Schema

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary

EDITION_CLAIMS = Schema(
    name="claims",
    row="edition, claim and perspective that mentions it",
    order="codebooks by id; claims as in the codebook; editions by date; perspectives",
    unit="sentences",
    columns=(
        CODEBOOK,
        *CLAIM,
        EDITION,
        DATE,
        Column(
            name="status",
            kind="status",
            meaning="How the perspectives stand to each other on it in the edition.",
        ),
        PERSPECTIVE,
        Column(name="position", kind="position", meaning="Of the perspective."),
        sentences("affirms", "Sentences that affirm it."),
        sentences("denies", "Sentences that deny it."),
        sentences("raises", "Sentences that raise it."),
    ),
)

_WHO = {
    Perspective.ACADEMIC: "academics",
    Perspective.PRACTITIONER: "practitioners",
    Perspective.OTHER: "others",
}
_HOLDS = {Position.AFFIRMS: "affirm it", Position.DENIES: "deny it"}

RECURRING = Schema(
    name="recurring",
    row="claim that is mentioned in any edition, of a codebook of two or more editions",
    order="codebooks by id; most editions first; then as in the codebook",
    unit="editions",
    columns=(
        CODEBOOK,
        *CLAIM,
        editions("editions", "Editions that mention it."),
        editions("of_editions", "Editions coded with the codebook."),
        *(
            editions(f"{side.value}_{stance.value}", f"Editions in which {who} {what}.")
            for side, who in _WHO.items()
            for stance, what in _HOLDS.items()
        ),
        editions("shared", "Editions in which the perspectives share it."),
        editions("differs", "Editions in which they differ on it."),
        Column(name="first_edition", kind="text", meaning="The first to mention it."),
        Column(name="last_edition", kind="text", meaning="The last to mention it."),
    ),
)


def edition_claims_table(
    summaries: tuple[EditionSummary, ...], labels: Labels
) -> pd.DataFrame:
    """One row per edition, claim and perspective: position and sentences by stance.

    Columns: see `EDITION_CLAIMS`.
    """
    records = [
        {
            **placed(edition),
            "claim": claim,
            "label": label,
            "status": edition.status(claim).value,
            "perspective": perspective.value,
            "position": own.position(claim),
            **{stance.value: own.claims[claim][stance] for stance in Stance},
        }
        for codebook in labels.codebooks()
        for claim, label in labels.claims(codebook).items()
        for edition in coded_with(summaries, codebook)
        for perspective, own in edition.perspectives.items()
        if claim in own.claims
    ]
    return EDITION_CLAIMS.frame(records, n=len({r["edition"] for r in records}))


def recurring_table(
    summaries: tuple[EditionSummary, ...], labels: Labels
) -> pd.DataFrame:
    """One row per claim that could recur: in how many editions, and who holds it there.

    Columns: see `RECURRING`. A codebook of one edition has no rows: its claims stand in
    the table of claims. A mixed position counts as neither affirmed nor denied.
    """
    records: list[dict[str, Any]] = []
    for codebook in labels.codebooks():
        same = coded_with(summaries, codebook)
        if len(same) < 2:
            continue
        found = [
            _recurrence(claim, label, same)
            for claim, label in labels.claims(codebook).items()
            if any(claim in edition.claims() for edition in same)
        ]
        found.sort(key=lambda record: -record["editions"])
        records += [{"codebook": codebook, **record} for record in found]
    return RECURRING.frame(records, n=len(summaries))


def coded_with(
    summaries: tuple[EditionSummary, ...], codebook: str
) -> list[EditionSummary]:
    """The editions coded with a codebook, in order."""
    return [edition for edition in summaries if edition.codebook == codebook]


def _recurrence(claim: str, label: str, same: list[EditionSummary]) -> dict[str, Any]:
    mentions = [edition for edition in same if claim in edition.claims()]

    def holding(perspective: Perspective, position: Position) -> int:
        return sum(e.positions(claim).get(perspective) is position for e in mentions)

    return {
        "claim": claim,
        "label": label,
        "editions": len(mentions),
        "of_editions": len(same),
        **{
            f"{side.value}_{position.value}": holding(side, position)
            for side in _WHO
            for position in _HOLDS
        },
        "shared": sum(e.status(claim) is Status.SHARED for e in mentions),
        "differs": sum(e.status(claim) is Status.DIFFERS for e in mentions),
        "first_edition": mentions[0].name,
        "last_edition": mentions[-1].name,
    }
