"""The words that set each perspective apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D

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
from dialoog.figures.lettering import Labels
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED, SIZE, bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from dialoog.edition import Perspective
    from dialoog.figures.layout import Write

WIDTH = 10.5
ROW = 0.27
TITLE = 17.4
"""Points above the axes."""
TITLE_SIZE = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class KeynessPanel:
    """A perspective, its name, and its typical words with their keyness, best first."""

    perspective: Perspective
    name: str
    terms: Sequence[tuple[str, float]]


def keyness_figure(
    panels: Sequence[KeynessPanel], *, axis: str, write: Write
) -> Figure:
    """A panel per perspective with a stem per word; all on one scale.

    Args:
        panels: From left to right, one at least.
        axis: Below the horizontal axes.
        write: Writes the numbers on them.
    """
    longest = max(len(panel.terms) for panel in panels)
    figure = sheet(WIDTH, ROW * max(longest, 1) + 1.1)
    labels = [beside(term for term, _ in panel.terms) for panel in panels]
    free = POINTS * WIDTH - sum(labels) - 2 * EDGE * len(panels)
    width, left = free / len(panels), EDGE
    top = max((value for panel in panels for _, value in panel.terms), default=0.0)
    end = 1.05 * top or 1
    for room, panel in zip(labels, panels, strict=True):
        left += room
        place = Panel.on(
            figure,
            left=left,
            width=width,
            above=TITLE,
            values=(0, end),
            rows=(-0.6, longest - 0.4),
        )
        left += width + 2 * EDGE
        place.draw(_stems(panel, COLOURS))
        write_rows(place, range(len(panel.terms)), [term for term, _ in panel.terms])
        write_scale(place, ticks_between(0, end), axis, write)
        title = Labels(
            [(place.left, place.top + 2 * EDGE)],
            [panel.name],
            colour=COLOURS[panel.perspective],
            size=TITLE_SIZE,
            weight="bold",
        )
        place.write(title)
    return figure


def draw_terms(
    axes: Axes,
    panel: KeynessPanel,
    *,
    axis: str,
    colours: Mapping[str, str] = COLOURS,
) -> None:
    """One panel: a stem per word, best first.

    Args:
        axes: What to draw on.
        panel: The words.
        axis: Below the horizontal axis.
        colours: Perspective → colour.
    """
    put_on(axes, _stems(panel, colours))
    axes.set_yticks(range(len(panel.terms)), [short_label(t) for t, _ in panel.terms])
    axes.set_ylim(max(len(panel.terms), 1) - 0.4, -0.6)
    axes.set_xlim(left=0)
    axes.set_xlabel(axis, color=INK, fontsize=SIZE)
    axes.set_title(
        panel.name,
        loc="left",
        color=colours[panel.perspective],
        fontsize=TITLE_SIZE,
        fontweight="bold",
    )
    bare(axes)


def _stems(panel: KeynessPanel, colours: Mapping[str, str]) -> list[Artist]:
    values = [value for _, value in panel.terms]
    stems = [((0, place), (value, place)) for place, value in enumerate(values)]
    return [
        strokes(stems, color=MUTED, width=2, zorder=1),
        Line2D(
            values,
            range(len(values)),
            linestyle="none",
            marker=MARKERS[panel.perspective],
            markersize=7,
            color=colours[panel.perspective],
        ),
    ]
