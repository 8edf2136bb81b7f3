"""Conventions with other names, glyphs, label forms and orders than the catalogue's.

`NAME.expected` has a line per turn, `speaker | first words … last words`, and lines
`@ speaker = perspective`. No lines: no dialogue.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from dialoog.edition import split
from dialoog.source import read_source

_DATA = Path(__file__).parents[1] / "data" / "variants"


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


@pytest.mark.parametrize("name", sorted(p.stem for p in _DATA.glob("*.expected")))
def test_variant(name: str) -> None:
    lines = (_DATA / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    expected = [line.split(" | ", 1) for line in lines if " | " in line]
    edition = split(read_source(_DATA / name))
    found = [(_letters(turn.speaker), turn.text) for turn in edition.turns]
    assert [who for who, _ in found] == [_letters(who) for who, _ in expected]
    for (_, words), (_, text) in zip(expected, found, strict=True):
        first, _, last = map(_letters, words.partition(" … "))
        said = _letters(text)
        assert said == first if not last else said.startswith(first)
        assert said.endswith(last or first)
    perspectives = {_letters(s.name): s.perspective.value for s in edition.speakers}
    for line in lines:
        if line.startswith("@ "):
            who, _, perspective = line[2:].partition(" = ")
            assert perspectives[_letters(who)] == perspective
