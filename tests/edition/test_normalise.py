"""Normalise: what a turn says, and where each character came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.edition.normalise import normalise, normalised_text

_TEXT = st.text(
    alphabet=st.sampled_from("aZé e\u0301\u00ad\u200b\u00a0 \t\r\n\f-‐•.,?!“”‘’:;1"),
    max_size=60,
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("  twee \t woorden ", "twee woorden"),
        ("een asso-\nciate lector", "een associate lector"),
        ("een asso-\r\n  ciate lector", "een associate lector"),
        ("in-\nen uitvoer", "in- en uitvoer"),
        ("indi\u00adcatie", "indicatie"),
        ("vijf-\nZes", "vijf- Zes"),
        ("e\u0301e\u0301n", "één"),
        ("zie:\n • een\n • twee", "zie: een twee"),
        ("a • b", "a • b"),
        ("• een lijst", "een lijst"),
        ("coo\u0308peratie\u00a0nu", "coöperatie nu"),
    ],
)
def test_cases(source: str, expected: str) -> None:
    assert normalise(source, [(0, len(source))]).text == expected


def test_a_word_broken_between_pieces_is_joined() -> None:
    text = "niet beoor-\n\nKop 17\n\ndeelt. Punt."
    cut = text.index("\n"), text.index("deelt")
    assert normalise(text, [(0, cut[0]), (cut[1], len(text))]).text == (
        "niet beoordeelt. Punt."
    )


def test_paragraphs_and_items_break() -> None:
    text = (
        "Een zin.\n\nNog een:\n • punt een\n • punt twee\nslot zonder punt\ngaat door"
    )
    result = normalise(text, [(0, len(text))])
    starts = [result.text[at : at + 8] for at in result.breaks]
    assert starts == ["Nog een:", "punt een", "punt twe"]


@settings(max_examples=1000, deadline=None)
@given(_TEXT, st.data())
def test_every_character_has_its_place(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    result = normalise(text, spans)
    assert result.text == normalised_text(text, spans)
    assert len(result.offsets) == len(result.text)
    assert list(result.offsets) == sorted(result.offsets)
    assert result.text == " ".join(result.text.split())
    for char, at in zip(result.text, result.offsets, strict=True):
        assert (
            char == text[at]
            or char == " "
            or text[at] == char[0]
            or (char in unicodedata.normalize("NFC", text[at : at + 4]))
        )
    assert all(0 < at < len(result.text) for at in result.breaks)
    assert list(result.breaks) == sorted(set(result.breaks))
