"""Positions: with what stance each sentence takes the claims found in it.

The stance is judged against the wording of the codebook that the sentence is nearest to,
so a sentence near a denying wording denies unless it turns it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.profile import texts_of
from dialoog.coding.reasons import Cue
from dialoog.coding.stance import Setting, judge, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.codebook import Claim, Codebook
    from dialoog.coding.coder import Findings, Found
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.model import Stance
    from dialoog.coding.stance import Judgement


@dataclass(frozen=True, slots=True)
class Position:
    """A claim found in a sentence, the stance taken, and the words that decided it."""

    found: Found
    stance: Stance
    cues: tuple[Cue, ...]


def find_positions(
    findings: Sequence[Findings],
    placed: Sequence[Utterance],
    speakers: Sequence[str],
    codebook: Codebook,
) -> list[tuple[Position, ...]]:
    """The positions of each sentence, most probable claim first.

    Args:
        findings: The claims found, per sentence.
        placed: The sentences in their places.
        speakers: Who says each sentence.
        codebook: The codebook of the findings.
    """
    keyed = [
        (row, found, (speakers[row], found.item))
        for row, each in enumerate(findings)
        for found in each.claims
    ]
    judged = [
        _judge(placed[row], found, codebook.claims[found.item])
        for row, found, _ in keyed
    ]
    settled = settle(
        (key, judgement) for (_, _, key), judgement in zip(keyed, judged, strict=True)
    )
    out: list[list[Position]] = [[] for _ in findings]
    for (row, found, _), judgement in zip(keyed, settled, strict=True):
        cues = tuple(Cue(f"stance:{cue.rule}", cue.span, 0.0) for cue in judgement.cues)
        out[row].append(Position(found, judgement.stance, cues))
    return [tuple(positions) for positions in out]


def _judge(utterance: Utterance, found: Found, claim: Claim) -> Judgement:
    wording = texts_of(claim)[found.wording]
    return judge(
        utterance.sentence,
        wording,
        affirming=found.wording <= len(claim.affirms),
        setting=Setting(
            before=utterance.before,
            after=utterance.after,
            heard=utterance.heard[-1] if utterance.heard else None,
        ),
    )
