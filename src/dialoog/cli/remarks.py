"""Remarks on a codebook, as a person at a terminal or another program reads them."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dialoog.cli.console import console, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dialoog.codebook import Codebook
    from dialoog.coding.remark import Remark


def print_remarks(book: Codebook, remarks: Sequence[Remark]) -> None:
    """Under each theme and claim what is said of it, and last how many of each kind.

    What is said of several terms or wordings stands once, with those below it: terms in
    a row, a line for each wording.
    """
    out = console()
    out.print(Text(f"Remarks on {book.id}", style="bold"))
    for (on_theme, item), on_item in groupby(
        remarks, lambda remark: (remark.is_on_theme, remark.item)
    ):
        kind = "Theme" if on_theme else "Claim"
        label = (book.theme if on_theme else book.claim)(item).label
        out.print(Text(f"\n{kind} {item}: {printable(label)}", style="bold"))
        same: dict[tuple[str, str], list[str]] = {}
        for remark in on_item:
            same.setdefault((remark.code, remark.message), []).append(remark.text)
        for (code, message), texts in same.items():
            said = Text.assemble((code, "bold"), f": {printable(message)}")
            out.print(Padding(said, (0, 0, 0, 2), expand=False))
            quoted = [f"“{printable(text)}”" for text in texts if text]
            for line in [", ".join(quoted)] if on_theme else quoted:
                out.print(Padding(Text(line), (0, 0, 0, 6), expand=False))
    out.print(Text(f"\n{_counted(remarks)}"))


def _counted(remarks: Sequence[Remark]) -> str:
    if not remarks:
        return "No remarks."
    kinds = Counter(remark.code for remark in remarks)
    listed = ", ".join(f"{count} {code}" for code, count in kinds.most_common())
    return f"{len(remarks)} remark{'s' if len(remarks) > 1 else ''}: {listed}."


def print_csv(_: Codebook, remarks: Sequence[Remark]) -> None:
    """A row per remark, as the CSV tables of an analysis."""
    # Not above: only this and JSON need pandas.
    from dialoog.analysis.check import remarks_table
    from dialoog.export.cells import guarded

    rows = guarded(remarks_table(remarks)).to_csv(index=False, lineterminator="\r\n")
    sys.stdout.buffer.write(rows.encode())


def print_json(book: Codebook, remarks: Sequence[Remark]) -> None:
    """One line of JSON."""
    from dialoog.analysis.check import remarks_table
    from dialoog.export import SCHEMA, to_json
    from dialoog.export.records import table_records

    rows = table_records(remarks_table(remarks))
    print(to_json({"schema": SCHEMA, "codebook": book.id, "remarks": rows}))


SHOWN: dict[str, Callable[[Codebook, Sequence[Remark]], None]] = {
    "table": print_remarks,
    "csv": print_csv,
    "json": print_json,
}
"""The formats, by name."""
