"""Invariants of every edition: nothing lost, offsets that hold."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.edition import Edition, SegmentKind, normalise, split
from dialoog.source import source_from_bytes

_NAMES = st.sampled_from(
    ["Ada Bosch", "Joost van der Meer", "Els D’Hondt", "S. Ottens", "Piet-Hein Ruys"]
)
_ABOUT = st.sampled_from(
    ["", " (Universiteit Oost)", " — Bakkerij De Korst", " | 12:04"]
)
_SENTENCE = st.sampled_from(
    [
        "Ik zie dat anders.",
        "Wat vind jij daarvan?",
        "Daar zit: volgens mij, de kern.",
        "“Niet alles” is ‘waar’.",
        " • een punt",
        "Wij tellen in in-\n en uitvoer.",
        "Zo’n e\u0301e\u0301n\u00ad ding.",
    ]
)
_NOISE = st.sampled_from(
    [
        "",
        "\u00a0",
        "Lees ook: iets",
        "Let op: nat",
        "Even is het stil.",
        "Foto: archief",
    ]
)


@st.composite
def _editions(draw: st.DrawFn) -> str:
    names = draw(st.lists(_NAMES, min_size=2, max_size=4, unique=True))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["\n\n", ": ", " – ", ":\n"]))
    about = draw(_ABOUT)
    parts = [draw(_NOISE), "Een titel", draw(_NOISE)]
    for index in range(draw(st.integers(0, 9))):
        body = "\n\n".join(draw(st.lists(_SENTENCE, min_size=1, max_size=3)))
        parts += [names[index % len(names)] + about + mark + body, draw(_NOISE)]
    return "\n\n".join(parts).replace("\n", end)


def _check(text: str) -> Edition:
    edition = split(source_from_bytes(text.encode(), "x.txt"))
    source = edition.source.text
    assert "".join(source[s.start : s.end] for s in edition.segments) == source
    edges = [0, *(s.end for s in edition.segments)]
    assert [s.start for s in edition.segments] == edges[:-1]
    spans = [span for turn in edition.turns for span in turn.spans]
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    segments = [
        ((s.start, s.end), s.turn)
        for s in edition.segments
        if s.kind is SegmentKind.TURN
    ]
    assert segments == [(span, t.number) for t in edition.turns for span in t.spans]
    names = {speaker.name for speaker in edition.speakers}
    for turn in edition.turns:
        assert turn.text == normalise(source, turn.spans).text
        assert turn.speaker in names
    return edition


@settings(max_examples=150, deadline=None)
@given(_editions())
def test_editions_come_apart_without_loss(text: str) -> None:
    edition = _check(text)
    assert _check(text) == edition


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("Aa b:\n\r\t()–“”?.#*[]0\u2028\x0c\ufeff"), max_size=80
    )
)
def test_any_text_comes_apart_without_loss(text: str) -> None:
    _check(text.removeprefix("\ufeff"))


@given(st.lists(_NAMES, min_size=2, max_size=3, unique=True), st.integers(2, 4))
@settings(max_examples=30, deadline=None)
def test_labelled_turns_are_found(names: list[str], rounds: int) -> None:
    said = [
        f"Dit is beurt {i} en ik zeg wat ik vind." for i in range(rounds * len(names))
    ]
    lines = [f"{names[i % len(names)]}: {words}" for i, words in enumerate(said)]
    edition = _check("Titel\n\n" + "\n\n".join(lines))
    assert [turn.text for turn in edition.turns] == said
    assert re.sub(r"\W", "", edition.turns[0].speaker) == re.sub(r"\W", "", names[0])
