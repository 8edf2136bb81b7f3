"""Figures of the page: where a panel stands on its sheet, and the text around it.

matplotlib's `Axes` find margins and ticks by themselves, which takes them longer than
all that is drawn in them. In a page both are known beforehand: the widest label beside
the rows, lines of one height, ticks on a scale that does not change. So here marks and
text are put on the figure itself. Lengths are in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, TypeAlias

from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Affine2D

from dialoog.figures.labels import short_label
from dialoog.figures.lettering import Labels
from dialoog.figures.measuring import text_size
from dialoog.figures.palette import MUTED, SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

Write: TypeAlias = "Callable[[float, int], str]"
"""Writes a number with so many decimals, as the reader does."""

POINTS = 72
"""Points in an inch."""
EDGE = 3.0
"""Between the edge of the sheet and what is drawn."""
PAD = 3.5
"""Between the panel and a label beside or below it."""
UNDER = 30.5
"""Below the panel: tick labels and the words of the scale."""
GRID: dict[str, Any] = {"color": MUTED, "linewidth": 0.5}


def sheet(width: float, height: float) -> Figure:
    """An empty transparent figure; width and height in inches."""
    return Figure(figsize=(width, height), frameon=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rectangle of a sheet with its scales: values to the right, rows downwards.

    Attributes:
        figure: The sheet.
        left, right: Ends of the panel, from the left of the sheet.
        top: From the bottom of the sheet; the panel reaches down to `UNDER`.
        values: At the left and the right.
        rows: At the top and the bottom.
    """

    figure: Figure
    left: float
    right: float
    top: float
    values: tuple[float, float]
    rows: tuple[float, float]

    @classmethod
    def on(
        cls,
        figure: Figure,
        *,
        left: float,
        width: float,
        above: float,
        values: tuple[float, float],
        rows: tuple[float, float],
    ) -> Panel:
        """The panel from `above` below the top of a sheet down to `UNDER`."""
        top = POINTS * figure.get_figheight() - above
        return cls(
            figure=figure,
            left=left,
            right=left + width,
            top=top,
            values=values,
            rows=rows,
        )

    def x(self, value: float) -> float:
        """Where a value stands."""
        low, high = self.values
        return self.left + (self.right - self.left) * (value - low) / (high - low)

    def y(self, row: float) -> float:
        """Where a row stands."""
        first, last = self.rows
        return self.top - (self.top - UNDER) * (row - first) / (last - first)

    def draw(self, marks: Iterable[Artist]) -> None:
        """Put marks on the sheet whose places are values and rows."""
        across, down = self.x(1) - self.x(0), self.y(1) - self.y(0)
        scales = Affine2D.from_values(across, 0, 0, down, self.x(0), self.y(0))
        self._put(marks, scales + _points(self.figure))

    def write(self, *labels: Labels) -> None:
        """Put text on the sheet whose places are in points."""
        self._put(labels, _points(self.figure))

    def _put(self, artists: Iterable[Artist], transform: Transform) -> None:
        for artist in artists:
            artist.set_transform(transform)
            self.figure.add_artist(artist)


def put_on(axes: Axes, marks: Iterable[Artist]) -> None:
    """Put the same marks on axes, which find their limits by them."""
    for mark in marks:
        if isinstance(mark, Line2D):
            axes.add_line(mark)
        elif isinstance(mark, Collection):
            axes.add_collection(mark)
    axes.autoscale_view()


def beside(labels: Iterable[str]) -> float:
    """Room that the labels of rows need left of the panel."""
    return max((text_width(short_label(name)) for name in labels), default=0.0) + PAD


def write_rows(panel: Panel, rows: Iterable[float], labels: Iterable[str]) -> None:
    """The labels of rows, left of the panel."""
    places = [(panel.left - PAD, panel.y(row)) for row in rows]
    names = [short_label(label) for label in labels]
    panel.write(Labels(places, names, across="right", along="middle"))


def write_heads(panel: Panel, rows: Iterable[float], names: Iterable[str]) -> None:
    """The names of groups of rows, from the left edge of the sheet."""
    places = [(EDGE, panel.y(row)) for row in rows]
    heads = [short_label(name) for name in names]
    panel.write(Labels(places, heads, along="middle", weight="bold"))


def write_scale(panel: Panel, ticks: Sequence[float], label: str, write: Write) -> None:
    """The horizontal scale: tick labels, and what it says.

    Args:
        panel: What to write below.
        ticks: The values that are named.
        label: In the middle, below the ticks.
        write: Writes the numbers at the ticks.
    """
    places = [(panel.x(tick), UNDER - PAD) for tick in ticks]
    digits = _decimals(ticks)
    numbers = [write(tick, digits) for tick in ticks]
    middle = (panel.left + panel.right) / 2
    panel.write(
        Labels(places, numbers, across="center", along="top"),
        Labels([(middle, EDGE)], [label], across="center", along="bottom"),
    )


def ticks_between(low: float, high: float) -> list[float]:
    """Round numbers on a scale."""
    return [t for t in round_steps().tick_values(low, high) if low <= t <= high]


def round_steps() -> MaxNLocator:
    """Ticks of one digit: of steps of 2.5 % whole per cents would say 3 % and 8 %."""
    return MaxNLocator(nbins=9, steps=[1, 2, 5, 10])


def grid(panel: Panel, ticks: Iterable[float]) -> Line2D:
    """A line from top to bottom at each tick."""
    first, last = panel.rows
    lines = [((tick, first), (tick, last)) for tick in ticks]
    return strokes(lines, color=MUTED, width=GRID["linewidth"], zorder=0.5)


def strokes(
    lines: Iterable[tuple[tuple[float, float], tuple[float, float]]],
    *,
    color: str,
    width: float,
    zorder: float,
) -> Line2D:
    """Straight lines as one that has gaps, which costs less than a collection.

    Args:
        lines: Each from one point to another.
        color: Of all of them.
        width: Of all of them, in points.
        zorder: As in matplotlib: what is drawn first is lowest.
    """
    points = [point for line in lines for point in (*line, (nan, nan))]
    x, y = zip(*points, strict=True) if points else ((), ())
    return Line2D(
        x, y, color=color, linewidth=width, zorder=zorder, solid_capstyle="butt"
    )


def write_legend(panel: Panel, marks: Sequence[Line2D]) -> None:
    """Samples of the markers with their names, on a line in the upper left."""
    left, line = 19.0, POINTS * panel.figure.get_figheight() - 13
    names, places = [str(mark.get_label()) for mark in marks], []
    for mark, name in zip(marks, names, strict=True):
        sample = Line2D(
            [left],
            [line],
            linestyle="none",
            marker=mark.get_marker(),
            markersize=mark.get_markersize(),
            markerfacecolor=mark.get_markerfacecolor(),
            color=mark.get_color(),
            transform=_points(panel.figure),
        )
        panel.figure.add_artist(sample)
        places.append((left + 18, line))
        left += text_width(name) + 56
    panel.write(Labels(places, names, along="middle"))


def text_width(text: str) -> float:
    """Width of a label."""
    return text_size(text, SIZE)[0]


def _points(figure: Figure) -> Transform:
    return Affine2D().scale(1 / POINTS) + figure.dpi_scale_trans


def _decimals(ticks: Iterable[float]) -> int:
    """How many decimals tell the ticks apart."""
    written = (f"{tick:.6f}".rstrip("0").partition(".")[2] for tick in ticks)
    return max(map(len, written), default=0)
