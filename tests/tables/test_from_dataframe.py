"""Turns that people already have become an edition as they are."""

from __future__ import annotations

import pandas as pd
import pytest

from dialoog.edition import Perspective
from dialoog.errors import UsageError
from dialoog.tables.from_dataframe import from_dataframe


def test_rows_become_turns() -> None:
    frame = pd.DataFrame(
        {
            "speaker": ["An Vos", "Bo Kim", None, "An Vos", "Bo Kim"],
            "text": ["Waarom?", "Daarom:", "het moet.", "  ", "Echt."],
            "perspective": ["moderator", "academic", None, None, None],
            "affiliation": [None, "Universiteit Oost", None, None, None],
            "begin_s": [1.0, 2.5, None, None, None],
        }
    )
    edition = from_dataframe(frame, title="Proef")
    said = [(turn.speaker, turn.text) for turn in edition.turns]
    assert said == [("An Vos", "Waarom?"), ("Bo Kim", "Daarom: het moet. Echt.")]
    assert edition.title == "Proef"
    assert edition.turns[1].begin_s == 2.5
    told = [(s.name, s.perspective, s.affiliation) for s in edition.speakers]
    assert told == [
        ("An Vos", Perspective.MODERATOR, None),
        ("Bo Kim", Perspective.ACADEMIC, "Universiteit Oost"),
    ]


def test_an_empty_table_has_no_turns() -> None:
    edition = from_dataframe(pd.DataFrame({"speaker": [], "text": []}))
    assert edition.turns == ()
    assert [note.code for note in edition.notes] == ["empty"]


def test_a_missing_column_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="no column speaker: its columns are wie, te"):
        from_dataframe(pd.DataFrame({"wie": ["A"], "text": ["b"]}))


def test_an_unknown_perspective_is_named() -> None:
    frame = pd.DataFrame({"speaker": ["A"], "text": ["b"], "perspective": ["expert"]})
    with pytest.raises(UsageError, match="'expert': choose from academic, prac"):
        from_dataframe(frame)
