"""Who speaks, for whom and from which perspective, by introductions of every kind.

The people, firms and universities in `tests/cases/introductions.jsonl` are invented. A
case is the text before (and after) a short dialogue and, for each speaker, what must
come out: full name, affiliation (checked where given) and perspective. `flagged` means
that the text speaks for two perspectives, so that the reader must be told.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dialoog.edition import Edition, split
from dialoog.source import source_from_bytes

_CASES = Path(__file__).parents[1] / "cases" / "introductions.jsonl"
# What the text of a case does not say is told apart from what was only assumed.
_GUESSED = ("perspective-assumed", "perspective-unknown")
_ANSWERS = (
    "Dat hangt ervan af wanneer je het vraagt, en vooral aan wie. Vorig jaar zou ik nog iets anders hebben gezegd.",
    "Ja en nee. Het begint klein en na een week of wat staat het er ineens, met alles erop en eraan.",
    "Daar denk ik anders over. Het gaat traag en dat is maar goed ook, want haast helpt hier niemand vooruit.",
)
_QUESTIONS = (
    "Hoe begon het?",
    "En wat gebeurde er daarna?",
    "Wat hebben jullie daarvan geleerd?",
)


def _cases() -> list[Any]:
    lines = _CASES.read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return [
        pytest.param(
            case,
            id="+".join(speaker["name"] for speaker in case["speakers"]),
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)]
            if "fails" in case
            else [],
        )
        for case in cases
    ]


def _edition(case: dict[str, Any]) -> Edition:
    """A dialogue in which nothing but the case says who the speakers are."""
    speakers = list(case["speakers"])
    if len(speakers) == 1:
        speakers.insert(0, {"label": "Interviewer", "asks": True})
    lines = ["Een ochtend in maart", "", case["before"], ""]
    for answer, question in zip(_ANSWERS, _QUESTIONS, strict=True):
        for speaker in speakers:
            words = question if speaker.get("asks") else answer
            words = (speaker.pop("says", "") + " " + words).strip()
            lines += [f"{speaker['label']}: {words}", ""]
    lines.append(case.get("after", ""))
    return split(source_from_bytes("\n".join(lines).encode(), "geval.txt"))


@pytest.mark.parametrize("case", _cases())
def test_introduction(case: dict[str, Any]) -> None:
    edition = _edition(json.loads(json.dumps(case)))
    found = {speaker.name: speaker for speaker in edition.speakers}
    for expected in case["speakers"]:
        name = expected["name"]
        assert name in found
        speaker = found[name]
        assert speaker.perspective.value in expected["perspective"].split("|")
        assert speaker.evidence
        if "affiliation" in expected:
            assert speaker.affiliation == expected["affiliation"]
        codes = [note.code for note in edition.notes if name in note.message]
        assert not set(codes) & set(_GUESSED)
        if expected.get("flagged"):
            assert "perspective-doubtful" in codes


def test_nobody_is_introduced_by_a_preposition_in_the_title() -> None:
    text = "Een jaar in maart\n\nGriet Tanghe, bakker, en Jan Pol, hoogleraar.\n\n"
    turns = "".join(f"{who}: {_ANSWERS[0]}\n\n" for who in ("Griet", "Jan") * 3)
    edition = split(source_from_bytes((text + turns).encode(), "geval.txt"))
    assert [speaker.name for speaker in edition.speakers] == ["Griet Tanghe", "Jan Pol"]


def test_who_is_only_said_to_be_of_an_organisation_is_assumed_to_be_of_practice() -> (
    None
):
    text = "Een jaar in maart\n\nTe gast: Griet Tanghe van Tanghe & Zoon, en professor Jan Pol.\n\n"
    turns = "".join(f"{who}: {_ANSWERS[0]}\n\n" for who in ("Griet", "Jan") * 3)
    edition = split(source_from_bytes((text + turns).encode(), "geval.txt"))
    griet, jan = edition.speakers
    assert (griet.perspective.value, griet.affiliation) == (
        "practitioner",
        "Tanghe & Zoon",
    )
    assert jan.perspective.value == "academic"
    assert [n.code for n in edition.notes if "Griet" in n.message] == [
        "perspective-assumed"
    ]


def test_evidence_of_an_introduction_stands_in_the_source() -> None:
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        edition = _edition(json.loads(line))
        text = edition.source.text
        for speaker in edition.speakers:
            for words in speaker.evidence:
                if words.start is not None and words.end is not None:
                    found = " ".join(text[words.start : words.end].split())
                    assert found == words.text


def test_a_double_surname_is_known_by_its_label() -> None:
    text = "Een jaar in maart\n\nTe gast: huisarts Anna Maria van Galen Last, en professor Jan Pol.\n\n"
    turns = "".join(
        f"{who}: {_ANSWERS[0]}\n\n" for who in ("Van Galen Last", "Pol") * 3
    )
    edition = split(source_from_bytes((text + turns).encode(), "geval.txt"))
    assert [speaker.name for speaker in edition.speakers] == [
        "Anna Maria van Galen Last",
        "Jan Pol",
    ]
