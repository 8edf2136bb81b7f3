from __future__ import annotations

import pytest

from dialoog.coding.dialogue import utterances
from dialoog.coding.key import Centrality, Coded, key_score

STORY = (
    "Vorig jaar belde een man uit Delft.",
    "Hij zat al drie weken zonder stroom en niemand had hem teruggebeld.",
    "Toen ben ik er zelf heen gefietst.",
)
POSITIONS = (
    "Een gemeente moet bereikbaar zijn voor wie geen computer heeft.",
    "Wie burgers wantrouwt, krijgt wantrouwen terug.",
    "Volgens mij is goede dienstverlening geen kwestie van techniek, maar van aandacht.",
    "Zonder tijd voor een gesprek is inspraak een lege huls.",
    "Hoe meer regels je maakt, hoe minder mensen zich eraan houden.",
    "Je kunt geen vertrouwen vragen als je het zelf niet geeft.",
)


def scores(turn_of, *sentences, coded=None):
    turns = [turn_of("A B", *STORY), turn_of("C D", *sentences), turn_of("A B", *STORY)]
    placed = utterances(turns)
    weight = Centrality([u.sentence for said in placed for u in said])
    known = coded or [Coded()] * len(sentences)
    return [key_score(u, weight, c) for u, c in zip(placed[1], known, strict=True)]


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_outranks_the_story_around_it(position, turn_of):
    said = scores(turn_of, *STORY, position)
    assert said[-1][0] > max(score for score, _ in said[:-1])


@pytest.mark.parametrize("position", POSITIONS)
def test_a_question_is_less_of_a_position_than_the_statement(position, turn_of):
    stated = scores(turn_of, *STORY, position)[-1][0]
    asked = scores(turn_of, *STORY, position.rstrip(".") + "?")[-1][0]
    assert asked < stated


def test_a_greeting_is_no_position(turn_of):
    (greeting, _), *_ = scores(turn_of, "Dag Karel, fijn dat je er bent!", *STORY)
    assert greeting < 0.1


def test_a_claim_raises_the_score_never_lowers_it(turn_of):
    bare = scores(turn_of, *POSITIONS[:3])
    coded = [Coded(claims=(0.9,))] * 3
    assert all(
        with_claim >= without
        for (with_claim, _), (without, _) in zip(
            scores(turn_of, *POSITIONS[:3], coded=coded), bare, strict=True
        )
    )


def test_scores_are_shares_with_reasons(turn_of):
    for score, reasons in scores(turn_of, *STORY, *POSITIONS):
        assert 0.0 <= score <= 1.0
        assert all(isinstance(reason.name, str) for reason in reasons)
