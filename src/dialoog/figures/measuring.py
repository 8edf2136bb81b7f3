"""How large text is, as the font has it that figures of the page are measured with."""

from __future__ import annotations

import warnings
from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path


@lru_cache(maxsize=16)
def font(size: float, weight: str | int = "normal") -> FontProperties:
    """The font in a size, in points."""
    return FontProperties(family="DejaVu Sans", size=size, weight=weight)


@lru_cache(maxsize=4096)
def text_size(
    text: str, size: float, weight: str | int = "normal"
) -> tuple[float, float, float]:
    """Width, height and descent of a line, in points.

    Measuring is most of what it costs to draw text, and the labels of themes,
    speakers and scales come back within a page and from page to page.
    """
    with warnings.catch_warnings():
        # What the font lacks is as large as its sign for a missing glyph.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        width, height, descent = text_to_path.get_text_width_height_descent(
            text, font(size, weight), ismath=False
        )
    return float(width), float(height), float(descent)
