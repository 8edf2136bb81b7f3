"""A matplotlib figure as SVG inside the page."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from markupsafe import Markup

from dialoog.figures.layout import POINTS
from dialoog.report.backend import PageRenderer

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ELEMENT = Markup(
    '<svg class="figure" role="{role}" aria-label="{title}"'
    ' viewBox="0 0 {width:g} {height:g}" style="--width: {width:.0f}">{drawn}</svg>'
)


def inline_svg(figure: Figure, *, name: str, title: str, linked: bool) -> Markup:
    """The figure as an `svg` element; the same figure gives the same text.

    Args:
        figure: Drawn with the colours of `dialoog.figures`.
        name: Prefix of its ids, unique in the page.
        title: Text alternative.
        linked: Whether its marks are links.
    """
    figure.dpi = POINTS
    width, height = POINTS * figure.get_figwidth(), POINTS * figure.get_figheight()
    renderer = PageRenderer(width, height, name)
    with warnings.catch_warnings():
        # The browser has the glyphs that the measuring font lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        figure.draw(renderer)
    return ELEMENT.format(
        role="group" if linked else "img",
        title=title,
        width=width,
        height=height,
        drawn=renderer.markup(),
    )
