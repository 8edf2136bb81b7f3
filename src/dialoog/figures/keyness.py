"""The words that set each perspective apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from dialoog.figures.labels import short_label
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED, bare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from dialoog.edition import Perspective

WIDTH = 10.5
ROW = 0.27


@dataclass(frozen=True, slots=True, kw_only=True)
class KeynessPanel:
    """A perspective, its name, and its typical words with their keyness, best first."""

    perspective: Perspective
    name: str
    terms: Sequence[tuple[str, float]]


def keyness_figure(panels: Sequence[KeynessPanel], *, axis: str) -> Figure:
    """A panel per perspective with a stem per word; all on one scale.

    Args:
        panels: From left to right, one at least.
        axis: Below the horizontal axes.
    """
    longest = max(len(panel.terms) for panel in panels)
    figure = Figure(figsize=(WIDTH, ROW * max(longest, 1) + 1.1))
    figure.set_layout_engine("constrained")
    columns = figure.subplots(1, len(panels), sharex=True, squeeze=False)[0]
    for axes, panel in zip(columns, panels, strict=True):
        draw_terms(axes, panel, axis=axis)
        axes.set_ylim(longest - 0.4, -0.6)
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
    colour, places = colours[panel.perspective], range(len(panel.terms))
    values = [value for _, value in panel.terms]
    axes.hlines(places, 0, values, color=MUTED, linewidth=2)
    axes.plot(
        values,
        places,
        linestyle="none",
        marker=MARKERS[panel.perspective],
        markersize=7,
        color=colour,
    )
    axes.set_yticks(places, [short_label(term) for term, _ in panel.terms])
    axes.set_ylim(max(len(panel.terms), 1) - 0.4, -0.6)
    axes.set_xlim(left=0)
    axes.set_xlabel(axis, color=INK, fontsize=10)
    axes.set_title(panel.name, loc="left", color=colour, fontsize=11, fontweight="bold")
    bare(axes)
