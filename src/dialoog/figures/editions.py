"""Editions over time: how far apart the perspectives are in what they talk about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import nan
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D

from dialoog.figures.labels import short_label
from dialoog.figures.layout import (
    EDGE,
    GRID,
    POINTS,
    Panel,
    beside,
    grid,
    put_on,
    sheet,
    ticks_between,
    write_heads,
    write_legend,
    write_rows,
    write_scale,
)
from dialoog.figures.palette import INK, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from dialoog.figures.layout import Write

WIDTH = 9.0
ROW = 0.3
LEGEND = 27.0
"""Points above the axes."""


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
    def ends(self) -> tuple[float, float]:
        """Of the vertical axis."""
        return -0.6, max(self.end, 1) - 0.4

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
    left = EDGE + beside(point.label for point in points)
    panel = Panel.on(
        sheet(WIDTH, editions_height(points)),
        left=left,
        width=POINTS * WIDTH - left - 4 * EDGE,
        above=LEGEND,
        values=(0, 1),
        rows=rows.ends,
    )
    marks, ticks = _marks(rows, found=found, expected=expected), ticks_between(0, 1)
    panel.draw([grid(panel, ticks), *marks])
    write_rows(panel, rows.places, [point.label for point in points])
    write_heads(panel, rows.heads, rows.names)
    write_scale(panel, ticks, axis, write)
    write_legend(panel, marks[1::-1])
    return panel.figure


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
    put_on(axes, _marks(rows, found=found, expected=expected))
    axes.set_ylim(*reversed(rows.ends))
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


def _marks(rows: Rows, *, found: str, expected: str) -> list[Line2D]:
    """A line with its marks per group; the marks of the first group have their names."""
    marks: list[Line2D] = []
    for _, points, places in rows.groups:
        by_chance = Line2D(
            _known(point.expected for point in points),
            places,
            color=INK,
            linestyle="none",
            marker="s",
            # So large that a filled mark in the same place stands inside it.
            markersize=11,
            markerfacecolor="none",
            clip_on=False,
        )
        line = Line2D(
            _known(point.distance for point in points),
            places,
            color=INK,
            marker="o",
            markersize=6,
            clip_on=False,
        )
        marks += [by_chance, line]
    for mark, name in zip(marks, (expected, found), strict=False):
        mark.set_label(name)
    return marks


def _known(values: Iterable[float | None]) -> list[float]:
    """The values, with NaN (a gap in the line) for what is not known."""
    return [nan if value is None else value for value in values]
