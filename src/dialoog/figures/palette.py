"""Colours and markers of the perspectives; never one without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition import Perspective
from dialoog.edition.colours import COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

__all__ = ["COLOURS", "INK", "MARKERS", "MUTED", "SIZE", "bare"]

MARKERS: Mapping[Perspective, str] = {
    Perspective.ACADEMIC: "o",
    Perspective.PRACTITIONER: "s",
    Perspective.MODERATOR: "D",
    Perspective.OTHER: "^",
}
INK = "#1b1f24"
MUTED = "#c3c8cf"
SIZE = 10
"""Points of all text but titles and signs."""


def bare(axes: Axes) -> None:
    """Leave of the frame only what carries meaning."""
    axes.set_frame_on(False)
    axes.tick_params(length=0, colors=INK, labelsize=SIZE)
