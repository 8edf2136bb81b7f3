"""How much of its talk each perspective spends on each theme."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from matplotlib.ticker import FuncFormatter

from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    POINTS,
    beside,
    place_axes,
    sheet,
    write_legend,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED, SIZE, bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from dialoog.edition import Perspective
    from dialoog.figures.layout import Write

WIDTH = 9.0
ROW = 0.36
NEAR = 0.02
"""Of the axis: marks nearer to each other cover each other."""
DODGE = 0.28
"""Rows by which the second of them stands lower."""
LEGEND = 27.0
"""Points above the axes."""
GRID: dict[str, Any] = {"color": MUTED, "linewidth": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """A theme: its label, and per perspective the share of its sentences (0..1)."""

    label: str
    shares: Mapping[Perspective, float]


def shares_figure(
    rows: Sequence[ShareRow],
    *,
    names: Mapping[Perspective, str],
    axis: str,
    percent: Callable[[float], str],
) -> Figure:
    """A dumbbell per theme: a marker for each perspective, a line between them.

    Args:
        rows: From top to bottom.
        names: Of the perspectives, for the legend; others are not drawn.
        axis: Below the horizontal axis.
        percent: Writes a share as the reader does.
    """
    figure = sheet(WIDTH, shares_height(rows))
    left = EDGE + beside(row.label for row in rows)
    width = POINTS * WIDTH - left - EDGE
    axes = place_axes(figure, left=left, width=width, above=LEGEND)
    marks = _draw_marks(axes, rows, names, COLOURS)
    write_rows(axes, range(len(rows)), [row.label for row in rows])
    top = max((share for row in rows for share in row.shares.values()), default=0.0)
    ticks = write_scale(axes, (-0.01, 1.05 * max(top, 0.01)), axis, _whole(percent))
    axes.vlines(ticks, 0, 1, transform=axes.get_xaxis_transform(), zorder=0.5, **GRID)
    write_legend(figure, marks)
    return figure


def _whole(percent: Callable[[float], str]) -> Write:
    return lambda share, _: percent(share)


def shares_height(rows: Sequence[ShareRow]) -> float:
    """Inches that a figure with these rows needs."""
    return ROW * max(len(rows), 1) + 1.1


def draw_shares(
    axes: Axes,
    rows: Sequence[ShareRow],
    *,
    names: Mapping[Perspective, str],
    axis: str,
    percent: Callable[[float], str],
    colours: Mapping[str, str] = COLOURS,
) -> None:
    """The same on axes that there are, without a legend.

    Args:
        axes: What to draw on.
        rows: From top to bottom.
        names: Of the perspectives, for a legend; others are not drawn.
        axis: Below the horizontal axis.
        percent: Writes a share as the reader does.
        colours: Perspective → colour.
    """
    _draw_marks(axes, rows, names, colours)
    axes.set_yticks(range(len(rows)), [short_label(row.label) for row in rows])
    axes.set_xlim(left=-0.01)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel(axis, color=INK, fontsize=SIZE)
    axes.grid(axis="x", **GRID)
    axes.set_axisbelow(True)
    bare(axes)


def _draw_marks(
    axes: Axes,
    rows: Sequence[ShareRow],
    names: Mapping[Perspective, str],
    colours: Mapping[str, str],
) -> list[Line2D]:
    """The dumbbells; returned are the markers, a line of them per perspective."""
    spans = [
        (place, min(shares), max(shares))
        for place, row in enumerate(rows)
        if (shares := [row.shares[p] for p in names if p in row.shares])
    ]
    places, low, high = zip(*spans, strict=True) if spans else ((), (), ())
    axes.hlines(places, low, high, color=MUTED, linewidth=3)
    top = max((share for row in rows for share in row.shares.values()), default=0.0)
    marks, near = [], NEAR * max(top, 0.01)
    for perspective, name in names.items():
        shown = [
            (row.shares[perspective], place + DODGE * before)
            for place, row in enumerate(rows)
            if perspective in row.shares
            for before in [_before(row, perspective, names, near)]
        ]
        marks += axes.plot(
            [x for x, _ in shown],
            [y for _, y in shown],
            linestyle="none",
            marker=MARKERS[perspective],
            markersize=9,
            color=colours[perspective],
            label=name,
        )
    axes.set_ylim(max(len(rows), 1) - 0.4, -0.6)
    return marks


def _before(
    row: ShareRow, own: Perspective, names: Iterable[Perspective], near: float
) -> int:
    """How many perspectives drawn before stand so near that they would be hidden."""
    earlier = takewhile(lambda other: other is not own, names)
    return sum(
        other in row.shares and abs(row.shares[other] - row.shares[own]) < near
        for other in earlier
    )
