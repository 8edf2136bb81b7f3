"""Section: what the talk was about, per perspective."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.figures import ShareRow, shares_figure
from dialoog.measures.contrast import NOBODY_TO_COMPARE, TOO_FEW_TURNS
from dialoog.report.svg import inline_svg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from dialoog.codebook import Theme
    from dialoog.edition import Perspective
    from dialoog.report.behind import Number
    from dialoog.report.scene import Record, Scene

SIGNIFICANT = 0.05
COLUMNS = (
    "theme",
    "perspective",
    "share",
    "share_low",
    "share_high",
    "difference",
    "p_adjusted",
    "doubt",
)
"""Of the table, those that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCell:
    """A perspective on a theme; `share` of its sentences with its 95 % interval.

    `level` is the share on a scale of 0..1 on which 1 is the largest of the table.
    """

    perspective: Perspective
    number: Number
    share: float
    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme: who talks about it, and whether the perspectives differ on it."""

    id: str
    label: str
    definition: str
    cells: tuple[ThemeCell, ...]
    all: Number
    verdict: str


def theme_lines(scene: Scene) -> list[ThemeLine]:
    """A line per theme that is mentioned, the most mentioned first."""
    by_theme: dict[str, dict[str, Record]] = {}
    shares = [0.01]
    for record in scene.records("themes", *COLUMNS):
        by_theme.setdefault(record["theme"], {})[record["perspective"]] = record
        shares.append(record["share"] or 0.0)
    lines = [
        _line(scene, theme, by_theme.get(theme.id, {}), max(shares))
        for theme in scene.coded.codebook.themes
    ]
    return sorted((x for x in lines if x.all.value), key=lambda x: -x.all.value)


def _line(
    scene: Scene, theme: Theme, records: Mapping[str, Record], top: float
) -> ThemeLine:
    cells = []
    for perspective in scene.perspectives:
        record, name = records[perspective.value], scene.name_of(perspective)
        title = scene.words("behind-theme-of", theme=theme.label, perspective=name)
        share = record["share"] or 0.0
        cells.append(
            ThemeCell(
                perspective=perspective,
                number=scene.count(title, theme=theme.id, perspective=perspective),
                share=share,
                low=record["share_low"],
                high=record["share_high"],
                level=share / top,
            )
        )
    return ThemeLine(
        id=theme.id,
        label=theme.label,
        definition=theme.definition,
        cells=tuple(cells),
        all=scene.count(scene.words("behind-theme", theme=theme.label), theme=theme.id),
        verdict=_verdict(scene, [records[p.value] for p in scene.compared]),
    )


def _verdict(scene: Scene, records: Sequence[Record]) -> str:
    doubts = {record["doubt"] for record in records}
    if NOBODY_TO_COMPARE in doubts or not records:
        return scene.words("verdict-nobody")
    if TOO_FEW_TURNS in doubts:
        return scene.words("verdict-too-few")
    more = [
        scene.name_of(str(record["perspective"]))
        for record in records
        if record["p_adjusted"] is not None
        and record["p_adjusted"] < SIGNIFICANT
        and record["difference"] > 0
    ]
    if more:
        return scene.words("verdict-more", perspectives=", ".join(more))
    return scene.words("verdict-none")


def themes_svg(scene: Scene, lines: Sequence[ThemeLine]) -> Markup | None:
    """The shares per theme as a figure; None without anything to show."""
    if not lines or not scene.compared:
        return None
    figure = shares_figure(
        [
            ShareRow(
                label=line.label,
                shares={cell.perspective: cell.share for cell in line.cells},
            )
            for line in lines
        ],
        names={p: scene.name_of(p) for p in scene.compared},
        axis=scene.words("themes-axis"),
        percent=scene.words.percent,
    )
    title = scene.words("themes-figure-alt", n=len(lines))
    return inline_svg(figure, name="themas", title=title, linked=False)
