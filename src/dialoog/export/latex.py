"""The tables as LaTeX, for a paper."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from dialoog.export.model import TableFormat
from dialoog.tables.notes import caption

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from dialoog.export.tables import TableSet

# What pdfLaTeX can set with the T1 fonts and no package for it.
_NOT_SET = re.compile(
    "[^ -~\u00a0-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e"
    "ȘșȚț‐‑–—‘’‚“”„†‡•…‰‹›€™←↑→↓]"
)
# After a line of a table LaTeX takes these for an argument of it.
_TAKEN = re.compile(r"^[\[*]", re.MULTILINE)
NEEDS = "% Needs \\usepackage{booktabs} and \\usepackage[T1]{fontenc}.\n"


def latex(tables: TableSet) -> str:
    """A `table` per table, with `booktabs` rules, all text escaped; doubts as remarks."""
    doubts = [
        f"% warning: {' '.join(note.message.split())} [{note.code}]\n"
        for note in tables.notes
    ]
    parts = [latex_table(frame, name) for name, frame in tables.tables.items()]
    return NEEDS + "".join(doubts) + "\n".join(parts)


def latex_table(frame: pd.DataFrame, name: str) -> str:
    """One table with the label `tab:NAME`, unit, n and note in its caption."""
    title = name.replace("_", " ").capitalize()
    below = _escaped(caption(frame))
    shown = frame.copy()
    for day in frame.select_dtypes("datetime"):
        shown[day] = frame[day].dt.strftime("%Y-%m-%d")
    shown = shown.map(lambda cell: settable(cell) if isinstance(cell, str) else cell)
    text: str = (
        shown.rename(columns=lambda column: _escaped(str(column).replace("_", " ")))
        .style.hide(axis="index")
        .format(escape="latex", precision=2, na_rep="--")
        .to_latex(
            hrules=True,
            caption=(f"{title}. {below}", title),
            label=f"tab:{name}",
            position="htbp",
            column_format="".join(_side(cells) for _, cells in frame.items()),
        )
    )
    return _TAKEN.sub(r"{\g<0>}", text)


def settable(text: str) -> str:
    """Text in which a character that pdfLaTeX cannot set stands by its name.

    Of a letter with marks that the fonts have not, the letter stays; what is not seen
    goes.

    Examples:
        >>> settable("Hoi 😉, Nguyễn ≥ 2")
        'Hoi [winking face], Nguyen [greater-than or equal to] 2'
    """
    whole = unicodedata.normalize("NFC", " ".join(text.split()))
    return _NOT_SET.sub(lambda found: _in_place_of(found.group()), whole)


def _in_place_of(char: str) -> str:
    plain = _NOT_SET.sub("", unicodedata.normalize("NFKD", char))
    if plain.strip() or unicodedata.category(char)[0] in "MC":
        return plain
    return f"[{unicodedata.name(char).lower()}]"


def write_latex(frame: pd.DataFrame, name: str, path: Path) -> None:
    r"""One table in a file of its own, for `\input`."""
    path.write_text(latex_table(frame, name), encoding="utf-8")


def _side(cells: pd.Series[Any]) -> str:
    """Numbers to the right, text to the left."""
    bare = [str(cell).strip("–+-<% ") for cell in cells]
    return "r" if all(not cell or cell[0].isdigit() for cell in bare) else "l"


def _escaped(text: str) -> str:
    text = settable(text)
    for special in "&%$#_{}":
        text = text.replace(special, f"\\{special}")
    return text


FORMAT = TableFormat(suffix=".tex", text=latex, table=write_latex, for_readers=True)
