"""The dialogue from left to right: who speaks, and which themes come by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from dialoog.coding import Act
from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    POINTS,
    beside,
    place_axes,
    sheet,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import COLOURS, INK, MUTED, SIZE, bare
from dialoog.measures.words import token_counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path

    from dialoog.coding import CodedEdition
    from dialoog.edition import Perspective
    from dialoog.figures.layout import Write

WIDTH = 10.5
"""Inches; the row of a theme is `ROW` high."""
ROW = 0.31
LANE = 1.4
"""Rows from one speaker to the next, with room for signs above the bars."""
OVERHANG = 12.0
"""Points right of the axes: half of the last tick label."""
GAP = 2.0
"""Points between two signs."""
SIGN = FontProperties(family="DejaVu Sans", weight="bold", size=11)
ACT_SIGNS: Mapping[Act, str] = {
    Act.QUESTION: "?",
    Act.AGREEMENT: "=",
    Act.DISAGREEMENT: "≠",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueLabels:
    """The words in the figure, in the language of the reader.

    Attributes:
        axis: Below the horizontal axis.
        themes: Theme id → label, in the order of the rows; others are not drawn.
        url: What a sentence links to: row → address. No links if None.
    """

    axis: str
    themes: Mapping[str, str]
    url: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A sentence as a stretch of the horizontal axis, in words."""

    row: int
    left: float
    width: float
    perspective: Perspective


@dataclass(frozen=True, slots=True)
class Rows:
    """Where speakers and themes stand on the vertical axis, which points down."""

    lanes: Mapping[str, float]
    themes: Mapping[str, float]
    end: float

    @classmethod
    def of(cls, coded: CodedEdition, labels: DialogueLabels) -> Rows:
        """The lanes of the speakers, half a row of space, the themes."""
        names = [speaker.name for speaker in coded.edition.speakers]
        lanes = {name: LANE * (0.85 + lane) for lane, name in enumerate(names)}
        first = max(lanes.values(), default=-0.7) + 1.9
        themes = {theme: first + row for row, theme in enumerate(labels.themes)}
        return cls(lanes, themes, first + max(len(themes), 1) - 0.45)


def dialogue_figure(
    coded: CodedEdition, labels: DialogueLabels, *, write: Write
) -> Figure:
    """A lane per speaker, and below the lanes a row per theme.

    The axis counts words from the beginning. A sentence is as wide as it has words;
    above the lanes stand `?` (question), `=` (agreement) and `≠` (disagreement).

    Args:
        coded: The coded edition.
        labels: The words in it.
        write: Writes the numbers below the axis.
    """
    rows = Rows.of(coded, labels)
    names = [*rows.lanes, *labels.themes.values()]
    figure, left = sheet(WIDTH, dialogue_height(coded, labels)), EDGE + beside(names)
    width = POINTS * WIDTH - left - OVERHANG
    axes = place_axes(figure, left=left, width=width, above=EDGE)
    end = _draw_marks(axes, coded, labels, rows, COLOURS)
    write_rows(axes, [*rows.lanes.values(), *rows.themes.values()], names)
    write_scale(axes, (0, end), labels.axis, write)
    return figure


def draw_dialogue(
    axes: Axes,
    coded: CodedEdition,
    labels: DialogueLabels,
    *,
    colours: Mapping[str, str] = COLOURS,
) -> None:
    """The same on axes that there are.

    Args:
        axes: What to draw on.
        coded: The coded edition.
        labels: The words in it.
        colours: Perspective → colour.
    """
    rows = Rows.of(coded, labels)
    end = _draw_marks(axes, coded, labels, rows, colours)
    axes.set_yticks(
        [*rows.lanes.values(), *rows.themes.values()],
        [short_label(name) for name in [*rows.lanes, *labels.themes.values()]],
    )
    axes.set_xlabel(labels.axis, color=INK, fontsize=SIZE)
    axes.set_xlim(0, end)
    bare(axes)


def dialogue_height(coded: CodedEdition, labels: DialogueLabels) -> float:
    """Inches that a figure of the dialogue needs."""
    return ROW * Rows.of(coded, labels).end + 0.47


def _bars(coded: CodedEdition) -> list[Bar]:
    held = {speaker.name: speaker.perspective for speaker in coded.edition.speakers}
    said_by = {turn.number: held[turn.speaker] for turn in coded.edition.turns}
    bars, left = [], 0
    for row, tokens in enumerate(token_counts(coded)):
        width, turn = max(tokens, 1), coded.sentences[row].turn
        bars.append(Bar(row=row, left=left, width=width, perspective=said_by[turn]))
        left += width
    return bars


def _draw_marks(
    axes: Axes,
    coded: CodedEdition,
    labels: DialogueLabels,
    rows: Rows,
    colours: Mapping[str, str],
) -> float:
    """All but the text around it; returned is the number of words, at least one."""
    lane_of = {t.number: rows.lanes[t.speaker] for t in coded.edition.turns}
    across, bars = axes.get_yaxis_transform(), _bars(coded)
    axes.hlines(
        [*rows.themes.values()], 0, 1, transform=across, color=MUTED, lw=0.6, zorder=0
    )
    spoken, about = [], []
    signs: list[tuple[str, float, float]] = []
    for bar in bars:
        sentence = coded.sentences[bar.row]
        lane = lane_of[sentence.turn]
        spoken.append((bar, lane))
        found = {code.theme for code in sentence.themes}
        about += [(bar, rows.themes[theme]) for theme in rows.themes if theme in found]
        if said := "".join(ACT_SIGNS[code.act] for code in sentence.acts):
            signs.append((said, bar.left + bar.width / 2, lane))
    _draw_bars(axes, spoken, 0.6, labels, colours)
    _draw_bars(axes, about, 0.7, labels, colours)
    end = bars[-1].left + bars[-1].width if bars else 1.0
    for said, places in _apart(axes, signs, end).items():
        axes.plot(
            [x for x, _ in places],
            [y - 0.42 for _, y in places],
            linestyle="none",
            marker=_sign(said),
            # matplotlib makes a shape as large as that; this leaves it as it is.
            markersize=2 * np.abs(_sign(said).vertices).max(),
            markeredgewidth=0,
            color=INK,
            clip_on=False,
        )
    axes.set_ylim(rows.end, 0)
    return end


def _apart(
    axes: Axes, signs: Sequence[tuple[str, float, float]], end: float
) -> dict[str, list[tuple[float, float]]]:
    """The places of each sign: above its sentence, or right of the sign before it."""
    across = axes.get_window_extent().width * POINTS / axes.figure.dpi
    free: dict[float, float] = {}
    placed: dict[str, list[tuple[float, float]]] = {}
    for said, middle, lane in signs:
        half = (_wide(said) + GAP) / 2 * end / across
        x = max(middle, free.get(lane, 0.0) + half)
        free[lane] = x + half
        placed.setdefault(said, []).append((x, lane))
    return placed


@cache
def _sign(text: str) -> Path:
    """A sign as a shape: all places of one are drawn at once, where text is laid out."""
    shape = TextPath((0, 0), text, prop=SIGN, usetex=False)
    middle = shape.get_extents().width / 2
    return Affine2D().translate(-middle, 0).transform_path(shape)


@cache
def _wide(text: str) -> float:
    """Width of a sign."""
    return float(_sign(text).get_extents().width)


def _draw_bars(
    axes: Axes,
    placed: Sequence[tuple[Bar, float]],
    height: float,
    labels: DialogueLabels,
    colours: Mapping[str, str],
) -> None:
    """Bars around their places on the vertical axis, in one collection."""
    pieces = PolyCollection(
        [
            _corners(bar, place - height / 2, place + height / 2)
            for bar, place in placed
        ],
        facecolors=[colours[bar.perspective] for bar, _ in placed],
        linewidths=0,
        clip_on=False,
    )
    pieces.set_urls([labels.url.get(bar.row) for bar, _ in placed])
    axes.add_collection(pieces)


def _corners(bar: Bar, low: float, high: float) -> list[tuple[float, float]]:
    right = bar.left + bar.width
    return [(bar.left, low), (right, low), (right, high), (bar.left, high)]
