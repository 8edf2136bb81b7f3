"""Columns that the tables of a comparison share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.tables.schema import Column

if TYPE_CHECKING:
    from dialoog.comparison.summary import EditionSummary

EDITION = Column(
    name="edition", kind="text", meaning="Name of its file, without folder and suffix."
)
DATE = Column(
    name="date", kind="date", nullable=True, meaning="Date of publication, if known."
)
CODEBOOK = Column(name="codebook", kind="text", meaning="Id of the codebook.")
PERSPECTIVE = Column(name="perspective", kind="perspective", meaning="Who speaks.")


def sentences(name: str, meaning: str) -> Column:
    """A column that counts sentences."""
    return Column(name=name, kind="integer", unit="sentences", meaning=meaning)


def editions(name: str, meaning: str) -> Column:
    """A column that counts editions."""
    return Column(name=name, kind="integer", unit="editions", meaning=meaning)


def placed(edition: EditionSummary) -> dict[str, Any]:
    """Edition, date and codebook, for a record."""
    return {
        "edition": edition.name,
        "date": edition.date.isoformat() if edition.date else None,
        "codebook": edition.codebook,
    }
