"""Editions over time: how far apart the perspectives are in what they talk about."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from dialoog.figures.labels import short_label
from dialoog.figures.layout import sheet
from dialoog.figures.palette import INK, MUTED, SIZE, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 10.5
HEIGHT = 3.6


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPoint:
    """An edition: its label, and distance and distance by chance (0..1) if known."""

    label: str
    distance: float | None
    expected: float | None


def editions_figure(
    points: Sequence[EditionPoint], *, found: str, expected: str
) -> Figure:
    """The distance found as a line, the one that chance gives as open marks.

    Args:
        points: In the order of time.
        found: Name of the line.
        expected: Name of the open marks.
    """
    figure = sheet(WIDTH, HEIGHT)
    figure.set_layout_engine("constrained")
    draw_distances(figure.subplots(), points, found=found, expected=expected)
    figure.legend(
        loc="outside upper left", ncols=2, frameon=False, labelcolor=INK, fontsize=SIZE
    )
    return figure


def draw_distances(
    axes: Axes, points: Sequence[EditionPoint], *, found: str, expected: str
) -> None:
    """The same on axes that there are, without a legend."""
    places = range(len(points))
    axes.plot(
        places, _known(p.distance for p in points), color=INK, marker="o", label=found
    )
    axes.plot(
        places,
        _known(p.expected for p in points),
        color=INK,
        linestyle="none",
        marker="s",
        markerfacecolor="none",
        label=expected,
    )
    axes.set_xticks(
        range(len(points)),
        [short_label(p.label) for p in points],
        rotation=30,
        ha="right",
    )
    axes.set_ylim(0, 1)
    axes.grid(axis="y", color=MUTED, linewidth=0.5)
    bare(axes)


def _known(values: Iterable[float | None]) -> list[float]:
    """The values, with NaN (a gap in the line) for what is not known."""
    return [nan if value is None else value for value in values]
