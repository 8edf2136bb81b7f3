"""Sentence boundaries: a table of cases, and what must hold for every text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.annotation.abbreviations import FullStop, _lists, full_stop_after
from dialoog.annotation.sentences import set_breaks

if TYPE_CHECKING:
    from spacy.language import Language

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "sentences.toml").read_text(encoding="utf-8")
)["case"]


def take_apart(marked: str) -> tuple[str, list[int], list[str]]:
    """Return the text of a case, its breaks and its sentences."""
    text, breaks, sentences = "", [], []
    for paragraph in marked.split(" ¶ "):
        if text:
            text += " "
            breaks.append(len(text))
        pieces = paragraph.split("|")
        sentences.extend(piece.strip() for piece in pieces)
        text += "".join(pieces).replace("  ", " ")
    return text, breaks, sentences


def sentences_of(nlp: Language, text: str, breaks: list[int]) -> list[str]:
    doc = nlp.make_doc(text)
    set_breaks(doc, breaks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [sentence.text for sentence in doc.sents]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(
    case: dict[str, str], nlp: Language, request: pytest.FixtureRequest
) -> None:
    if case.get("known"):
        request.applymarker(pytest.mark.xfail(strict=True))
    text, breaks, expected = take_apart(case["text"])
    assert sentences_of(nlp, text, breaks) == expected


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in CASES]
    assert len(labels) == len(set(labels))


PIECES = st.sampled_from(
    [
        "Ja", "dat", "Jansen", "bijv.", "J.", "3", "“", "”", "(", ")", '"', "'", "…",
        ".", "?", "!", "...", "😉", "•", "-", "enz.", "zo’n", "’s", "\n\n", "\n", "1.",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(pieces=st.lists(PIECES), breaks=st.lists(st.integers(0, 60)))
def test_sentences_partition_any_text(
    nlp: Language, pieces: list[str], breaks: list[int]
) -> None:
    text = " ".join(pieces)
    doc = nlp.make_doc(text)
    set_breaks(doc, breaks)
    doc = nlp.get_pipe("dialoog_sentences")(doc)
    assert doc.text == text
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
    starts = {token.idx for token in doc if token.is_sent_start}
    for place in breaks:
        token = next((token for token in doc if token.idx >= place), None)
        assert token is None or token.idx in starts


def test_long_stretch_without_marks_is_left_to_the_parser(nlp: Language) -> None:
    doc = nlp("en toen " * 60 + "klaar. Zo ging dat.")
    undecided = [token.i for token in doc if token.is_sent_start is None]
    assert undecided == list(range(1, 122))
    assert doc[122].is_sent_start is True
    assert doc[123].is_sent_start is False


def test_emoji_ends_a_sentence_on_request() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("dialoog_sentences", config={"emoji_ends": True})
    doc = nlp("Dat is zo 😉 Het staat in elk boek 😅 en blad.")
    assert [s.text for s in doc.sents] == [
        "Dat is zo 😉",
        "Het staat in elk boek 😅 en blad.",
    ]


def test_raw_text_with_blank_lines_and_bullets(nlp: Language) -> None:
    doc = nlp("Wat telt\n\nEen plan\nvan papier:\n- tijd\n- geld")
    assert [s.text.strip() for s in doc.sents] == [
        "Wat telt",
        "Een plan\nvan papier:",
        "- tijd",
        "- geld",
    ]


def test_abbreviations_stand_in_one_list() -> None:
    for one, other in pairwise([*_lists().values(), _lists()["continues"]]):
        assert not one & other


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Bijv.", FullStop.CONTINUES),
        ("enz.", FullStop.UNSURE),
        ("J.P.", FullStop.UNSURE),
        ("min.", FullStop.BEFORE_NUMBER),
        ("werk.", FullStop.ENDS),
    ],
)
def test_full_stop_after(word: str, kind: FullStop) -> None:
    assert full_stop_after(word) is kind
