"""The page of a comparison: editions side by side, for a reader without the code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dialoog.edition import Perspective
from dialoog.figures.editions import EditionPoint, editions_figure
from dialoog.report.changes import movements, news_by_book
from dialoog.report.recurring import agreed, recurring_books
from dialoog.report.rendering import templates
from dialoog.report.svg import inline_svg
from dialoog.report.wording import Wording, told

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from dialoog.codebook import Claim, Theme
    from dialoog.comparison import Comparison
    from dialoog.comparison.labels import Labels

LATEST = 12
"""Editions shown side by side; with more, the latest."""


def comparison_html(comparison: Comparison, *, lang: str = "nl") -> str:
    """The comparison as one self-contained HTML page.

    The comparison keeps numbers and no texts, so these numbers open no sentences; the
    pages of the editions (`report_html`) do.

    Args:
        comparison: Of any number of editions; of many, the latest are shown in full.
        lang: Language of the page around the data: "nl" or "en".

    Raises:
        UsageError: There is no page in that language.
    """
    words, tables, labels = Wording(lang), comparison.tables(), comparison.labels
    editions = tables["editions"].tail(LATEST)
    figure = _figure(editions, labels, words)
    recurring = recurring_books(
        _records(tables["recurring"]), _records(tables["claims"])
    )
    template = templates().get_template("comparison.html.j2")
    contents = [
        ("edities", "editions-heading"),
        *([("afstand", "distance-heading")] if figure else []),
        ("trends", "trends-heading"),
        ("themas", "comparison-themes-heading"),
        ("stellingen", "recurring-heading"),
        ("nieuw", "news-heading"),
        *([("omgang", "conduct-heading")] if len(tables["conduct"]) else []),
        ("verantwoording", "made-heading"),
    ]
    return template.render(
        t=words,
        contents=contents,
        count=len(tables["editions"]),
        named={edition.name: edition for edition in comparison.editions},
        titles={book: labels.title(book) for book in labels.codebooks()},
        editions=_records(editions),
        figure=figure,
        books=_themes(tables["themes"], editions),
        recurring=recurring,
        agreed=agreed(recurring),
        invented=sum(edition.is_fictional for edition in comparison.editions),
        dates=sorted(e.date for e in comparison.editions if e.date),
        news=news_by_book(_records(tables["news"])),
        trends=movements(_records(tables["trends"])),
        conduct=_records(tables["conduct"]),
        notes=told(words, comparison.notes),
        doubts=_doubts(words, comparison),
        sides=_sides(tables["themes"], editions),
        used=[_used(book, comparison) for book in labels.codebooks()],
        made=comparison.provenance,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedBook:
    """A codebook, and how many editions are coded with it."""

    title: str
    editions: int
    themes: tuple[Theme, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A doubt about one or more editions.

    Attributes:
        lang: Language of the text.
        text: The doubt.
        editions: Titles of those that it is about, at most `LATEST`.
        more: How many there are besides.
    """

    lang: str
    text: str
    editions: tuple[str, ...]
    more: int


def _doubts(words: Wording, comparison: Comparison) -> list[Doubt]:
    """What to beware of in some of the editions, each doubt once."""
    titles: dict[tuple[str, str], list[str]] = {}
    for edition in comparison.editions:
        for doubt in told(words, edition.notes):
            titles.setdefault(doubt, []).append(edition.title or edition.name)
    return [
        Doubt(
            lang=lang,
            text=text,
            editions=tuple(about[:LATEST]),
            more=max(0, len(about) - LATEST),
        )
        for (lang, text), about in titles.items()
    ]


def _used(book: str, comparison: Comparison) -> UsedBook:
    labels = comparison.labels
    return UsedBook(
        title=labels.title(book),
        editions=sum(edition.codebook == book for edition in comparison.editions),
        themes=labels.definitions(book),
        claims=labels.statements(book),
    )


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows, with None for what is missing."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(key): row[key] for key in row} for row in plain.to_dict("records")]


def _figure(editions: pd.DataFrame, labels: Labels, words: Wording) -> Markup | None:
    points = [
        EditionPoint(
            group=labels.title(row["codebook"]),
            label=row["title"] or row["edition"],
            distance=row["distance"],
            expected=row["expected"],
        )
        for row in _records(editions.sort_values("codebook", kind="stable"))
    ]
    if sum(point.distance is not None for point in points) < 2:
        return None
    figure = editions_figure(
        points,
        found=words("distance-found"),
        expected=words("distance-expected"),
        axis=words("distance-axis"),
        write=words.number,
    )
    return inline_svg(
        figure, name="afstand", title=words("distance-alt", n=len(points)), linked=False
    )


def _sides(themes: pd.DataFrame, editions: pd.DataFrame) -> list[str]:
    """The perspectives that have a turn in any of the editions, in the usual order."""
    shown = themes[themes["edition"].isin(editions["edition"])]
    found = set(shown["perspective"])
    return [side.value for side in Perspective if side.value in found]


def _themes(
    themes: pd.DataFrame, editions: pd.DataFrame
) -> list[tuple[str, list[str], list[tuple[str, list[list[dict[str, Any]]]]]]]:
    """Per codebook: its editions, and per theme the cells of each edition."""
    books = []
    for book, rows in themes.groupby("codebook", sort=False):
        names = [e for e in editions["edition"] if e in set(rows["edition"])]
        top = max(float(rows["share"].max()), 0.01)
        lines = []
        for label, of_theme in rows.groupby("label", sort=False):
            cells = _records(of_theme)
            for cell in cells:
                cell["level"] = (cell["share"] or 0.0) / top
            by_edition = [[c for c in cells if c["edition"] == name] for name in names]
            lines.append((str(label), by_edition))
        if names:
            books.append((str(book), names, lines))
    return books
