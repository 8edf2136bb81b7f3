"""Views: tables laid out for reading, at most 100 characters wide.

A table is tidy, for analysis; a view is the same, for the eye: perspectives side by
side, numbers as text, rounded, the count beside every share. Views are made from the
tables alone and compute nothing new.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import pandas as pd

from dialoog.measures.contrast import TOO_FEW_TURNS
from dialoog.tables.percent import percent, percent_points

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = "–"
_TERMS = 15


def view(frame: pd.DataFrame) -> pd.DataFrame:
    """A table laid out for reading: text cells, one line per thing.

    Args:
        frame: A table as its builder gave it, all of its rows or some.

    Returns:
        A frame of strings with the `attrs` of the table. The tables of sentences and
        codes are for analysis and come back as text without further layout.
    """
    layout = _LAYOUTS.get(str(frame.attrs.get("table")), _as_text)
    laid_out = layout(frame) if len(frame) else _as_text(frame)
    laid_out.attrs.update(frame.attrs)
    return laid_out


def _perspectives(frame: pd.DataFrame) -> pd.DataFrame:
    shown = frame[["perspective", "speakers", "turns", "sentences", "tokens"]].astype(
        str
    )
    shown["share of talk"] = [_percent(share) for share in frame["share_tokens"]]
    shown["questions"] = frame["questions"].astype(str)
    return shown


def _themes(frame: pd.DataFrame) -> pd.DataFrame:
    return _compared(frame, "label", "theme")


def _claims_compared(frame: pd.DataFrame) -> pd.DataFrame:
    return _compared(frame, "label", "claim")


def _moves_compared(frame: pd.DataFrame) -> pd.DataFrame:
    return _compared(frame, "move", "move")


def _compared(frame: pd.DataFrame, column: str, title: str) -> pd.DataFrame:
    """Per thing the perspectives side by side; differences where there are two."""
    rows = []
    for label, part in frame.groupby(column, sort=False, observed=True):
        row = {title: _shortened(str(label), 34)}
        for _, side in part.iterrows():
            row[side["perspective"]] = (
                f"{side['sentences']} ({_percent(side['share'])})"
            )
        compared = part[part["difference"].notna()]
        if len(compared) == 2:
            first = compared.iloc[0]
            row["difference"] = percent_points(first["difference"])
            row["G²"] = f"{abs(first['g2']):.1f}"
            row["p adj."] = _probability(first)
        else:
            row |= _furthest(compared)
        rows.append(row)
    return pd.DataFrame(rows, dtype="string").fillna(NOTHING)


def _furthest(compared: pd.DataFrame) -> dict[str, str]:
    """With three perspectives or more: the one that differs most from the others."""
    if compared.empty:
        return {}
    most = compared.iloc[int(compared["g2"].abs().to_numpy().argmax())]
    return {
        "difference": f"{percent_points(most['difference'])} {most['perspective']}",
        "G²": f"{abs(most['g2']):.1f}",
        "p adj.": _probability(most),
    }


def _claims(frame: pd.DataFrame) -> pd.DataFrame:
    perspectives = [
        str(perspective)
        for perspective in frame["perspective"].cat.categories
        if (frame["perspective"] == perspective).any()
    ]
    rows = []
    for label, part in frame.groupby("label", sort=False):
        row = {
            "claim": _shortened(str(label), 44),
            "status": str(part["status"].iloc[0]),
        }
        row |= dict.fromkeys(perspectives, NOTHING)
        for perspective, own in part.groupby("perspective", sort=False, observed=True):
            row[str(perspective)] = ", ".join(
                f"{stance} {own[stance].sum()}"
                for stance in ("affirms", "denies", "raises")
                if own[stance].sum()
            )
        rows.append(row)
    return pd.DataFrame(rows, dtype="string")


def _terms(frame: pd.DataFrame) -> pd.DataFrame:
    """The lists of the perspectives beside each other, with count : count elsewhere."""
    columns = {
        str(perspective): _first(
            [
                f"{lemma} ({count}:{rest})"
                for lemma, count, rest in zip(
                    own["lemma"], own["count"], own["rest_count"], strict=True
                )
            ]
        )
        for perspective, own in frame.groupby("perspective", sort=False, observed=True)
    }
    longest = max((len(terms) for terms in columns.values()), default=0)
    padded = {
        name: terms + [""] * (longest - len(terms)) for name, terms in columns.items()
    }
    return pd.DataFrame(padded, dtype="string")


def _first(terms: list[str]) -> list[str]:
    more = len(terms) - _TERMS
    return terms if more <= 0 else [*terms[:_TERMS], f"… and {more} more"]


def _moves(frame: pd.DataFrame) -> pd.DataFrame:
    """How often who makes which move towards whom."""
    counted = (
        frame.assign(other=frame["other"].fillna(NOTHING))
        .groupby(["move", "speaker", "other"], sort=False, observed=True)
        .agg(
            times=("row", "size"),
            turns_between=("after_turns", "median"),
            example=("text", "first"),
        )
        .reset_index()
        .sort_values(["move", "speaker", "other"], kind="stable", ignore_index=True)
    )
    counted["example"] = [_shortened(text, 38) for text in counted["example"]]
    counted["turns_between"] = [
        NOTHING if pd.isna(turns) else f"{turns:g}"
        for turns in counted["turns_between"]
    ]
    return _as_text(counted.rename(columns={"turns_between": "after turns"}))


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    rounded = {
        str(name): [NOTHING if isnan(value) else f"{value:.3f}" for value in column]
        for name, column in frame.select_dtypes("float").items()
    }
    return frame.assign(**rounded).astype("string").fillna(NOTHING)


def _percent(share: float) -> str:
    return NOTHING if isnan(share) else percent(share)


def _probability(row: pd.Series[Any]) -> str:
    """The adjusted p of a row; what nobody mentions was not tested."""
    p = float(row["p_adjusted"])
    if isnan(p):
        return "too few" if row["doubt"] == TOO_FEW_TURNS else NOTHING
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


_LAYOUTS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "perspectives": _perspectives,
    "themes": _themes,
    "claims": _claims,
    "claims_by_perspective": _claims_compared,
    "moves_by_perspective": _moves_compared,
    "terms": _terms,
    "moves": _moves,
}
