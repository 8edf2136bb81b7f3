"""A matplotlib figure as SVG inside the page: its colours, fonts and ids."""

from __future__ import annotations

import io
import re
import warnings
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG

from dialoog.figures import COLOURS, INK, MUTED
from dialoog.figures.layout import POINTS
from dialoog.figures.measuring import text_size

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
URL = re.compile(r"url\(#([^)]+)\)")
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "dialoog",
    # A dollar sign in an edition is money, not mathematics.
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
}
NO_METADATA = {"Date": None, "Creator": None}
# The page's own colours, so that the dark scheme reaches the figures.
VARIABLES = {
    **{colour: f"var(--{perspective})" for perspective, colour in COLOURS.items()},
    INK: "var(--ink)",
    MUTED: "var(--line)",
}


def inline_svg(figure: Figure, *, name: str, title: str, linked: bool) -> Markup:
    """The figure as an `svg` element; the same figure gives the same text.

    Args:
        figure: Drawn with the colours of `dialoog.figures`.
        name: Prefix of its ids, unique in the page.
        title: Text alternative.
        linked: Whether its marks are links. They are for the mouse only: the page
            gives the same links as text.
    """
    drawn = _drawn(figure)
    root = ET.fromstring(drawn)  # noqa: S314 (made by ourselves)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}style"):
                parent.remove(child)
    _tidy_ids(root, name, set(URL.findall(drawn)))
    for link in root.iter(f"{{{SVG}}}a"):
        link.attrib.pop("target", None)
        link.attrib.update({"tabindex": "-1", "aria-hidden": "true"})
    width = root.attrib.pop("width").removesuffix("pt")
    del root.attrib["height"]
    root.attrib.update(
        {
            "class": "figure",
            "role": "group" if linked else "img",
            "aria-label": title,
            "style": f"--width: {float(width):.0f}",
        }
    )
    ET.register_namespace("", SVG)
    text = ET.tostring(root, encoding="unicode")
    return Markup(_recoloured(text))  # noqa: S704 (serialised, hence escaped)


def _drawn(figure: Figure) -> str:
    out = io.StringIO()
    with mpl.rc_context(SETTINGS), warnings.catch_warnings():
        # The browser has the glyphs that the measuring font lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        # A layout engine measures with the canvas of the figure.
        FigureCanvasSVG(figure)
        figure.dpi = POINTS
        width, height = POINTS * figure.get_size_inches()
        # Not `savefig`, which sets up once more what the figure has already.
        renderer: Any = _Renderer(width, height, out, metadata=NO_METADATA)  # type: ignore[no-untyped-call]
        figure.draw(renderer)
        renderer.finalize()
    return out.getvalue()


class _Renderer(RendererSVG):
    """Draws SVG, and measures a text once."""

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: object
    ) -> tuple[float, float, float]:
        """Of a text that is no mathematics: nothing on the page is."""
        return text_size(s, prop.get_size_in_points(), prop.get_weight())


def _tidy_ids(root: ET.Element, name: str, used: set[str]) -> None:
    """Keep the ids that are used or referred to, with a prefix; drop the rest."""
    hrefs = (f"{{{XLINK}}}href", "href")
    used |= {
        value.removeprefix("#")
        for use in root.iter(f"{{{SVG}}}use")
        if (value := use.get(hrefs[0]) or use.get("href"))
    }
    for element in root.iter():
        if (own := element.attrib.pop("id", None)) in used:
            element.set("id", f"{name}-{own}")
        target = element.attrib.pop(hrefs[0], None) or element.attrib.pop("href", None)
        if target is not None:
            within = target.removeprefix("#") in used
            element.set("href", f"#{name}-{target[1:]}" if within else target)
        for key, value in element.attrib.items():
            if "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{name}-"))


def _recoloured(text: str) -> str:
    for colour, variable in VARIABLES.items():
        text = text.replace(colour, variable)
    text = re.sub(
        r"font: (?:(bold) )?([\d.]+px) [^;\"]*", r"font-weight: \1; font-size: \2", text
    )
    # Since 3.11 matplotlib names the font apart; the figure has that of the page.
    text = re.sub(r"font-family: [^;\"]*; ", "", text)
    return text.replace("font-weight: ; ", "")
