"""Table of themes: what each perspective talks about, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.measures.contrast import contrast
from dialoog.measures.counts import present_perspectives, theme_counts
from dialoog.measures.intervals import wilson
from dialoog.measures.multiplicity import benjamini_hochberg
from dialoog.measures.words import token_count
from dialoog.tables.notes import comparison_note
from dialoog.tables.schema import Column, Schema

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
        Column(name="theme", kind="text", meaning="Id in the codebook."),
        Column(name="label", kind="text", meaning="Label in the codebook."),
        Column(name="perspective", kind="perspective", meaning="Who speaks (A)."),
        Column(
            name="sentences",
            kind="integer",
            unit="sentences",
            meaning="Sentences of A on the theme.",
            counts={},
        ),
        Column(
            name="turns",
            kind="integer",
            unit="turns",
            meaning="Turns of A with such a sentence.",
        ),
        Column(
            name="per_1000_tokens",
            kind="number",
            unit="sentences per 1,000 tokens",
            nullable=True,
            meaning="Those sentences per 1,000 tokens of A; missing without tokens.",
        ),
        Column(
            name="share",
            kind="number",
            unit="share 0..1",
            nullable=True,
            meaning="Those sentences out of all sentences of A.",
        ),
        Column(
            name="share_low",
            kind="number",
            unit="share 0..1",
            nullable=True,
            meaning="Lower end of the 95 % Wilson interval of the share.",
        ),
        Column(
            name="share_high",
            kind="number",
            unit="share 0..1",
            nullable=True,
            meaning="Upper end of the 95 % Wilson interval of the share.",
        ),
        Column(
            name="dispersion",
            kind="number",
            unit="DPnorm 0..1",
            nullable=True,
            meaning="0: spread over the turns of A by their length; 1: in one turn.",
        ),
        Column(
            name="difference",
            kind="number",
            unit="difference of shares -1..1",
            nullable=True,
            meaning="Share of A minus share of the other perspectives together.",
        ),
        Column(
            name="difference_low",
            kind="number",
            unit="difference of shares -1..1",
            nullable=True,
            meaning="Lower end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="difference_high",
            kind="number",
            unit="difference of shares -1..1",
            nullable=True,
            meaning="Upper end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="log_ratio",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Of the ratio of shares: 1 is twice as much in A, -1 half.",
        ),
        Column(
            name="log_ratio_low",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Lower end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="log_ratio_high",
            kind="number",
            unit="binary logarithm",
            nullable=True,
            meaning="Upper end of its 95 % interval, from resampled turns.",
        ),
        Column(
            name="percent_diff",
            kind="number",
            unit="percent",
            nullable=True,
            meaning="%DIFF of the shares; infinite where only A has the theme.",
        ),
        Column(
            name="g2",
            kind="number",
            unit="G², signed",
            nullable=True,
            meaning="Keyness, four-cell G²; positive if A has more. Ranks, no test.",
        ),
        Column(
            name="p",
            kind="number",
            unit="probability",
            nullable=True,
            meaning="Of so large a difference if turns were shared out at random.",
        ),
        Column(
            name="p_adjusted",
            kind="number",
            unit="probability",
            nullable=True,
            meaning="p after Benjamini-Hochberg over the tests of the table.",
        ),
        Column(
            name="doubt",
            kind="text",
            meaning='Why p or the interval is missing ("too few turns to say"), or "".',
        ),
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
        "dispersion": side.dispersion[place],
        "difference": side.difference[place],
        "difference_low": side.difference_low[place],
        "difference_high": side.difference_high[place],
        "log_ratio": side.log_ratio[place],
        "log_ratio_low": side.log_ratio_low[place],
        "log_ratio_high": side.log_ratio_high[place],
        "percent_diff": side.percent_diff[place],
        "g2": side.g2[place],
        "p": side.p[place],
        "doubt": side.doubt,
    }


def _tokens_by_perspective(coded: CodedEdition) -> dict[str, int]:
    held = {s.name: s.perspective.value for s in coded.edition.speakers}
    perspective_of = {t.number: held[t.speaker] for t in coded.edition.turns}
    tokens = dict.fromkeys(held.values(), 0)
    for sentence in coded.sentences:
        tokens[perspective_of[sentence.turn]] += token_count(sentence)
    return tokens
