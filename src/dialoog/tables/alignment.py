"""Table of alignment: whether replies take up the words they reply to."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dialoog.measures.alignment import alignments
from dialoog.measures.contrast import TOO_FEW_TURNS
from dialoog.tables.schema import SPEAKER, Column, Schema, number

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition

ALIGNMENT = Schema(
    name="alignment",
    row="speaker who replies and speaker replied to",
    order="speakers by their first turn",
    unit="replies",
    keys={"speaker": "speaker"},
    columns=(
        *SPEAKER,
        Column(name="other", kind="text", meaning="Who spoke just before."),
        Column(name="other_perspective", kind="perspective", meaning="Of the other."),
        Column(
            name="replies",
            kind="integer",
            unit="turns",
            meaning="Turns of the speaker right after one of the other.",
        ),
        Column(
            name="overlap",
            kind="number",
            unit="share 0..1",
            meaning="Mean share of the content lemmas of a reply that stand in the turn "
            "before it.",
        ),
        Column(
            name="expected",
            kind="number",
            unit="share 0..1",
            meaning="The same if each reply stood after any of those turns.",
        ),
        Column(
            name="difference",
            kind="number",
            unit="difference of shares -1..1",
            meaning="Overlap minus expected: what is taken up.",
        ),
        number(
            "p",
            "probability",
            "One-sided: of so much overlap if the replies were shuffled.",
        ),
        Column(
            name="doubt",
            kind="text",
            meaning='Why p is missing ("too few turns to say"), or "".',
        ),
    ),
)


def alignment_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per speaker and other: overlap of replies with what they reply to.

    Columns: see `ALIGNMENT`.
    """
    held = {s.name: s.perspective.value for s in coded.edition.speakers}
    pairs = alignments(coded)
    records = [
        {
            "speaker": found.speaker,
            "perspective": held[found.speaker],
            "other": found.other,
            "other_perspective": held[found.other],
            "replies": found.replies,
            "overlap": found.overlap,
            "expected": found.expected,
            "difference": found.overlap - found.expected,
            "p": found.p,
            "doubt": TOO_FEW_TURNS if isnan(found.p) else "",
        }
        for found in pairs
    ]
    note = "p by shuffling the replies of a speaker to another; four are needed."
    replies = sum(found.replies for found in pairs)
    return ALIGNMENT.frame(records, n=replies, note=note)
