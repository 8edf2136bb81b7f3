"""TextBuilder: writes the extracted text of a format, with its hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.source.model import Hint, HintKind

if TYPE_CHECKING:
    from collections.abc import Iterable


class TextBuilder:
    """Collects text and remembers where it put what."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._hints: list[Hint] = []
        self._length = 0
        self._last = ""

    @property
    def at(self) -> int:
        """Length of the text so far: where the next characters will stand."""
        return self._length

    @property
    def last(self) -> str:
        """The last character written, or ""."""
        return self._last

    def write(self, text: str) -> tuple[int, int]:
        """Append text; return where it stands."""
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._last = text[-1]
        return start, self._length

    def paragraph(
        self, text: str, *kinds: HintKind, value: str = ""
    ) -> tuple[int, int]:
        """Append a paragraph and a blank line, with hints of `kinds` on it."""
        start, end = self.write(text.strip())
        for kind in kinds:
            self.hint(kind, start, end, value)
        self.write("\n\n")
        return start, end

    def hint(
        self,
        kind: HintKind,
        start: int,
        end: int,
        value: str = "",
        *,
        begin_s: float | None = None,
        end_s: float | None = None,
    ) -> None:
        """Remember a fact about `start` to `end`."""
        hint = Hint(
            kind=kind, start=start, end=end, value=value, begin_s=begin_s, end_s=end_s
        )
        self._hints.append(hint)

    def row(self, cells: Iterable[str], table: str = "") -> None:
        """Append the cells of a row of a table, parted by tabs, with hints on each."""
        start = self._length
        for column, cell in enumerate(cells):
            if column:
                self.write("\t")
            begin, end = self.write(cell.strip())
            if end > begin:
                self.hint(HintKind.CELL, begin, end, str(column))
        self.hint(HintKind.ROW, start, self._length, table)
        self.write("\n\n")

    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def hints(self) -> tuple[Hint, ...]:
        """The hints so far, by start; the widest first."""
        return tuple(sorted(self._hints, key=lambda hint: (hint.start, -hint.end)))
