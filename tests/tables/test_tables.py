"""What must hold of every table, for every coded edition."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings

from dialoog.coding import Act, Stance
from dialoog.edition import Perspective
from dialoog.tables import (
    BUILDERS,
    SCHEMAS,
    SentenceIndex,
    all_tables,
    rows_behind,
    sentences_behind,
)
from tests.strategies import claim, coded_edition, coded_editions

NAMES = list(BUILDERS)


@given(coded_editions())
@settings(max_examples=30)
def test_tables_keep_to_their_schema(coded):
    for name, frame in all_tables(coded).items():
        schema = SCHEMAS[name]
        assert list(frame.columns) == [column.name for column in schema.columns]
        for column in schema.columns:
            assert frame[column.name].dtype == column.dtype, (name, column.name)
            if not column.nullable:
                assert frame[column.name].notna().all(), (name, column.name)
        assert frame.index.equals(pd.RangeIndex(len(frame)))
        assert frame.attrs["table"] == name
        assert frame.attrs["unit"] == schema.unit
        assert frame.attrs["n"] >= 0


@given(coded_editions())
@settings(max_examples=30)
def test_every_count_is_the_number_of_its_sentences(coded):
    index = SentenceIndex(coded)
    for name, frame in all_tables(coded).items():
        for column in SCHEMAS[name].columns:
            if column.counts is None:
                continue
            for row in range(len(frame)):
                behind = rows_behind(index, frame, row, column.name)
                assert frame[column.name].iloc[row] == len(behind)


@given(coded_editions())
@settings(max_examples=30)
def test_tables_are_the_same_each_time(coded):
    again = all_tables(coded)
    for name, frame in all_tables(coded).items():
        pd.testing.assert_frame_equal(frame, again[name])
        assert frame.attrs == again[name].attrs


@given(coded_editions())
@settings(max_examples=30)
def test_parts_sum_to_totals(coded):
    tables = all_tables(coded)
    perspectives, themes = tables["perspectives"], tables["themes"]
    assert perspectives["sentences"].sum() == len(coded.sentences)
    assert perspectives["turns"].sum() == len(coded.edition.turns)
    assert perspectives["tokens"].sum() == tables["sentences"]["tokens"].sum()
    for theme in coded.codebook.themes:
        counted = themes.loc[themes["theme"] == theme.id, "sentences"].sum()
        assert counted == len(sentences_behind(coded, theme=theme.id))
    claims = tables["claims"]
    stances = claims[["affirms", "denies", "raises"]].sum(axis=1)
    assert (claims["sentences"] == stances).all()


@pytest.mark.parametrize("name", NAMES)
def test_no_turns_gives_no_rows(name):
    schema, build = BUILDERS[name]
    frame = build(coded_edition({}, []))
    assert len(frame) == 0
    assert [frame[c.name].dtype == c.dtype for c in schema.columns]


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=NAMES)
def test_schemas_document_themselves(schema):
    names = [column.name for column in schema.columns]
    assert len(names) == len(set(names))
    assert set(schema.keys) <= set(names)
    for column in schema.columns:
        assert column.meaning.endswith((".", '""."', '"".'))
        assert column.unit or column.kind not in {"integer", "number"}


def test_sentences_behind_combines_facets():
    said = [
        {"claims": (claim("claim-0", Stance.AFFIRMS),)},
        {
            "claims": (
                claim("claim-0", Stance.DENIES),
                claim("claim-1", Stance.AFFIRMS),
            )
        },
        {},
    ]
    coded = coded_edition(
        {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER},
        [("Ada", said), ("Bram", said[:1])],
    )
    assert sentences_behind(coded) == (0, 1, 2, 3)
    assert sentences_behind(coded, speaker="Bram") == (3,)
    assert sentences_behind(coded, claim="claim-0", speaker="Ada") == (0, 1)
    # The stance is that on the claim asked for, not on another one of the sentence.
    assert sentences_behind(coded, claim="claim-0", stance="affirms") == (0, 3)
    assert sentences_behind(coded, stance="affirms", turn=0) == (0, 1)
    assert sentences_behind(coded, theme="theme-0") == ()
    assert sentences_behind(coded, act=Act.QUESTION) == ()
