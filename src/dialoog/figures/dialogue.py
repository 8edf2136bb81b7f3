"""The dialogue from left to right: who speaks, and which themes come by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from dialoog.coding import Act
from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    POINTS,
    Panel,
    beside,
    put_on,
    sheet,
    strokes,
    ticks_between,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import COLOURS, INK, MUTED, SIZE, bare
from dialoog.measures.words import token_counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path

    from dialoog.coding import CodedEdition
    from dialoog.figures.layout import Write

WIDTH = 10.5
"""Inches; the row of a theme is `ROW` high."""
ROW = 0.31
LANE = 1.4
"""Rows from one speaker to the next, with room for signs above the bars."""
LANE_BAR, THEME_BAR = 0.3, 0.35
"""Half of the height of a bar, in rows."""
CORNERS = [[0, 2], [1, 2], [1, 3], [0, 3]]
"""Of a bar of which left and right, top and bottom are given."""
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
    left, end = EDGE + beside(names), _words(coded)
    panel = Panel.on(
        sheet(WIDTH, dialogue_height(coded, labels)),
        left=left,
        width=POINTS * WIDTH - left - OVERHANG,
        above=EDGE,
        values=(0, end),
        rows=(0, rows.end),
    )
    across = panel.right - panel.left
    panel.draw(_marks(coded, labels, rows, COLOURS, across))
    write_rows(panel, [*rows.lanes.values(), *rows.themes.values()], names)
    write_scale(panel, ticks_between(0, end), labels.axis, write)
    return panel.figure


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
    across = axes.get_window_extent().width * POINTS / axes.figure.dpi
    put_on(axes, _marks(coded, labels, rows, colours, across))
    axes.set_yticks(
        [*rows.lanes.values(), *rows.themes.values()],
        [short_label(name) for name in [*rows.lanes, *labels.themes.values()]],
    )
    axes.set_xlabel(labels.axis, color=INK, fontsize=SIZE)
    axes.set_xlim(0, _words(coded))
    axes.set_ylim(rows.end, 0)
    bare(axes)


def dialogue_height(coded: CodedEdition, labels: DialogueLabels) -> float:
    """Inches that a figure of the dialogue needs."""
    return ROW * Rows.of(coded, labels).end + 0.47


def _words(coded: CodedEdition) -> float:
    """The number of words, at least one: the end of the horizontal axis."""
    return float(max(sum(max(tokens, 1) for tokens in token_counts(coded)), 1))


def _marks(
    coded: CodedEdition,
    labels: DialogueLabels,
    rows: Rows,
    colours: Mapping[str, str],
    across: float,
) -> list[Artist]:
    """All but the text around it; `across` is the width of the axes in points."""
    held = {speaker.name: speaker.perspective for speaker in coded.edition.speakers}
    said_by = {turn.number: turn.speaker for turn in coded.edition.turns}
    end, left = _words(coded), 0.0
    bars: list[tuple[float, float, float, float]] = []
    faces, urls = [], []
    signs: list[tuple[str, float, float]] = []
    for row, tokens in enumerate(token_counts(coded)):
        sentence, width = coded.sentences[row], max(tokens, 1)
        speaker = said_by[sentence.turn]
        lane, right = rows.lanes[speaker], left + width
        found = {code.theme for code in sentence.themes}
        about = [place for theme, place in rows.themes.items() if theme in found]
        bars.append((left, right, lane - LANE_BAR, lane + LANE_BAR))
        bars += [(left, right, y - THEME_BAR, y + THEME_BAR) for y in about]
        faces += [colours[held[speaker]]] * (1 + len(about))
        urls += [labels.url.get(row)] * (1 + len(about))
        if said := "".join(ACT_SIGNS[code.act] for code in sentence.acts):
            signs.append((said, left + width / 2, lane))
        left = right
    lines = [((0, place), (end, place)) for place in rows.themes.values()]
    # One array, which the type stubs do not know: of lists matplotlib makes one each.
    corners: Any = np.array(bars).reshape(-1, 4)[:, CORNERS]
    return [
        strokes(lines, color=MUTED, width=0.6, zorder=0),
        PolyCollection(
            corners,
            facecolors=faces,
            linewidths=0,
            urls=urls,
            clip_on=False,
        ),
        *(
            _sign_marks(said, places)
            for said, places in _apart(signs, end / across).items()
        ),
    ]


def _sign_marks(said: str, places: Sequence[tuple[float, float]]) -> Line2D:
    """A sign above each place in a lane."""
    return Line2D(
        [x for x, _ in places],
        [lane - 0.42 for _, lane in places],
        linestyle="none",
        marker=_sign(said),
        # matplotlib makes a shape as large as that; this leaves it as it is.
        markersize=2 * np.abs(_sign(said).vertices).max(),
        markeredgewidth=0,
        color=INK,
        clip_on=False,
    )


def _apart(
    signs: Sequence[tuple[str, float, float]], words_a_point: float
) -> dict[str, list[tuple[float, float]]]:
    """The places of each sign: above its sentence, or right of the sign before it."""
    free: dict[float, float] = {}
    placed: dict[str, list[tuple[float, float]]] = {}
    for said, middle, lane in signs:
        half = (_wide(said) + GAP) / 2 * words_a_point
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
