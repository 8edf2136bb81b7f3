"""Numbers that open to exactly the sentences they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of sentences that stands at one place in the page.

    Attributes:
        title: What is counted.
        rows: Of the sentences, in `CodedEdition.sentences`.
        id: Where the number stands; "" for zero, which opens nothing.
        panel: Where its sentences are listed; "" for zero.
    """

    title: str
    rows: tuple[int, ...]
    id: str = ""
    panel: str = ""

    @property
    def value(self) -> int:
        """How many sentences."""
        return len(self.rows)


class Behind:
    """Hands out the numbers of a page."""

    def __init__(self) -> None:
        self._numbers: list[Number] = []

    def number(self, rows: Sequence[int], title: str) -> Number:
        """The number of these sentences, for one place in the page."""
        if not rows:
            return Number(title=title, rows=())
        place = len(self._numbers) + 1
        number = Number(
            title=title, rows=tuple(rows), id=f"getal-{place}", panel=f"zinnen-{place}"
        )
        self._numbers.append(number)
        return number

    @property
    def numbers(self) -> tuple[Number, ...]:
        """All numbers above zero, in the order in which they were handed out."""
        return tuple(self._numbers)
