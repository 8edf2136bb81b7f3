"""Colours and markers of the perspectives; never one without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.edition import Perspective

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes

# Okabe and Ito (2008), "Color Universal Design", darkened where the contrast with
# white was below 4.5:1.
COLOURS: Mapping[Perspective, str] = {
    Perspective.ACADEMIC: "#0067a5",
    Perspective.PRACTITIONER: "#b34700",
    Perspective.MODERATOR: "#63666b",
    Perspective.OTHER: "#00734f",
}
MARKERS: Mapping[Perspective, str] = {
    Perspective.ACADEMIC: "o",
    Perspective.PRACTITIONER: "s",
    Perspective.MODERATOR: "D",
    Perspective.OTHER: "^",
}
INK = "#1b1f24"
MUTED = "#c3c8cf"


def bare(axes: Axes) -> None:
    """Leave of the frame only what carries meaning."""
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, colors=INK, labelsize=10)
