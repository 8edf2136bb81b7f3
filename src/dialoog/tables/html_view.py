"""How a table shows itself in a notebook: with n, unit and note below it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def table_html(
    frame: pd.DataFrame, laid_out: pd.DataFrame, *, is_open: bool, more: int = 0
) -> str:
    """A table that folds: its name, its rows, what was counted; all text escaped.

    Args:
        frame: As its builder gave it, for what stands in `attrs`.
        laid_out: The same, or its first rows, laid out for reading; with the note that
            goes with it.
        is_open: Whether the rows show before one clicks.
        more: How many rows are left out.
    """
    name = escape(str(frame.attrs["table"]).replace("_", " "))
    facts = f"n = {frame.attrs['n']} {frame.attrs['unit']}"
    if more:
        facts += f" · and {more} more rows"
    if laid_out.attrs["note"]:
        facts += f" · {laid_out.attrs['note']}"
    rows = laid_out.to_html(index=False, escape=True, border=0)
    # Notebooks align to the right; cells are escaped, so these tags are the table's.
    for tag in ("th", "td"):
        rows = rows.replace(f"<{tag}>", f'<{tag} style="text-align:left">')
    return (
        f"<details{' open' if is_open else ''}><summary><b>{name}</b></summary>"
        f"{rows}<p><small>{escape(facts)}</small></p></details>"
    )
