"""How much of its talk each perspective spends on each theme."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    GRID,
    POINTS,
    Panel,
    beside,
    grid,
    put_on,
    round_steps,
    sheet,
    strokes,
    ticks_between,
    write_legend,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED, SIZE, bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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
    left = EDGE + beside(row.label for row in rows)
    panel = Panel.on(
        sheet(WIDTH, shares_height(rows)),
        left=left,
        width=POINTS * WIDTH - left - EDGE,
        above=LEGEND,
        values=(-0.01, 1.05 * max(_top(rows), 0.01)),
        rows=_ends(rows),
    )
    marks, ticks = _marks(rows, names, COLOURS), ticks_between(*panel.values)
    panel.draw([grid(panel, ticks), _spans(rows, names), *marks])
    write_rows(panel, range(len(rows)), [row.label for row in rows])
    write_scale(panel, ticks, axis, _whole(percent))
    write_legend(panel, marks)
    return panel.figure


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
    put_on(axes, [_spans(rows, names), *_marks(rows, names, colours)])
    axes.set_ylim(*reversed(_ends(rows)))
    axes.set_yticks(range(len(rows)), [short_label(row.label) for row in rows])
    axes.set_xlim(left=-0.01)
    axes.xaxis.set_major_locator(round_steps())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel(axis, color=INK, fontsize=SIZE)
    axes.grid(axis="x", **GRID)
    axes.set_axisbelow(True)
    bare(axes)


def _top(rows: Sequence[ShareRow]) -> float:
    return max((share for row in rows for share in row.shares.values()), default=0.0)


def _ends(rows: Sequence[ShareRow]) -> tuple[float, float]:
    """Of the vertical axis, which points down."""
    return -0.6, max(len(rows), 1) - 0.4


def _spans(rows: Sequence[ShareRow], names: Mapping[Perspective, str]) -> Line2D:
    """A line from the least to the largest share of each theme."""
    lines = [
        ((min(shares), place), (max(shares), place))
        for place, row in enumerate(rows)
        if (shares := [row.shares[p] for p in names if p in row.shares])
    ]
    return strokes(lines, color=MUTED, width=3, zorder=1)


def _marks(
    rows: Sequence[ShareRow],
    names: Mapping[Perspective, str],
    colours: Mapping[str, str],
) -> list[Line2D]:
    """The markers at the shares, a line of them per perspective."""
    marks, near = [], NEAR * max(_top(rows), 0.01)
    for perspective, name in names.items():
        shown = [
            (row.shares[perspective], place + DODGE * before)
            for place, row in enumerate(rows)
            if perspective in row.shares
            for before in [_before(row, perspective, names, near)]
        ]
        marks.append(
            Line2D(
                [x for x, _ in shown],
                [y for _, y in shown],
                linestyle="none",
                marker=MARKERS[perspective],
                markersize=9,
                color=colours[perspective],
                label=name,
            )
        )
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
