"""The weighed stance: a probability for each, and the rules where a wording is said."""

import pytest

from dialoog.codebook import Claim
from dialoog.coding.dialogue import utterances
from dialoog.coding.model import Stance
from dialoog.coding.stances import speaking_for, stance_features, weigh_stances

CLAIM = Claim(
    id="huiswerk",
    label="Huiswerk helpt",
    theme="huiswerk",
    statement="Huiswerk helpt kinderen leren.",
    affirms=("Van huiswerk worden kinderen zelfstandig.",),
    denies=("Zonder huiswerk leren kinderen evenveel.",),
)
SAID = [
    "Huiswerk helpt kinderen leren.",
    "Huiswerk helpt kinderen niet leren.",
    "Helpt huiswerk kinderen leren?",
    "Dat laat ik me niet door een ander voorschrijven.",
]


def features(turn_of, sentence, likeness):
    utterance = utterances([turn_of("A", sentence)])[0][0]
    return stance_features(utterance, CLAIM, likeness)


@pytest.mark.parametrize("sentence", SAID)
def test_the_stances_share_out_one(turn_of, sentence):
    stances = weigh_stances(features(turn_of, sentence, [0.3, 0.2, 0.1]))
    assert set(stances) == set(Stance)
    assert sum(stances.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        (SAID[0], Stance.AFFIRMS),
        (SAID[1], Stance.DENIES),
        (SAID[2], Stance.RAISES),
    ],
)
def test_the_rules_decide_where_a_wording_is_said(turn_of, sentence, stance):
    stances = weigh_stances(features(turn_of, sentence, [1.8, 0.2, 0.2]))
    assert max(stances, key=stances.__getitem__) is stance


def test_being_like_the_denying_wordings_speaks_for_denying(turn_of):
    near, far = (
        weigh_stances(features(turn_of, SAID[3], [0.1, *likeness]))[Stance.DENIES]
        for likeness in ([0.1, 0.6], [0.6, 0.1])
    )
    assert near > far


def test_what_speaks_for_a_stance_shows_in_words(turn_of):
    found = features(turn_of, SAID[2], [0.2, 0.2, 0.2])
    shown = speaking_for(found, Stance.RAISES)
    assert shown
    assert all(words.text in SAID[2] for _, words in shown)
