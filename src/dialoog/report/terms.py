"""Section: the words that set each perspective apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dialoog.figures import KeynessPanel, keyness_figure
from dialoog.report.svg import inline_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from dialoog.edition import Perspective
    from dialoog.report.behind import Number
    from dialoog.report.scene import Record, Scene

TOP = 12
COLUMNS = ("perspective", "lemma", "count", "rest_count", "z", "per_1000_tokens")
"""Of the table, those that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """A word of a perspective; `keyness` is z, or its rate if there is no comparison."""

    lemma: str
    count: int
    rest: int
    sentences: Number
    keyness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """The most typical words of a perspective, best first."""

    perspective: Perspective
    name: str
    terms: tuple[TermLine, ...]


def term_groups(scene: Scene) -> list[TermGroup]:
    """The words of each perspective on the topic that has any."""
    groups, records = [], scene.records("terms", *COLUMNS)
    for perspective in scene.compared:
        own = (r for r in records if r["perspective"] == perspective)
        lines = tuple(_line(scene, perspective, r) for r in islice(own, TOP))
        if lines:
            name = scene.name_of(perspective)
            groups.append(TermGroup(perspective=perspective, name=name, terms=lines))
    return groups


def _line(scene: Scene, perspective: Perspective, record: Record) -> TermLine:
    lemma = str(record["lemma"])
    title = scene.words(
        "behind-term", term=lemma, perspective=scene.name_of(perspective)
    )
    z = record["z"]
    return TermLine(
        lemma=lemma,
        count=int(record["count"]),
        rest=int(record["rest_count"]),
        sentences=scene.count(title, lemma=lemma, perspective=perspective),
        keyness=float(record["per_1000_tokens"] if z is None else z),
    )


def terms_svg(scene: Scene, groups: Sequence[TermGroup]) -> Markup | None:
    """The typical words as a figure; None if there are none."""
    if not groups:
        return None
    figure = keyness_figure(
        [
            KeynessPanel(
                perspective=group.perspective,
                name=group.name,
                terms=[(line.lemma, line.keyness) for line in group.terms],
            )
            for group in groups
        ],
        axis=scene.words("terms-axis" if len(groups) > 1 else "terms-axis-alone"),
        write=scene.words.number,
    )
    title = scene.words("terms-figure-alt")
    return inline_svg(figure, name="woorden", title=title, linked=False)
