"""Text of a figure in bulk: one artist for all that is written in one style."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.text import Text

from dialoog.figures.measuring import font, text_size
from dialoog.figures.palette import INK, SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.backend_bases import RendererBase

Across = Literal["left", "center", "right"]
Along = Literal["top", "middle", "baseline", "bottom"]

BEFORE: dict[str, float] = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a text stands before its place."""


class Labels(Artist):
    """Texts of one style, each at a place of its own.

    matplotlib's `Text` resolves its font, lays out its lines and measures itself for
    every label; here that is done once for all of them. Texts have one line and no
    mathematics: a dollar sign in an edition is money.
    """

    zorder = 3

    def __init__(
        self,
        places: Sequence[tuple[float, float]],
        texts: Sequence[str],
        *,
        across: Across = "left",
        along: Along = "baseline",
        colour: str = INK,
        size: float = SIZE,
        weight: str = "normal",
    ) -> None:
        """Labels at places in the coordinates that the transform of the artist takes.

        Args:
            places: Of the texts, in their order.
            texts: What is written there.
            across: Which part of the text stands at its place.
            along: Which part of the line; lines of one size are of one height.
            colour: Of the letters.
            size: In points.
            weight: `normal` or `bold`.
        """
        super().__init__()
        self.texts = tuple(texts)
        self._places = np.array(places, float).reshape(-1, 2)
        self._across, self._colour = across, colour
        self._font = font(size, weight)
        _, height, descent = text_size("lp", size, weight)
        ascent = height - descent
        # From the place up to the line on which the letters stand.
        self._up = {
            "top": -ascent,
            "middle": -ascent / 2,
            "baseline": 0.0,
            "bottom": descent,
        }[along]

    def draw(self, renderer: RendererBase) -> None:
        """Write each text."""
        if not self.get_visible():
            return
        gc = renderer.new_gc()
        gc.set_foreground(self._colour)
        point = float(np.asarray(renderer.points_to_pixels(1.0)))
        size, weight = self._font.get_size_in_points(), self._font.get_weight()
        _, high = renderer.get_canvas_width_height()
        sample = _sample(self._across)
        places = np.asarray(self.get_transform().transform(self._places)).tolist()
        for (x, y), text in zip(places, self.texts, strict=True):
            y += point * self._up
            sample.set_position((x, y))
            left = x - BEFORE[self._across] * point * text_size(text, size, weight)[0]
            line = high - y if renderer.flipy() else y
            renderer.draw_text(gc, left, line, text, self._font, 0, mtext=sample)
        gc.restore()
        self.stale = False


@cache
def _sample(across: Across) -> Text:
    """What a renderer asks where a text stands and how it is aligned."""
    return Text(ha=across, parse_math=False)
