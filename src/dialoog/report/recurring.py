"""Section of a comparison: claims that come back in several editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dialoog.edition import Perspective
from dialoog.measures.positions import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialoog.report.scene import Record

SIDES = (Perspective.ACADEMIC, Perspective.PRACTITIONER)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringClaim:
    """A claim that several editions mention.

    Attributes:
        label: Of the claim.
        editions: How many mention it.
        sides: Of academics and of practitioners: in how many editions each position.
        both: Names of the editions in which both affirm it.
    """

    label: str
    editions: int
    sides: tuple[Mapping[str, int], ...]
    both: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringBook:
    """The claims of one codebook, the most mentioned first.

    Attributes:
        book: Id of the codebook.
        editions: How many editions it has, at least two.
        claims: Those that come back.
        once: Labels of those that one edition mentions.
    """

    book: str
    editions: int
    claims: tuple[RecurringClaim, ...]
    once: tuple[str, ...]


def recurring_books(
    recurring: Iterable[Record], claims: Iterable[Record]
) -> list[RecurringBook]:
    """Per codebook of which claims can recur.

    Args:
        recurring: Rows of the table of claims that recur.
        claims: Rows of the table of claims by edition and perspective.
    """
    taken: dict[tuple[str, str], list[Record]] = {}
    for row in claims:
        taken.setdefault((row["codebook"], row["claim"]), []).append(row)
    books = []
    for book, grouped in groupby(recurring, lambda row: row["codebook"]):
        rows = list(grouped)
        books.append(
            RecurringBook(
                book=book,
                editions=rows[0]["of_editions"],
                claims=tuple(
                    _claim(row, taken[book, row["claim"]])
                    for row in rows
                    if row["editions"] > 1
                ),
                once=tuple(row["label"] for row in rows if row["editions"] == 1),
            )
        )
    return books


def agreed(
    books: Iterable[RecurringBook],
) -> list[tuple[RecurringBook, list[RecurringClaim]]]:
    """Per codebook the claims that both affirm in most editions, if there are any."""
    best = []
    for book in books:
        most = max((len(claim.both) for claim in book.claims), default=0)
        if most:
            best.append((book, [c for c in book.claims if len(c.both) == most]))
    return best


def _claim(row: Record, taken: list[Record]) -> RecurringClaim:
    of_side = [[r for r in taken if r["perspective"] == side] for side in SIDES]
    affirming = [
        {r["edition"] for r in own if r["position"] == Position.AFFIRMS}
        for own in of_side
    ]
    in_order = dict.fromkeys(r["edition"] for r in taken)
    return RecurringClaim(
        label=row["label"],
        editions=row["editions"],
        sides=tuple(_positions(own) for own in of_side),
        both=tuple(e for e in in_order if all(e in side for side in affirming)),
    )


def _positions(rows: list[Record]) -> dict[str, int]:
    """Editions by position, in the usual order; positions nobody takes left out."""
    counted = Counter(row["position"] for row in rows)
    return {p.value: counted[p.value] for p in Position if counted[p.value]}
