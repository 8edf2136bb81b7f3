"""The tables as LaTeX, for a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.export.model import TableFormat
from dialoog.tables.notes import caption

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from dialoog.export.tables import TableSet

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
    return text


def write_latex(frame: pd.DataFrame, name: str, path: Path) -> None:
    r"""One table in a file of its own, for `\input`."""
    path.write_text(latex_table(frame, name), encoding="utf-8")


def _side(cells: pd.Series[Any]) -> str:
    """Numbers to the right, text to the left."""
    bare = [str(cell).strip("–+-<% ") for cell in cells]
    return "r" if all(not cell or cell[0].isdigit() for cell in bare) else "l"


def _escaped(text: str) -> str:
    for special in "&%$#_{}":
        text = text.replace(special, f"\\{special}")
    return text


FORMAT = TableFormat(suffix=".tex", text=latex, table=write_latex, for_readers=True)
