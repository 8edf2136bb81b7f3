"""The tables as LaTeX, for a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export.model import Exporter

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.analysis import Analysis


def latex(analysis: Analysis) -> str:
    """A `table` per table, with `booktabs` rules; all text escaped."""
    return "\n".join(
        latex_table(frame, name) for name, frame in analysis.tables().items()
    )


def latex_table(frame: pd.DataFrame, name: str) -> str:
    """One table with a caption and the label `tab:NAME`."""
    text: str = (
        frame.rename(columns=lambda column: str(column).replace("_", " "))
        .style.hide(axis="index")
        .format(escape="latex", precision=2, na_rep="--")
        .to_latex(
            hrules=True,
            caption=name.capitalize(),
            label=f"tab:{name}",
            position="htbp",
        )
    )
    return text


EXPORTER = Exporter(suffix=".tex", text=latex)
