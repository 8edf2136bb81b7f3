"""from_dataframe: an edition from turns that people already have."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dialoog.edition import Perspective, split
from dialoog.errors import UsageError
from dialoog.source import Hint, HintKind, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from dialoog.edition import Edition

REQUIRED = ("speaker", "text")
OPTIONAL = ("perspective", "affiliation", "begin_s", "end_s")


def from_dataframe(
    frame: pd.DataFrame, *, title: str | None = None, name: str = "dataframe"
) -> Edition:
    """Return the edition whose turns are the rows of a table, in order.

    Rows of one speaker in a row are one turn. A row without a speaker goes on with the
    one before it; a row without text is skipped. Where the table gives no perspective it
    is inferred from what is said, as for a file.

    Args:
        frame: One row per turn, with the columns `speaker` and `text`, and perhaps
            `perspective` (academic, practitioner, moderator, other), `affiliation`,
            `begin_s` and `end_s` (seconds).
        title: Title of the edition.
        name: How messages and provenance name the table.

    Raises:
        UsageError: A column is missing, or a perspective does not exist.
    """
    missing = [column for column in REQUIRED if column not in frame.columns]
    if missing:
        raise UsageError(
            f"{name} has no column {', '.join(missing)}: its columns are "
            f"{', '.join(map(str, frame.columns))}."
        )
    rows = [_row(record) for record in frame.to_dict("records")]
    text, hints = _written(rows)
    source = Source(
        text=text,
        name=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="dataframe",
        extracted=True,
        hints=hints,
        metadata=tuple(_metadata(rows, title)),
    )
    return split(source, perspectives=_perspectives(rows, name))


def _row(record: dict[object, object]) -> dict[str, str]:
    """The known columns of a row as text; missing values are empty."""
    known = {column: record.get(column) for column in (*REQUIRED, *OPTIONAL)}
    return {
        column: "" if value is None or value != value else str(value).strip()
        for column, value in known.items()
    }


def _written(rows: list[dict[str, str]]) -> tuple[str, tuple[Hint, ...]]:
    parts, hints, at = [], [], 0
    for row in rows:
        if not row["text"]:
            continue
        end = at + len(row["text"])
        hints.append(
            Hint(
                kind=HintKind.VOICE,
                start=at,
                end=end,
                value=row["speaker"],
                begin_s=_seconds(row["begin_s"]),
                end_s=_seconds(row["end_s"]),
            )
        )
        parts.append(row["text"])
        at = end + 1
    return "\n".join(parts), tuple(hints)


def _seconds(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _metadata(
    rows: list[dict[str, str]], title: str | None
) -> Iterator[tuple[str, str]]:
    if title:
        yield "title", title
    for row in rows:
        if row["speaker"]:
            yield f"speaker:{row['speaker']}", row["speaker"]
        if row["speaker"] and row["affiliation"]:
            yield f"affiliation:{row['speaker']}", row["affiliation"]
            yield f"about:{row['speaker']}", row["affiliation"]


def _perspectives(rows: list[dict[str, str]], name: str) -> dict[str, Perspective]:
    found: dict[str, Perspective] = {}
    for row in rows:
        if row["perspective"] and row["speaker"]:
            try:
                found[row["speaker"]] = Perspective(row["perspective"].lower())
            except ValueError as error:
                raise UsageError(
                    f"{name} has the perspective {row['perspective']!r}: choose from "
                    f"{', '.join(Perspective)}."
                ) from error
    return found
