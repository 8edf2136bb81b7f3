"""What a reader must find in the real edition, and how it is to be found again."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import dialoog
from dialoog.export import analysis_record
from tests.conftest import REAL

KNOWN = pytest.mark.xfail(strict=True, reason="not found yet")


def test_title_series_and_date(real_edition):
    assert real_edition.series == "SWOCC In Gesprek"
    assert real_edition.title is not None
    assert "merkdragers" in real_edition.title
    assert real_edition.date == dt.date(2025, 4, 11)


def test_two_speakers_with_evidence(real_edition):
    facts = [(s.name, s.affiliation, s.perspective) for s in real_edition.speakers]
    assert facts == [
        ("Ellen Soens", "Universiteit Gent", "academic"),
        ("Ilse Weijland", "Verderkijker", "practitioner"),
    ]
    for speaker in real_edition.speakers:
        assert speaker.evidence
        for evidence in speaker.evidence:
            text = real_edition.source.text[evidence.start : evidence.end]
            assert text == evidence.text


def test_eight_turns_and_every_character_in_a_segment(real_edition):
    assert len(real_edition.turns) == 8
    text = real_edition.source.text
    assert "".join(text[s.start : s.end] for s in real_edition.segments) == text
    last = real_edition.turns[-1]
    assert "Afsluiting" not in last.text
    assert "validatiedoeleinden" not in last.text


@pytest.mark.parametrize(
    ("claim", "perspective", "stance", "words"),
    [
        ("motivatie-van-binnenuit", "practitioner", "affirms", "intrinsieke motivatie"),
        ("authentiek-niet-geforceerd", "practitioner", "affirms", "oprecht"),
        ("authentiek-niet-geforceerd", "academic", "raises", "authenticiteit"),
        ("niet-iedereen-ambassadeur", "practitioner", "affirms", "niet voor iedereen"),
        ("niet-iedereen-ambassadeur", "academic", "affirms", "geen behoefte"),
        pytest.param(
            *("authentiek-niet-geforceerd", "practitioner", "affirms", "forceren"),
            marks=KNOWN,
        ),
        pytest.param(
            *("authentiek-niet-geforceerd", "academic", "raises", "forceren"),
            marks=KNOWN,
        ),
        pytest.param(
            *("niet-iedereen-ambassadeur", "academic", "affirms", "riskant"),
            marks=pytest.mark.xfail(strict=True, reason="the quoted slogan is raised"),
        ),
    ],
)
def test_the_claims_it_was_made_for(real_analysis, claim, perspective, stance, words):
    behind = real_analysis.sentences_behind(
        claim=claim, perspective=perspective, stance=stance
    )
    assert behind["text"].str.contains(words).any()


def test_every_code_can_say_why(real_analysis):
    text = real_analysis.edition.source.text
    for sentence in real_analysis.coded.sentences:
        for code in (*sentence.themes, *sentence.claims, *sentence.acts):
            assert code.evidence
            for evidence in code.evidence:
                assert 0 <= evidence.start < evidence.end <= len(text)
                assert evidence.text


def test_a_sentence_lies_inside_its_turn(real_analysis):
    turns = {turn.number: turn for turn in real_analysis.edition.turns}
    for sentence in real_analysis.coded.sentences:
        turn = turns[sentence.turn]
        assert turn.start <= sentence.start < sentence.end <= turn.end


def test_json_is_the_fixed_schema(real_analysis):
    record = json.loads(real_analysis.to_json())
    assert record["schema"] == "dialoog/1"
    assert set(record) >= {
        "edition",
        "speakers",
        "turns",
        "warnings",
        "sentences",
        "tables",
        "provenance",
    }
    assert set(record["tables"]) >= {
        "perspectives",
        "themes",
        "claims",
        "terms",
        "moves",
    }
    assert record["provenance"]["model"] == "nl_dialoog"


def test_two_runs_give_the_same_bytes(real_analysis):
    again = dialoog.analyse(dialoog.read(REAL))
    first, second = analysis_record(real_analysis), analysis_record(again)
    assert json.dumps(first) == json.dumps(second)


def test_perspective_can_be_set_by_hand():
    edition = dialoog.read(REAL, perspectives={"Ilse Weijland": "academic"})
    assert {s.perspective for s in edition.speakers} == {"academic"}


def test_it_shows_itself(real_analysis):
    assert "8 turns" in repr(real_analysis)
    html = real_analysis._repr_html_()
    assert "<table" in html
    assert "Ilse" not in html.split("<table")[0]
