"""Table of themes: what each perspective talks about, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.contrast import contrast
from dialoog.measures.counts import present_perspectives, theme_counts
from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.words import token_count
from dialoog.tables.contrasts import difference_record, keyness_record
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import (
    DIFFERENCE,
    DISPERSION,
    KEYNESS,
    SHARE,
    SIDE,
    TESTED,
    THEME,
    Column,
    Schema,
    number,
    sentences,
)

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.coding import CodedEdition
    from dialoog.measures.contrast import Contrast

THEMES = Schema(
    name="themes",
    row="theme of the codebook and perspective that has a turn",
    order="themes as in the codebook; academic, practitioner, moderator, other",
    unit="sentences",
    keys={"theme": "theme", "perspective": "perspective"},
    columns=(
        *THEME,
        SIDE,
        sentences("sentences", "Sentences of A on the theme."),
        Column(
            name="turns",
            kind="integer",
            unit="turns",
            meaning="Turns of A with such a sentence.",
        ),
        number(
            "per_1000_tokens",
            "sentences per 1,000 tokens",
            "Those sentences per 1,000 tokens of A; missing without tokens.",
        ),
        *SHARE,
        DISPERSION,
        *DIFFERENCE,
        *KEYNESS,
        *TESTED,
    ),
)


def themes_table(coded: CodedEdition) -> pd.DataFrame:
    """One row per theme and perspective: how much, how sure, how different.

    Columns: see `THEMES`. Each perspective is set beside all other perspectives on
    the topic together; a moderator has counts only.
    """
    counts = theme_counts(coded)
    tokens = _tokens_by_perspective(coded)
    sides = [contrast(counts, p) for p in present_perspectives(coded)]
    records = [
        _record(coded, side, place, tokens[side.perspective.value])
        for place in range(len(counts.names))
        for side in sides
    ]
    adjusted = benjamini_hochberg([record["p"] for record in records])
    for record, value in zip(records, adjusted, strict=True):
        record["p_adjusted"] = value
    return THEMES.frame(
        records, n=len(coded.sentences), note=comparison_note(counts.perspectives)
    )


def _record(
    coded: CodedEdition, side: Contrast, place: int, tokens: int
) -> dict[str, Any]:
    count = int(side.count[place])
    low, high = wilson(count, side.total)
    return {
        "theme": side.names[place],
        "label": coded.codebook.theme(side.names[place]).label,
        "perspective": side.perspective.value,
        "sentences": count,
        "turns": int(side.turns[place]),
        "per_1000_tokens": 1000 * count / tokens if tokens else None,
        "share": count / side.total if side.total else None,
        "share_low": float(low),
        "share_high": float(high),
        **difference_record(side, place),
        **keyness_record(side, place),
    }


def _tokens_by_perspective(coded: CodedEdition) -> dict[str, int]:
    held = {s.name: s.perspective.value for s in coded.edition.speakers}
    perspective_of = {t.number: held[t.speaker] for t in coded.edition.turns}
    tokens = dict.fromkeys(held.values(), 0)
    for sentence in coded.sentences:
        tokens[perspective_of[sentence.turn]] += token_count(sentence)
    return tokens
