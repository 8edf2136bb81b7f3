from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialoog.coding.model import Stance
from dialoog.coding.stance import Setting, judge
from dialoog.coding.tokens import Tokens

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "stance.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def cases():
    for case in CASES:
        marks = [pytest.mark.xfail(strict=True)] if case.get("known_failure") else []
        yield pytest.param(case, id=case["label"], marks=marks)


def sentences_of(turn):
    return Tokens(turn.doc).sentences()


def judged(case, turn_of):
    said = [case[k] for k in ("before", "sentence", "after") if k in case]
    sentences = sentences_of(turn_of("A", *said))
    place = said.index(case["sentence"])
    heard = sentences_of(turn_of("B", case["heard"]))[-1] if "heard" in case else None
    return judge(
        sentences[place],
        case["claim"],
        affirming=case.get("affirming", True),
        setting=Setting(
            before=sentences[place - 1] if place else None,
            after=sentences[place + 1] if place + 1 < len(sentences) else None,
            heard=heard,
        ),
    )


def test_there_are_enough_cases():
    assert len(CASES) >= 150
    assert len({case["label"] for case in CASES}) == len(CASES)
    assert sum(bool(case.get("known_failure")) for case in CASES) <= len(CASES) / 20


@pytest.mark.parametrize("case", list(cases()))
def test_stance(case, turn_of):
    assert judged(case, turn_of).stance == case["stance"]


@pytest.mark.parametrize("case", [c for c in CASES if "known_failure" not in c][::5])
def test_a_denying_wording_turns_the_stance(case, turn_of):
    """Whoever affirms a wording that denies the claim denies the claim; raising stays raising."""
    turned = judged({**case, "affirming": not case.get("affirming", True)}, turn_of)
    opposite = {"affirms": "denies", "denies": "affirms", "raises": "raises"}
    assert turned.stance == opposite[case["stance"]]


@pytest.mark.parametrize("case", CASES[::7])
def test_cues_stand_in_the_text_and_certainty_is_a_share(case, turn_of):
    judgement = judged(case, turn_of)
    assert 0.0 <= judgement.certainty <= 1.0
    texts = " ".join(case.get(k, "") for k in ("before", "sentence", "after", "heard"))
    for cue in judgement.cues:
        assert cue.span.text in texts


def test_a_sentence_in_other_words_affirms(turn_of):
    """Its negations say nothing about those of the wording."""
    (sentence,) = sentences_of(
        turn_of("A", "Dat laat ik me niet door een ander voorschrijven.")
    )
    assert judge(sentence, "Huiswerk helpt kinderen leren.").stance is Stance.AFFIRMS
