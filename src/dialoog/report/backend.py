"""The backend of matplotlib for the page: what figures draw, as SVG of the page."""

from __future__ import annotations

from functools import lru_cache
from itertools import cycle
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from markupsafe import Markup, escape
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path

from dialoog.figures import COLOURS, INK, MUTED
from dialoog.figures.lettering import BEFORE
from dialoog.figures.measuring import text_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text
    from matplotlib.transforms import Transform
    from matplotlib.typing import ColorType
    from numpy.typing import ArrayLike, NDArray

    Floats: TypeAlias = NDArray[np.float64]

# The page's own colours, so that the dark scheme reaches the figures.
VARIABLES = {
    **{colour: f"var(--{perspective})" for perspective, colour in COLOURS.items()},
    INK: "var(--ink)",
    MUTED: "var(--line)",
}
COMMANDS: dict[Any, str] = {
    Path.MOVETO: "M",
    Path.LINETO: "L",
    Path.CURVE3: "Q",
    Path.CURVE4: "C",
}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}


class PageRenderer(RendererBase):
    """Writes what figures of the page have: paths, markers, and text on one line.

    The SVG backend of matplotlib writes a file that stands alone: groups with ids, and
    for every mark its colours, its font, and the window that its link opens in. All of
    that would have to be taken out again. This one knows no clipping, hatching, dashes,
    transparency or images.
    """

    def __init__(self, width: float, height: float, name: str) -> None:
        """An empty sheet, in points; `name` is the prefix of ids."""
        super().__init__()
        self._size, self._name = (width, height), name
        self._written: list[str] = []
        self._look, self._url = "", ""
        self._markers: dict[str, str] = {}

    def markup(self) -> Markup:
        """What has been drawn."""
        self._enter("", "")
        return Markup("".join(self._written))  # noqa: S704 (text is escaped)

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Of the sheet, in points."""
        return self._size

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: object
    ) -> tuple[float, float, float]:
        """Of a text that is no mathematics: nothing on the page is."""
        return text_size(s, prop.get_size_in_points(), prop.get_weight())

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 (matplotlib's name)
    ) -> None:
        """A line, or a shape if it has a face."""
        # A value that is not known is a gap. A clean path ends with a stop.
        clean = path.cleaned(transform, remove_nans=True)
        vertices, codes = np.asarray(clean.vertices), np.asarray(clean.codes)
        drawn = _data(self._flipped(vertices[:-1]), codes[:-1])
        look = _look(rgbFace, gc.get_rgb(), gc.get_linewidth())
        self._write(f'<path d="{drawn}"/>', look, gc.get_url())

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 (matplotlib's name)
    ) -> None:
        """A shape at each of the vertices of a path."""
        shape = np.asarray(marker_trans.transform(marker_path.vertices)) * (1, -1)
        drawn = _data(np.round(shape, 2), marker_path.codes)
        if drawn not in self._markers:
            self._markers[drawn] = f"{self._name}-m{len(self._markers)}"
            self._written.append(
                f'<defs><path id="{self._markers[drawn]}" d="{drawn}"/></defs>'
            )
        places = self._flipped(trans.transform(path.vertices))
        uses = [
            f'<use href="#{self._markers[drawn]}" x="{x:g}" y="{y:g}"/>'
            for x, y in places[~np.isnan(places).any(axis=1)].tolist()
        ]
        look = _look(rgbFace, gc.get_rgb(), gc.get_linewidth())
        self._write("".join(uses), look, gc.get_url())

    def draw_path_collection(
        self,
        gc: GraphicsContextBase,
        master_transform: Transform,
        paths: Any,  # noqa: ANN401 (a list of paths)
        *of_each: Any,  # noqa: ANN401 (ten lists)
        **kwargs: object,
    ) -> None:
        """Paths that stand where they are, each with its colours and its link."""
        if not len(paths):
            # So matplotlib asks which arguments it may give.
            return
        _, _, _, faces, edges, widths, _, _, urls, _ = of_each
        together = np.concatenate([path.vertices for path in paths])
        vertices, first = self._flipped(master_transform.transform(together)), 0
        for path, face, edge, width, url in zip(
            paths,
            *(_again(map(tuple, colours)) for colours in (faces, edges)),
            *(_again(values) for values in (widths, urls)),
            strict=False,
        ):
            last = first + len(path.vertices)
            drawn = _data(vertices[first:last], path.codes)
            self._write(f'<path d="{drawn}"/>', _look(face, edge, width), url)
            first = last

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: object = False,
        mtext: Text | None = None,
    ) -> None:
        """A line of text, held where it is aligned: the page has another font."""
        size, weight = prop.get_size_in_points(), prop.get_weight()
        across = mtext.get_horizontalalignment() if mtext else "left"
        x += BEFORE[across] * text_size(s, size, weight)[0]
        look = f"fill: {_paint(gc.get_rgb())}; font-size: {size:g}px"
        if weight != "normal":
            look += f"; font-weight: {weight}"
        if across != "left":
            look += f"; text-anchor: {ANCHORS[across]}"
        self._write(f'<text x="{x:.5g}" y="{y:.5g}">{escape(s)}</text>', look, None)

    def _flipped(self, points: ArrayLike) -> Floats:
        """Points as SVG has them, from above, to a hundredth."""
        return np.round(np.asarray(points) * (1, -1) + (0, self._size[1]), 2)

    def _write(self, element: str, look: str, url: str | None) -> None:
        self._enter(look, url or "")
        self._written.append(element)

    def _enter(self, look: str, url: str) -> None:
        """What looks the same is in one group, and in it what leads to the same place."""
        if (look, url) == (self._look, self._url):
            return
        if self._url:
            self._written.append("</a>")
        if look != self._look:
            self._written.append("</g>" if self._look else "")
            self._written.append(f'<g style="{look}">' if look else "")
        if url:
            # For the mouse only: the page gives the same links as text.
            self._written.append(
                f'<a href="{escape(url)}" tabindex="-1" aria-hidden="true">'
            )
        self._look, self._url = look, url


def _data(points: Floats, codes: ArrayLike | None) -> str:
    """The `d` of a path; what is drawn as the point before it has no letter."""
    commands = np.asarray(codes).tolist() if codes is not None else []
    written, before = [], None
    for (x, y), code in zip(
        points.tolist(),
        commands or [Path.MOVETO, *[Path.LINETO] * (len(points) - 1)],
        strict=True,
    ):
        if code == Path.CLOSEPOLY:
            written.append("z")
        else:
            letter = " " if code == before else COMMANDS[code]
            written.append(f"{letter}{x:g} {y:g}")
        before = code
    return "".join(written)


@lru_cache(maxsize=256)
def _look(face: Any, edge: Any, width: float) -> str:  # noqa: ANN401 (colours)
    fill = "none" if face is None else _paint(face)
    if edge is None or not width:
        return f"fill: {fill}"
    return f"fill: {fill}; stroke: {_paint(edge)}; stroke-width: {width:g}"


@lru_cache(maxsize=256)
def _paint(colour: Any) -> str:  # noqa: ANN401 (a colour, as matplotlib has it)
    """A colour, as the page has it in light and dark."""
    written = to_hex(colour)
    return VARIABLES.get(written, written)


def _again(values: Iterable[Any]) -> Iterable[Any]:
    """The values again and again; None if there are none."""
    return cycle(list(values) or [None])
