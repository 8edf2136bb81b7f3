"""Texts that nobody wrote to be read do not take for ever."""

from __future__ import annotations

from time import process_time

import pytest

from dialoog.edition import split
from dialoog.source import source_from_bytes

_LENGTH = 60_000
# Several times what the slowest takes; quadratic rules took minutes.
_SECONDS = 15.0


@pytest.mark.parametrize(
    "unit",
    [
        "woord en nog een ",
        "\n",
        "“a ",
        "’s “",
        "Aa ",
        "AA ",
        "- a\n\n",
        "A: b.\n",
        "A. B. ",
        "00:01:02 ",
        "([",
        "*",
        ":",
        "a-\n",
        "A\tb\n",
        "# a\n",
        "Beste Jan,\n\nDag.\n\nGroet, Piet\n\n",
        "Jan van der Berg zegt iets.\n\n",
        "“Ja, dat is zo,” zegt Jan Piet. “Nee, Kees Bos,” zegt hij.\n\n",
        "Wat is dat?\n\n",
    ],
)
def test_time_is_bounded(unit: str) -> None:
    text = unit * (_LENGTH // len(unit))
    start = process_time()
    edition = split(source_from_bytes(text.encode(), "x.txt"))
    assert process_time() - start < _SECONDS
    assert "".join(text[s.start : s.end] for s in edition.segments) == text


def test_a_thousand_speakers() -> None:
    lines = [f"Naam{i % 1000} Xx: Dat zie ik anders.\n" for i in range(4000)]
    start = process_time()
    split(source_from_bytes("".join(lines).encode(), "x.txt"))
    assert process_time() - start < _SECONDS
