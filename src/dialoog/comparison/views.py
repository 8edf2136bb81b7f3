"""Views of a comparison: its tables laid out for reading."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING = "–"
INVENTED_SIGN = "*"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "editions": (
        "edition",
        "date",
        "turns",
        "shared",
        "differs",
        "alone",
        "distance",
        "expected",
        "p",
    ),
    "news": ("edition", "perspective", "label", "what", "before", "now"),
    "recurring": ("label", "editions", "of_editions", "shared", "differs", "held by"),
    "trends": (
        "codebook",
        "measure",
        "label",
        "editions",
        "slope",
        "p_adjusted",
        "direction",
    ),
    "themes": ("edition", "label", "perspective", "sentences", "share"),
    "claims": ("label", "edition", "status", "perspective", "position"),
    "conduct": (
        "measure",
        "editions",
        "academic",
        "practitioner",
        "difference",
        "interval",
        "p_adjusted",
    ),
    "talk": ("edition", "perspective", "measure", "count", "of", "share"),
    "similar": ("edition", "other", "words", "themes"),
}
"""The columns a reader needs; the tables have the others."""

KEYS: Mapping[str, int] = {
    "news": 3,
    "trends": 3,
    "themes": 3,
    "claims": 2,
    "talk": 3,
    "similar": 2,
}
"""How many of the first columns say what a row is about, where it is not one."""

_HEADERS = {"p_adjusted": "p adj.", "of_editions": "of"}
_LEGENDS = {
    "editions": f"{INVENTED_SIGN}: invented, not to be quoted.",
    "recurring": "Held by: editions in which A (academics), P (practitioners) or O "
    "(others) affirm (+) and deny (-) the claim.",
}
_WIDTHS = {"edition": 28, "other": 28, "label": 32, "codebook": 18}


def comparison_view(frame: pd.DataFrame) -> pd.DataFrame:
    """A table of a comparison as text: its main columns, numbers rounded.

    Args:
        frame: A table as `Comparison.table` gave it, all of its rows or some.

    Returns:
        A frame of strings with the `attrs` of the table, its note completed with what
        the reader of the cells must know.
    """
    name = str(frame.attrs["table"])
    shown = frame
    if name == "recurring":
        shown = frame.assign(**{"held by": _held_by(frame)})
    elif name == "editions":
        shown = frame.assign(edition=_marked(frame))
    elif name == "conduct":
        ends = zip(frame["difference_low"], frame["difference_high"], strict=True)
        shown = frame.assign(interval=[_interval(*pair) for pair in ends])
    view = pd.DataFrame(
        {
            _HEADERS.get(column, column): pd.Series(
                [_cell(column, value) for value in shown[column]], dtype="string"
            )
            for column in COLUMNS[name]
        }
    )
    view.attrs.update(frame.attrs)
    legend = _LEGENDS.get(name, "")
    if name == "editions" and not frame["mark"].ne("").any():
        legend = ""
    view.attrs["note"] = f"{view.attrs['note']} {legend}".strip()
    return view


def _marked(frame: pd.DataFrame) -> list[str]:
    """Names of editions, those that are invented with a sign that is never cut off."""
    sign = f" {INVENTED_SIGN}"
    return [
        _cut(name, _WIDTHS["edition"] - len(sign)) + sign if mark else name
        for name, mark in zip(frame["edition"], frame["mark"], strict=True)
    ]


def _held_by(frame: pd.DataFrame) -> list[str]:
    """Editions that affirm and deny, as in "A 3+ 1-, P 2+ 0-"; others (O) if any do."""
    lines = []
    for _, row in frame.iterrows():
        sides = [
            f"{side[0].upper()} {row[f'{side}_affirms']}+ {row[f'{side}_denies']}-"
            for side in ("academic", "practitioner", "other")
            if side != "other" or row["other_affirms"] or row["other_denies"]
        ]
        lines.append(", ".join(sides))
    return lines


def _interval(low: float, high: float) -> str:
    return NOTHING if isnan(low) else f"{low:+.3f} to {high:+.3f}"


def _cell(column: str, value: Any) -> str:  # noqa: ANN401 (a cell holds anything)
    if pd.isna(value):
        return NOTHING
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.3f}"
    return _cut(str(value), _WIDTHS.get(column, 40))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
