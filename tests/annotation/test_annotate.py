"""Turns become docs that know their place in the source."""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dialoog.annotation.annotate import AnnotatedTurn, annotate
from dialoog.edition import split
from dialoog.errors import PipelineError
from dialoog.source import source_from_bytes

if TYPE_CHECKING:
    from spacy.language import Language

HEAD = "Gesprek: Wie is wie?\n\nIn deze editie twee mensen.\n\n"
LABELS = ("Ada Bosch (Universiteit Oost)", "Joost Meer (Bakkerij De Korst)")


def annotated(nlp: Language, turns: list[str]) -> tuple[str, tuple[AnnotatedTurn, ...]]:
    text = HEAD + "".join(
        f"{LABELS[i % 2]}\n\n{turn}\n\n" for i, turn in enumerate(turns)
    )
    edition = split(source_from_bytes(text.encode(), "made.txt"))
    return text, annotate(edition, nlp)


TURNS = [
    "Ik zie dat anders. Wat vind jij?",
    "Twee dingen:\n\n  • tijd;\n  • geld\n\nMeer is het niet, denk ik zo. Of toch wel?",
    "Eens.",
    "Dat\u00adzelfde geldt “voor ons”.",
]


def test_one_doc_per_turn_with_its_text(nlp: Language) -> None:
    _, turns = annotated(nlp, TURNS)
    assert len(turns) == len(TURNS)
    for item in turns:
        assert item.doc.text == item.turn.text
        assert len(item.offsets) == len(item.turn.text)


def test_source_ranges_quote_the_source(nlp: Language) -> None:
    text, turns = annotated(nlp, TURNS)
    found = [
        [text[slice(*item.source_range(s))] for s in item.doc.sents] for item in turns
    ]
    assert found == [
        ["Ik zie dat anders.", "Wat vind jij?"],
        [
            "Twee dingen:",
            "tijd;",
            "geld",
            "Meer is het niet, denk ik zo.",
            "Of toch wel?",
        ],
        ["Eens."],
        ["Dat\u00adzelfde geldt “voor ons”."],
    ]
    token = turns[3].doc[0]
    assert text[slice(*turns[3].source_range(token))] == "Dat\u00adzelfde"


def test_empty_span_has_no_range(nlp: Language) -> None:
    _, turns = annotated(nlp, TURNS)
    with pytest.raises(ValueError, match="empty span"):
        turns[0].source_range(turns[0].doc[1:1])


@settings(deadline=None)
@given(
    pieces=st.lists(
        st.lists(
            st.sampled_from(["Ja. ", "Nee! ", "want\n\n", "zo’n ding "]), min_size=1
        ),
        min_size=4,
        max_size=6,
    )
)
def test_sentences_lie_inside_their_turn(
    nlp: Language, pieces: list[list[str]]
) -> None:
    _, turns = annotated(nlp, ["".join(turn) + "Punt." for turn in pieces])
    for item in turns:
        last = item.turn.start
        for sentence in item.doc.sents:
            start, end = item.source_range(sentence)
            assert last <= start < end <= item.turn.end
            last = end


def test_no_turns_give_no_docs(nlp: Language) -> None:
    edition = split(source_from_bytes(b"Alleen een losse zin.", "los.txt"))
    assert annotate(dataclasses.replace(edition, turns=()), nlp) == ()


def test_tokenizer_that_changes_the_text_is_refused() -> None:
    nlp = spacy.blank("nl")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.lower().split())
    with pytest.raises(PipelineError, match="changes the text"):
        annotated(nlp, TURNS)


def test_turns_that_go_in_several_batches_are_annotated_as_in_one(
    nlp, real_edition, monkeypatch
):
    whole = annotate(real_edition, nlp)
    monkeypatch.setattr(sys.modules[annotate.__module__], "_BATCH", 1)
    told = []
    parts = annotate(real_edition, nlp, watch=lambda *seen: told.append(seen))
    turns = len(real_edition.turns)
    assert told == [(done, turns) for done in range(1, turns + 1)]
    assert [part.doc.to_json() for part in parts] == [
        one.doc.to_json() for one in whole
    ]
    assert [part.offsets for part in parts] == [one.offsets for one in whole]
