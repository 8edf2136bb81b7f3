"""Section: where the perspectives meet and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding import Stance
from dialoog.measures.positions import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.codebook import Claim
    from dialoog.report.behind import Number
    from dialoog.report.scene import Record, Scene

COLUMNS = (
    "claim",
    "status",
    "speaker",
    "perspective",
    "position",
    "quotation",
    "quotation_row",
)
"""Of the table, those that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A speaker on a claim: position, sentences by stance, and the best quotation."""

    speaker: str
    perspective: str
    position: str
    stances: tuple[tuple[str, Number], ...]
    quotation: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim that is mentioned, and who mentions it."""

    label: str
    statement: str
    theme: str
    holders: tuple[Holder, ...]


def claims_by_status(scene: Scene) -> list[tuple[str, list[ClaimLine]]]:
    """Status → claims as in the codebook; a status without claims is left out."""
    grouped: dict[str, list[ClaimLine]] = {status.value: [] for status in Status}
    by_claim: dict[str, list[Record]] = {}
    for record in scene.records("claims", *COLUMNS):
        by_claim.setdefault(record["claim"], []).append(record)
    for claim in scene.coded.codebook.claims:
        if rows := by_claim.get(claim.id):
            grouped[rows[0]["status"]].append(_line(scene, claim, rows))
    return [(status, lines) for status, lines in grouped.items() if lines]


def silent_claims(scene: Scene) -> list[Claim]:
    """The claims of the codebook that nobody mentions."""
    claims = scene.coded.codebook.claims
    return [c for c in claims if not scene.index.count({"claim": c.id})]


def _line(scene: Scene, claim: Claim, rows: Sequence[Record]) -> ClaimLine:
    return ClaimLine(
        label=claim.label,
        statement=claim.statement,
        theme=scene.coded.codebook.theme(claim.theme).label,
        holders=tuple(_holder(scene, claim, r) for r in rows),
    )


def _holder(scene: Scene, claim: Claim, record: Record) -> Holder:
    speaker = str(record["speaker"])
    stances = []
    for stance in Stance:
        done = scene.words(f"stance-{stance}")
        title = scene.words(
            "behind-claim", speaker=speaker, stance=done, claim=claim.label
        )
        number = scene.count(title, claim=claim.id, stance=stance, speaker=speaker)
        if number.value:
            stances.append((stance.value, number))
    return Holder(
        speaker=speaker,
        perspective=str(record["perspective"]),
        position=str(record["position"]),
        stances=tuple(stances),
        quotation=str(record["quotation"]),
        row=int(record["quotation_row"]),
    )
