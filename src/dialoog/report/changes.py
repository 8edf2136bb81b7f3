"""Sections of a comparison: what moved over time, and what is new in the latest."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.report.scene import Record

MOVED = ("closer", "apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What moved between the editions of one codebook.

    Attributes:
        book: Id of the codebook.
        is_tested: Whether there are editions enough to see any movement.
        moved: The rows of the table that did.
    """

    book: str
    is_tested: bool
    moved: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new in the latest edition of one codebook.

    Attributes:
        book: Id of the codebook.
        edition: Name of that edition.
        sides: Perspective → its rows of the table.
    """

    book: str
    edition: str
    sides: tuple[tuple[str, tuple[Record, ...]], ...]


def movements(trends: Iterable[Record]) -> list[Movement]:
    """Per codebook, in the order of the table."""
    return [
        Movement(
            book=book,
            is_tested=any(row["p"] is not None for row in rows),
            moved=tuple(row for row in rows if row["direction"] in MOVED),
        )
        for book, rows in _grouped(trends, "codebook")
    ]


def news_by_book(news: Iterable[Record]) -> list[News]:
    """Per codebook that has news, in the order of the table."""
    return [
        News(
            book=book,
            edition=rows[0]["edition"],
            sides=tuple(_grouped(rows, "perspective")),
        )
        for book, rows in _grouped(news, "codebook")
    ]


def _grouped(
    rows: Iterable[Record], column: str
) -> list[tuple[str, tuple[Record, ...]]]:
    """The rows that follow each other with the same value."""
    return [(key, tuple(own)) for key, own in groupby(rows, lambda row: row[column])]
