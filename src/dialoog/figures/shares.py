"""How much of its talk each perspective spends on each theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from dialoog.figures.labels import short_label
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED, bare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matplotlib.axes import Axes

    from dialoog.edition import Perspective

WIDTH = 9.0
ROW = 0.36


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
    figure = Figure(figsize=(WIDTH, shares_height(rows)))
    figure.set_layout_engine("constrained")
    draw_shares(figure.subplots(), rows, names=names, axis=axis, percent=percent)
    figure.legend(
        loc="outside upper left", ncols=4, frameon=False, labelcolor=INK, fontsize=10
    )
    return figure


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
    for place, row in enumerate(rows):
        shares = [row.shares[p] for p in names if p in row.shares]
        if shares:
            axes.plot([min(shares), max(shares)], [place] * 2, color=MUTED, linewidth=3)
    for perspective, name in names.items():
        points = [(row.shares.get(perspective), y) for y, row in enumerate(rows)]
        shown = [(x, y) for x, y in points if x is not None]
        axes.plot(
            [x for x, _ in shown],
            [y for _, y in shown],
            linestyle="none",
            marker=MARKERS[perspective],
            markersize=9,
            color=colours[perspective],
            label=name,
        )
    axes.set_yticks(range(len(rows)), [short_label(row.label) for row in rows])
    axes.set_ylim(max(len(rows), 1) - 0.4, -0.6)
    axes.set_xlim(left=-0.01)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda share, _: percent(share)))
    axes.set_xlabel(axis, color=INK, fontsize=10)
    axes.grid(axis="x", color=MUTED, linewidth=0.5)
    axes.set_axisbelow(True)
    bare(axes)
