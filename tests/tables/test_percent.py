"""Percentages round as readers expect, the same everywhere."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialoog.edition import Perspective
from dialoog.tables import themes_table, view
from dialoog.tables.percent import per_cents, percent, percent_points
from tests.strategies import coded_edition, theme


@pytest.mark.parametrize(
    ("count", "of", "shown"),
    [(1, 8, "13%"), (3, 8, "38%"), (57, 200, "29%"), (1, 200, "1%"), (1, 201, "<1%")],
)
def test_half_a_per_cent_is_rounded_up(count, of, shown):
    assert percent(count / of) == shown


@given(st.integers(1, 3000), st.integers(0, 3000))
def test_a_share_is_rounded_as_its_fraction(of, count):
    exact = Fraction(min(count, of), of)
    assert per_cents(float(exact)) == int(100 * exact + Fraction(1, 2))
    assert (percent(float(exact)) in ("0%", "100%")) == (exact in (0, 1))


def test_a_difference_has_its_sign():
    assert percent_points(-1 / 8) == "-13 pp"
    assert percent_points(-0.001) == "+0 pp"


def test_the_terminal_rounds_as_the_page():
    said = [{"themes": (theme("theme-0"),)}] + [{}] * 7
    coded = coded_edition({"Ada": Perspective.ACADEMIC}, [("Ada", said)])
    assert view(themes_table(coded))["academic"].iloc[0] == "1 (13%)"
