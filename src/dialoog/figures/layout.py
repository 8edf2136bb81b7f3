"""Figures of the page: where the axes stand on their sheet, and the text around them.

matplotlib can find margins and ticks by itself, but lays all text out several times to
do so. In a page both are known beforehand: the widest label beside the rows, lines of
one height, ticks on a scale that does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import AutoLocator
from matplotlib.transforms import ScaledTranslation, blended_transform_factory

from dialoog.figures.labels import short_label
from dialoog.figures.measuring import text_size
from dialoog.figures.palette import INK, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

Write: TypeAlias = "Callable[[float, int], str]"
"""Writes a number with so many decimals, as the reader does."""

POINTS = 72
"""Points in an inch; all lengths below are in points."""
EDGE = 3.0
"""Between the edge of the sheet and what is drawn."""
PAD = 3.5
"""Between the axes and a label beside or below them."""
UNDER = 30.5
"""Below the axes: tick labels and the words of the axis."""
# A dollar sign in an edition is money, not mathematics. matplotlib reads the setting
# for it when a text is made, which is before the page draws.
TEXT: dict[str, Any] = {"color": INK, "fontsize": SIZE, "parse_math": False}
"""Of the figure and not of the axes, which clip and measure what is theirs."""


def sheet(width: float, height: float) -> Figure:
    """An empty transparent figure; width and height in inches."""
    return Figure(figsize=(width, height), frameon=False)


def place_axes(figure: Figure, *, left: float, width: float, above: float) -> Axes:
    """Axes without ticks of their own, from `above` below the top down to `UNDER`."""
    across, high = _size(figure)
    axes = figure.add_axes(
        (left / across, UNDER / high, width / across, (high - above - UNDER) / high)
    )
    axes.set_axis_off()
    return axes


def beside(labels: Iterable[str]) -> float:
    """Room that the labels of rows need left of the axes."""
    return max((text_width(short_label(name)) for name in labels), default=0.0) + PAD


def write_rows(axes: Axes, places: Iterable[float], labels: Iterable[str]) -> None:
    """The labels of rows, left of the axes."""
    beside_it = axes.get_yaxis_transform() + _shift(axes, -PAD, 0)
    _write_column(axes, places, labels, {"transform": beside_it, "ha": "right"})


def write_heads(axes: Axes, places: Iterable[float], names: Iterable[str]) -> None:
    """The names of groups of rows, from the left edge of the sheet."""
    edge = _shift(axes, EDGE, 0)
    left = blended_transform_factory(axes.figure.transFigure, axes.transData) + edge
    _write_column(axes, places, names, {"transform": left, "fontweight": "bold"})


def _write_column(
    axes: Axes, places: Iterable[float], names: Iterable[str], style: Mapping[str, Any]
) -> None:
    for place, name in zip(places, names, strict=True):
        axes.figure.text(
            0, place, short_label(name), va="center_baseline", **style, **TEXT
        )


def write_scale(
    axes: Axes,
    limits: tuple[float, float],
    label: str,
    write: Write,
) -> list[float]:
    """The horizontal scale: its limits, tick labels, and what it says; the ticks.

    Args:
        axes: What to write below.
        limits: Ends of the scale.
        label: In the middle, below the ticks.
        write: Writes the numbers at the ticks.
    """
    low, high = limits
    axes.set_xlim(low, high)
    ticks = [t for t in AutoLocator().tick_values(low, high) if low <= t <= high]
    below = axes.get_xaxis_transform() + _shift(axes, 0, -PAD)
    digits = _decimals(ticks)
    for tick in ticks:
        name = write(tick, digits)
        axes.figure.text(tick, 0, name, transform=below, ha="center", va="top", **TEXT)
    under = axes.transAxes + _shift(axes, 0, EDGE - UNDER)
    axes.figure.text(0.5, 0, label, transform=under, ha="center", va="bottom", **TEXT)
    return ticks


def write_legend(figure: Figure, marks: Sequence[Line2D]) -> None:
    """Samples of the markers with their names, on a line in the upper left."""
    across, high = _size(figure)
    left, line = 19.0, 1 - 13 / high
    for mark in marks:
        name = str(mark.get_label())
        sample = Line2D(
            [left / across],
            [line],
            linestyle="none",
            marker=mark.get_marker(),
            markersize=mark.get_markersize(),
            markerfacecolor=mark.get_markerfacecolor(),
            color=mark.get_color(),
            transform=figure.transFigure,
        )
        figure.add_artist(sample)
        beside_it = (left + 18) / across
        figure.text(beside_it, line, name, va="center_baseline", **TEXT)
        left += text_width(name) + 56


def raised(axes: Axes) -> Transform:
    """Coordinates of the axes, so much higher that a title has room."""
    return axes.transAxes + _shift(axes, 0, 2 * EDGE)


def text_width(text: str) -> float:
    """Width of a label."""
    return text_size(text, SIZE)[0]


def _decimals(ticks: Iterable[float]) -> int:
    """How many decimals tell the ticks apart."""
    written = (f"{tick:.6f}".rstrip("0").partition(".")[2] for tick in ticks)
    return max(map(len, written), default=0)


def _size(figure: Figure) -> tuple[float, float]:
    width, height = figure.get_size_inches()
    return POINTS * width, POINTS * height


def _shift(axes: Axes, right: float, up: float) -> ScaledTranslation:
    figure = axes.figure
    return ScaledTranslation(right / POINTS, up / POINTS, figure.dpi_scale_trans)
