"""Compiled bags give the cosines that one bag at a time gives, to the last digit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dialoog.coding import bags as module
from dialoog.coding.bags import Bags, Rows, cosine

bags = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.just(0.0) | st.floats(0.001, 9.0)),
    max_size=5,
)


@given(bags, bags)
def test_cosines_are_those_of_the_bags_one_by_one(rows, columns):
    compiled = Bags(columns)
    assert compiled.cosines(Rows(rows)).shape == (len(rows), len(columns))
    for row, found in zip(rows, compiled.cosines(Rows(rows)).tolist(), strict=True):
        assert found == [cosine(row, column) for column in columns]


def test_many_rows_are_compared_in_parts(monkeypatch):
    compiled = Bags([{"a": 1.0, "b": 2.0}, {"b": 1.0}])
    rows = [{"a": float(n), "b": 3.0} for n in range(1, 8)]
    whole = compiled.cosines(Rows(rows)).tolist()
    monkeypatch.setattr(module, "_ROWS", 3)
    assert compiled.cosines(Rows(rows)).tolist() == whole


def test_bags_are_still_the_bags():
    compiled = Bags([{"a": 1.0}, {}])
    assert list(compiled) == [{"a": 1.0}, {}]
    assert (compiled[0], compiled[1:]) == ({"a": 1.0}, ({},))
