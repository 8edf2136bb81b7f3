"""Editions over time: how far apart the perspectives are in what they talk about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import nan
from typing import TYPE_CHECKING, Any

from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    POINTS,
    beside,
    place_axes,
    sheet,
    write_heads,
    write_legend,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import INK, MUTED, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from dialoog.figures.layout import Write

WIDTH = 9.0
ROW = 0.3
LEGEND = 27.0
"""Points above the axes."""
GRID: dict[str, Any] = {"color": MUTED, "linewidth": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPoint:
    """An edition: its label, and distance and distance by chance (0..1) if known.

    Only editions of one group (a codebook) can be laid beside each other.
    """

    group: str
    label: str
    distance: float | None
    expected: float | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Where editions and the heads of their groups stand; the axis points down."""

    groups: Sequence[tuple[str, Sequence[EditionPoint], Sequence[int]]]
    heads: Sequence[int]
    end: int

    @classmethod
    def of(cls, points: Sequence[EditionPoint]) -> Rows:
        """A row for each edition, below a row with the name of its group."""
        groups, heads, row = [], [], 0
        for name, members in groupby(points, lambda point: point.group):
            own = list(members)
            heads.append(row)
            groups.append((name, own, range(row + 1, row + 1 + len(own))))
            row += 1 + len(own)
        return cls(groups, heads, row)

    @property
    def names(self) -> list[str]:
        """The names of the groups, from top to bottom."""
        return [name for name, _, _ in self.groups]

    @property
    def places(self) -> list[int]:
        """The rows of the editions, from top to bottom."""
        return [place for _, _, places in self.groups for place in places]


def editions_figure(
    points: Sequence[EditionPoint],
    *,
    found: str,
    expected: str,
    axis: str,
    write: Write,
) -> Figure:
    """A row per edition: the distance found, and as an open mark that of chance.

    A line joins what is found in the editions of one group.

    Args:
        points: By group, within it in the order of time.
        found: Name of the filled marks.
        expected: Name of the open marks.
        axis: Below the horizontal axis.
        write: Writes the numbers below it.
    """
    rows = Rows.of(points)
    figure = sheet(WIDTH, editions_height(points))
    left = EDGE + beside(point.label for point in points)
    width = POINTS * WIDTH - left - 4 * EDGE
    axes = place_axes(figure, left=left, width=width, above=LEGEND)
    marks = _draw_marks(axes, rows, found=found, expected=expected)
    write_rows(axes, rows.places, [point.label for point in points])
    write_heads(axes, rows.heads, rows.names)
    ticks = write_scale(axes, (0, 1), axis, write)
    axes.vlines(ticks, 0, 1, transform=axes.get_xaxis_transform(), zorder=0.5, **GRID)
    write_legend(figure, marks)
    return figure


def editions_height(points: Sequence[EditionPoint]) -> float:
    """Inches that a figure with these editions needs."""
    return ROW * max(Rows.of(points).end, 1) + 0.9


def draw_distances(
    axes: Axes, points: Sequence[EditionPoint], *, found: str, expected: str
) -> None:
    """The same on axes that there are, without a legend.

    Args:
        axes: What to draw on.
        points: By group, within it in the order of time.
        found: Name of the filled marks.
        expected: Name of the open marks.
    """
    rows = Rows.of(points)
    _draw_marks(axes, rows, found=found, expected=expected)
    axes.set_yticks(
        [*rows.places, *rows.heads],
        [short_label(name) for name in [*(p.label for p in points), *rows.names]],
    )
    for label in axes.get_yticklabels()[len(points) :]:
        label.set_fontweight("bold")
    axes.set_xlim(0, 1)
    axes.grid(axis="x", **GRID)
    axes.set_axisbelow(True)
    bare(axes)


def _draw_marks(axes: Axes, rows: Rows, *, found: str, expected: str) -> list[Line2D]:
    """A line with its marks per group; returned is one of each kind of mark."""
    marks: list[Line2D] = []
    for _, points, places in rows.groups:
        chance = _known(point.expected for point in points)
        by_chance = axes.plot(
            chance,
            places,
            color=INK,
            linestyle="none",
            marker="s",
            # So large that a filled mark in the same place stands inside it.
            markersize=11,
            markerfacecolor="none",
            clip_on=False,
        )
        distances = _known(point.distance for point in points)
        line = axes.plot(
            distances, places, color=INK, marker="o", markersize=6, clip_on=False
        )
        marks = marks or [*line, *by_chance]
    for mark, name in zip(marks, (found, expected), strict=False):
        mark.set_label(name)
    axes.set_ylim(max(rows.end, 1) - 0.4, -0.6)
    return marks


def _known(values: Iterable[float | None]) -> list[float]:
    """The values, with NaN (a gap in the line) for what is not known."""
    return [nan if value is None else value for value in values]
