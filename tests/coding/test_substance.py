"""Whether a sentence says anything to code: form and words decide, not the topic."""

import numpy as np
import pytest

from dialoog.coding.dialogue import utterances
from dialoog.coding.key import Centrality
from dialoog.coding.substance import KINDS, substance_of
from dialoog.coding.weighing import log_odds

STORY = (
    "Vorige week dinsdag stond ik om half negen bij de balie.",
    "Er zat een man met een hondje, en hij had een doos koekjes bij zich.",
)
POSITIONS = (
    "Een gemeente moet bereikbaar zijn voor wie geen computer heeft.",
    "Wie burgers wantrouwt, krijgt wantrouwen terug.",
    "Bijen kun je niet dwingen, je moet hun de ruimte geven.",
)


def substance(turn_of, *sentences):
    placed = utterances([turn_of("A B", *STORY), turn_of("C D", *sentences)])
    said = [utterance for turn in placed for utterance in turn]
    weight = Centrality([utterance.sentence for utterance in said])
    return {
        kind: odds[len(STORY) :] for kind, odds in substance_of(said, weight).items()
    }


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_says_more_to_code_than_the_story_around_it(position, turn_of):
    claims = substance(turn_of, STORY[0], position, STORY[1])["claims"]
    assert claims[1] > max(claims[0], claims[2])


def test_a_greeting_is_about_nothing(turn_of):
    themes = substance(turn_of, "Dag Karel, fijn dat je er bent!", *POSITIONS)["themes"]
    assert themes[0] < min(themes[1:])


def test_every_sentence_has_finite_odds_of_both_kinds(turn_of):
    found = substance(turn_of, *STORY, *POSITIONS, "!", "...")
    assert set(found) == set(KINDS)
    for odds in found.values():
        assert len(odds) == 7
        assert np.isfinite(odds).all()


def test_even_certainty_has_finite_odds():
    odds = log_odds(np.array([0.0, 0.5, 1.0]))
    assert np.isfinite(odds).all()
    assert odds[0] < odds[1] == 0.0 < odds[2]
