from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialoog.coding.acts import find_acts
from dialoog.coding.dialogue import utterances
from dialoog.coding.model import Act

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "acts.jsonl")
    .read_text("utf-8")
    .splitlines()
]
HEARD = (
    "In onze wijk is de bus na negen uur verdwenen.",
    "Ouderen komen daardoor de deur niet meer uit, en dat gaat vanzelf niet over.",
    "Ik vind dat de gemeente dat moet oplossen.",
)
STORY = (
    "Bij ons rijdt er sinds vorig jaar een belbus.",
    "Vrijwilligers zitten achter het stuur en de gemeente betaalt de brandstof.",
    "In het eerste jaar waren er 4.000 ritten.",
)


def acts_of(turns):
    """The acts of each sentence with their reasons, per turn."""
    return [[find_acts(u) for u in said] for said in utterances(turns)]


def dialogue(case, turn_of):
    """Assent and objection open a reply; a question to the other closes it."""
    asks = case["act"] == "question"
    said = (*STORY, case["sentence"]) if asks else (case["sentence"], *STORY)
    place = len(said) - 1 if asks else 0
    turns = [
        turn_of("Karel Zonderland", *HEARD),
        turn_of("Mieke Ravestein", *said),
        turn_of("Karel Zonderland", *STORY[::-1]),
    ]
    return turns, place


def cases():
    for case in CASES:
        marks = [pytest.mark.xfail(strict=True)] if case.get("known_failure") else []
        yield pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_act(case, turn_of):
    turns, place = dialogue(case, turn_of)
    acts = {act for act, _ in acts_of(turns)[1][place]}
    if case["act"] is None:
        assert not acts
    else:
        assert case["act"] in acts


@pytest.mark.parametrize("case", CASES[::9])
def test_an_act_says_why_in_words_of_its_turn_or_the_one_before(case, turn_of):
    turns, _ = dialogue(case, turn_of)
    docs = [turn.doc for turn in turns]
    for sentences in acts_of(turns):
        for acts in sentences:
            for _, reasons in acts:
                assert reasons
                assert all(r.span is None or r.span.doc in docs for r in reasons)


def test_a_story_has_no_acts(turn_of):
    turns = [turn_of("A B", *STORY), turn_of("C D", *STORY[::-1])]
    assert not any(codes for turn in acts_of(turns) for codes in turn)


def test_the_opening_turn_agrees_with_nobody(turn_of):
    turns = [turn_of("A B", "Helemaal mee eens.", *STORY), turn_of("C D", *STORY)]
    assert Act.AGREEMENT not in {act for act, _ in acts_of(turns)[0][0]}


def test_no_turns_no_acts():
    assert acts_of([]) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Daar ben ik het niet mee eens.",
        "Ik ben het daar niet mee eens.",
        "Dat ben ik niet met je eens.",
        "Daar ben ik het helemaal niet mee eens.",
        "Nee, dat klopt niet.",
        "Dat klopt helemaal niet.",
        pytest.param(
            "Nee, daar heb je geen gelijk in.",
            marks=pytest.mark.xfail(strict=True, reason="'daar heb je' is left over"),
        ),
    ],
)
def test_assent_that_is_denied_is_disagreement_only(sentence, turn_of):
    turns, place = dialogue({"act": "disagreement", "sentence": sentence}, turn_of)
    assert [act for act, _ in acts_of(turns)[1][place]] == [Act.DISAGREEMENT]


@pytest.mark.parametrize(
    "sentence",
    [
        "Daar ben ik het helemaal mee eens.",
        "Daar valt geen speld tussen te krijgen.",
        "Daarover zijn we het niet oneens.",
        "Daar is niets op af te dingen.",
    ],
)
def test_assent_with_a_negation_of_its_own_is_agreement(sentence, turn_of):
    turns, place = dialogue({"act": "agreement", "sentence": sentence}, turn_of)
    assert Act.AGREEMENT in {act for act, _ in acts_of(turns)[1][place]}
