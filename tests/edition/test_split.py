"""The real edition, taken apart as a reader would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dialoog.edition import Edition, Perspective, SegmentKind, split
from dialoog.source import read_source, source_from_bytes

REAL = (
    Path(__file__).parents[2] / "data" / "editions" / "medewerkers-als-merkdragers.txt"
)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return split(read_source(REAL))


def test_head(edition: Edition) -> None:
    assert edition.series == "SWOCC In Gesprek"
    assert edition.title == (
        "SWOCC In Gesprek: Wat als je medewerkers je sterkste merkdragers zijn?"
    )
    assert edition.date == dt.date(2025, 4, 11)


def test_speakers_with_evidence(edition: Edition) -> None:
    told = [(s.name, s.affiliation, s.perspective) for s in edition.speakers]
    assert told == [
        ("Ellen Soens", "Universiteit Gent", Perspective.ACADEMIC),
        ("Ilse Weijland", "Verderkijker", Perspective.PRACTITIONER),
    ]
    for speaker in edition.speakers:
        assert speaker.evidence
        for evidence in speaker.evidence:
            assert evidence.start is not None
            assert edition.source.text[evidence.start : evidence.end] == evidence.text


def test_eight_turns_at_their_places(edition: Edition) -> None:
    opening = [
        "Hi Ilse!",
        "Dag Ellen!",
        "Naar mijn gevoel",
        "Ik zie hetzelfde gebeuren",
        "Ik ben het helemaal",
        "Goed om van je te horen",
        "Dat zie ik zeker ook",
        "Absoluut een riskante",
    ]
    assert len(edition.turns) == len(opening)
    for turn, words in zip(edition.turns, opening, strict=True):
        assert turn.text.startswith(words)
        assert len(turn.spans) == 1
    assert edition.turns[-1].text.endswith("voor de medewerker zelf.")


def test_closing_and_furniture_belong_to_nobody(edition: Edition) -> None:
    text = edition.source.text
    kinds = {
        words: next(
            s.kind for s in edition.segments if s.start <= text.index(words) < s.end
        )
        for words in (
            "Afsluiting:",
            "Over SWOCC In",
            "Mail mij 1x",
            "Delen:",
            "Hoe maak",
        )
    }
    assert kinds == {
        "Afsluiting:": SegmentKind.CLOSING,
        "Over SWOCC In": SegmentKind.CLOSING,
        "Mail mij 1x": SegmentKind.FURNITURE,
        "Delen:": SegmentKind.FURNITURE,
        "Hoe maak": SegmentKind.INTRO,
    }


def test_perspective_set_by_hand_wins() -> None:
    by_hand = {"ilse weijland": Perspective.OTHER}
    edition = split(read_source(REAL), perspectives=by_hand)
    assert edition.speakers[1].perspective is Perspective.OTHER
    assert edition.speakers[1].evidence[0].reason == "set by the user"


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), (" \n", "empty"), ("Een zin.\n\nNog een zin.\n", "no-dialogue")],
)
def test_no_dialogue_says_why(text: str, code: str) -> None:
    edition = split(source_from_bytes(text.encode(), "x.txt"))
    assert edition.turns == ()
    assert edition.convention is None
    assert [note.code for note in edition.notes] == [code]


def test_the_runner_up_is_shown_as_it_was_compared() -> None:
    # "Naam:" as a label of its own fits this text a trifle better, but is less particular.
    edition = split(read_source(REAL.with_name("vertrouwen-te-koop.txt")))
    assert edition.convention == "label-colon"
    assert edition.runner_up is not None
    convention, standing = edition.runner_up
    assert convention == "bare-label"
    assert 0.5 < standing < edition.confidence


def test_the_head_of_a_table_is_no_title() -> None:
    rows = "spreker;tekst\n" + "Ada;Waarom dan?\nBram;Omdat het kan.\n" * 3
    edition = split(source_from_bytes(rows.encode(), "gesprek.csv"))
    assert len(edition.turns) == 6
    assert edition.title is None


def test_labels_without_words_are_no_dialogue_and_the_note_says_so() -> None:
    edition = split(source_from_bytes(b"Ada:\nBram:\n" * 3, "labels.txt"))
    assert edition.turns == ()
    (note,) = edition.notes
    assert note.code == "no-dialogue"
    assert "labels of speakers, but not a word" in note.message
