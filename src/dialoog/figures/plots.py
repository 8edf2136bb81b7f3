"""Figures for a notebook: a table in, matplotlib axes out.

Each takes `ax=` (axes to draw on, else new ones) and `colours=` (perspective →
colour), and returns the axes, so that labels, limits and style are yours to change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib.pyplot as plt

from dialoog.edition import Perspective
from dialoog.figures.dialogue import (
    WIDTH,
    DialogueLabels,
    dialogue_height,
    draw_dialogue,
)
from dialoog.figures.editions import EditionPoint, draw_distances, editions_height
from dialoog.figures.keyness import KeynessPanel, draw_terms
from dialoog.figures.palette import COLOURS
from dialoog.figures.shares import ShareRow, draw_shares, shares_height
from dialoog.tables.percent import percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes

    from dialoog.coding import CodedEdition

NARROW = 7.0
"""Inches of a figure that stands in a column of text."""


def plot_themes(
    themes: pd.DataFrame,
    *,
    ax: Axes | None = None,
    colours: Mapping[str, str] | None = None,
) -> Axes:
    """Per theme the share of the sentences of each perspective, a marker for each.

    Args:
        themes: The table of themes, all of its rows or some; themes that nobody
            mentions are left out. The most mentioned stands on top.
        ax: Axes to draw on.
        colours: Perspective → colour; what is not given keeps its own.
    """
    mentioned = themes[themes["sentences"] > 0]
    order = mentioned.groupby("label", sort=False)["sentences"].sum()
    rows = [
        ShareRow(label=str(label), shares=_shares(themes[themes["label"] == label]))
        for label in order.sort_values(ascending=False, kind="stable").index
    ]
    present = set(themes["perspective"].dropna())
    names = {p: p.value for p in Perspective if p in present}
    axes = ax or _new(NARROW, shares_height(rows))
    axis = "share of the sentences of the perspective"
    draw_shares(
        axes,
        rows,
        names=names,
        axis=axis,
        percent=percent,
        colours=_palette(colours),
    )
    if rows:
        axes.legend(frameon=False)
    return axes


def plot_terms(
    terms: pd.DataFrame,
    perspective: Perspective | str,
    *,
    top: int = 12,
    ax: Axes | None = None,
    colours: Mapping[str, str] | None = None,
) -> Axes:
    """The most typical lemmas of one perspective with their keyness (z).

    Without others to compare with, their number per 1,000 tokens.

    Args:
        terms: The table of terms.
        perspective: Whose lemmas.
        top: How many at most.
        ax: Axes to draw on.
        colours: Perspective → colour; what is not given keeps its own.
    """
    own = terms[terms["perspective"] == str(perspective)].head(top)
    is_compared = bool(own["z"].notna().all())
    values = own["z" if is_compared else "per_1000_tokens"]
    panel = KeynessPanel(
        perspective=Perspective(perspective),
        name=str(perspective),
        terms=[(str(x), float(y)) for x, y in zip(own["lemma"], values, strict=True)],
    )
    axes = ax or _new(NARROW, 0.27 * max(len(own), 1) + 1.1)
    axis = "keyness (z)" if is_compared else "per 1,000 tokens"
    draw_terms(axes, panel, axis=axis, colours=_palette(colours))
    return axes


def plot_dialogue(
    coded: CodedEdition,
    *,
    ax: Axes | None = None,
    colours: Mapping[str, str] | None = None,
) -> Axes:
    """The dialogue from left to right: a row per speaker, and one per theme.

    A sentence is as wide as it has words and has the colour of who says it; above the
    speakers `?` is a question, `=` agreement, `≠` disagreement.

    Args:
        coded: The coded edition.
        ax: Axes to draw on.
        colours: Perspective → colour; what is not given keeps its own.
    """
    found = {code.theme for sentence in coded.sentences for code in sentence.themes}
    labels = DialogueLabels(
        axis="words from the beginning",
        themes={t.id: t.label for t in coded.codebook.themes if t.id in found},
    )
    axes = ax or _new(WIDTH, dialogue_height(coded, labels))
    draw_dialogue(axes, coded, labels, colours=_palette(colours))
    return axes


def plot_distances(editions: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """How far apart the perspectives are in what they talk about, by edition.

    Codebook by codebook, in the order of time, with a line through the editions of one.
    Filled: the Jensen-Shannon distance of their themes. Open: the mean distance if the
    turns were shared out at random.

    Args:
        editions: The table of editions of a comparison.
        ax: Axes to draw on.
    """
    columns = ["codebook", "edition", "distance", "expected"]
    by_book = editions[columns].sort_values("codebook", kind="stable")
    points = [
        EditionPoint(
            group=str(book),
            label=str(name),
            distance=_known(found),
            expected=_known(expected),
        )
        for book, name, found, expected in by_book.itertuples(index=False)
    ]
    axes = ax or _new(NARROW, editions_height(points))
    draw_distances(axes, points, found="found", expected="by chance")
    axes.set_xlabel("distance of the perspectives")
    if points:
        axes.legend(frameon=False)
    return axes


def _shares(rows: pd.DataFrame) -> dict[Perspective, float]:
    known = rows[rows["share"].notna()]
    return {
        Perspective(perspective): float(share)
        for perspective, share in zip(known["perspective"], known["share"], strict=True)
    }


def _palette(colours: Mapping[str, str] | None) -> Mapping[str, str]:
    return {**COLOURS, **(colours or {})}


def _known(value: float) -> float | None:
    return None if value != value else float(value)


def _new(width: float, height: float) -> Axes:
    _, axes = plt.subplots(figsize=(width, height), layout="constrained")
    return axes
