"""Who a move is made towards, and what the perspectives hold."""

from __future__ import annotations

import pytest
from hypothesis import given

from dialoog.coding import Act, Stance
from dialoog.edition import Perspective
from dialoog.measures.dialogue import MoveKind, moves
from dialoog.measures.positions import Position, Status, position, status
from tests.strategies import act, coded_edition, coded_editions, theme

A, P, M = Perspective.ACADEMIC, Perspective.PRACTITIONER, Perspective.MODERATOR
SPEAKERS = {"Ada de Vries": A, "Bram Smit": P, "Cato Bakker": P, "Max Mol": M}
ADA, BRAM, CATO, MAX = SPEAKERS
AGREES = [{"text": "Zo is het.", "acts": (act(Act.AGREEMENT),)}]
SAYS = [{"text": "Dat werkt."}]


def agreed_with(*turns):
    coded = coded_edition(SPEAKERS, [*turns])
    (move,) = [m for m in moves(coded) if m.kind is MoveKind.AGREEMENT]
    return move.other


def test_agreement_is_with_the_speaker_before():
    assert agreed_with((ADA, SAYS), (BRAM, AGREES)) == ADA


def test_agreement_passes_over_a_moderator_in_between():
    assert agreed_with((ADA, SAYS), (MAX, SAYS), (BRAM, AGREES)) == ADA


def test_agreement_with_a_moderator_when_nobody_else_spoke_since():
    turns = [(BRAM, SAYS), (ADA, SAYS), (MAX, SAYS), (ADA, AGREES)]
    assert agreed_with(*turns) == MAX


@pytest.mark.parametrize("name", ["Bram", "Smit", "meneer Smit"])
def test_agreement_is_with_whoever_is_named(name):
    said = [{"text": f"Ik volg {name} daarin.", "acts": (act(Act.AGREEMENT),)}]
    assert agreed_with((BRAM, SAYS), (ADA, SAYS), (CATO, said)) == BRAM


def test_nobody_to_agree_with():
    assert agreed_with((ADA, AGREES)) is None


@pytest.mark.parametrize(
    ("text", "other", "after"),
    [("Hoe zie jij dat?", BRAM, 1), ("Cato, hoe zie jij dat?", CATO, 2)],
)
def test_a_question_is_to_who_is_named_or_next(text, other, after):
    asked = [{"text": text, "acts": (act(Act.QUESTION),)}]
    coded = coded_edition(SPEAKERS, [(ADA, asked), (BRAM, SAYS), (CATO, SAYS)])
    (move,) = moves(coded)
    assert (move.other, move.after_turns) == (other, after)


def test_a_theme_is_brought_in_once_and_taken_up_once_by_each_other():
    on_it = [{"themes": (theme("theme-1"),)}] * 2
    turns = [(ADA, on_it), (BRAM, SAYS), (ADA, on_it), (CATO, on_it), (CATO, on_it)]
    found = moves(coded_edition(SPEAKERS, turns))
    assert [(m.kind, m.speaker, m.other, m.after_turns) for m in found] == [
        (MoveKind.INTRODUCTION, ADA, None, None),
        (MoveKind.UPTAKE, CATO, ADA, 3),
    ]


def test_an_uptake_names_who_spoke_of_it_first_besides_the_moderator():
    on_it = [{"themes": (theme("theme-1"),)}]
    turns = [(MAX, on_it), (ADA, on_it), (BRAM, on_it), (CATO, on_it), (ADA, on_it)]
    found = moves(coded_edition(SPEAKERS, turns))
    assert [(m.kind, m.speaker, m.other, m.peer) for m in found] == [
        (MoveKind.INTRODUCTION, MAX, None, None),
        (MoveKind.UPTAKE, ADA, MAX, None),
        (MoveKind.UPTAKE, BRAM, MAX, ADA),
        (MoveKind.UPTAKE, CATO, MAX, ADA),
    ]


def test_a_moderator_takes_up_from_who_brought_it_in():
    on_it = [{"themes": (theme("theme-1"),)}]
    found = moves(coded_edition(SPEAKERS, [(ADA, on_it), (MAX, on_it)]))
    assert [(m.other, m.peer) for m in found] == [(None, None), (ADA, ADA)]


@given(coded_editions())
def test_every_move_is_to_somebody_else_at_its_turn(coded):
    by_number = {turn.number: turn.speaker for turn in coded.edition.turns}
    themes = [m.theme for m in moves(coded) if m.kind is MoveKind.INTRODUCTION]
    assert sorted(themes) == sorted(
        {t.theme for s in coded.sentences for t in s.themes}
    )
    for move in moves(coded):
        assert coded.sentences[move.row].turn == move.turn
        assert by_number[move.turn] == move.speaker != move.other
        if move.other_turn is not None:
            assert by_number[move.other_turn] == move.other


@pytest.mark.parametrize(
    ("affirms", "denies", "raises", "expected"),
    [
        (0, 0, 0, None),
        (2, 0, 1, Position.AFFIRMS),
        (0, 1, 4, Position.DENIES),
        (5, 1, 0, Position.MIXED),
        (0, 0, 1, Position.RAISES),
    ],
)
def test_position_has_no_majority_vote(affirms, denies, raises, expected):
    counts = {Stance.AFFIRMS: affirms, Stance.DENIES: denies, Stance.RAISES: raises}
    assert position(counts) is expected


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ({}, Status.RAISED),
        ({A: Position.RAISES, P: Position.RAISES}, Status.RAISED),
        ({A: Position.RAISES, P: Position.AFFIRMS}, Status.ALONE),
        ({A: Position.MIXED}, Status.ALONE),
        ({A: Position.AFFIRMS, P: Position.AFFIRMS}, Status.SHARED),
        ({A: Position.DENIES, P: Position.DENIES}, Status.SHARED),
        ({A: Position.AFFIRMS, P: Position.DENIES}, Status.DIFFERS),
        ({A: Position.AFFIRMS, P: Position.MIXED}, Status.DIFFERS),
        ({A: Position.MIXED, P: Position.MIXED}, Status.DIFFERS),
        ({P: Position.AFFIRMS, M: Position.AFFIRMS}, Status.ALONE),
    ],
)
def test_status_tells_whether_perspectives_meet(positions, expected):
    assert status(positions) is expected
