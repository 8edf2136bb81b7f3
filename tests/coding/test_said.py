from __future__ import annotations

import pytest

from dialoog.coding.acts import act_features, find_acts
from dialoog.coding.dialogue import utterances
from dialoog.coding.logistic import Models, load_weights
from dialoog.coding.said import SaidRows, said, said_before
from dialoog.coding.tokens import Tokens


def sentences(turn_of, *texts):
    return Tokens(turn_of("A B", *texts).doc).sentences()


def test_words_and_pairs_in_order_with_their_places(turn_of):
    (sentence,) = sentences(turn_of, "Ja, maar nee.")
    found = [(f.name.removeprefix("said:"), f.span.text) for f in said(sentence)]
    assert found == [
        ("ja", "Ja"),
        (",", ","),
        ("maar", "maar"),
        ("nee", "nee"),
        (".", "."),
        ("< ja", "Ja"),
        ("ja ,", "Ja,"),
        (", maar", ", maar"),
        ("maar nee", "maar nee"),
        ("nee .", "nee."),
        (". >", "."),
    ]


def test_only_known_words_are_given(turn_of):
    (sentence,) = sentences(turn_of, "Ja, maar nee.")
    known = {"said:maar", "said:< ja", "said:elders"}
    assert {f.name for f in said(sentence, known)} == {"said:maar", "said:< ja"}


def test_words_before_or_the_start_of_the_turn(turn_of):
    first, second = sentences(turn_of, "Dat klopt.", "Toch twijfel ik.")
    assert [f.name for f in said_before(None)] == ["turn-start"]
    assert [f.name for f in said_before(first)] == [
        "before:dat",
        "before:klopt",
        "before:.",
    ]
    assert all(f.span.doc is second.doc for f in said_before(first))


@pytest.mark.parametrize("text", ["Daar ga ik in mee.", "Wat denk jij?"])
def test_words_left_out_for_speed_would_weigh_nothing(turn_of, text):
    turns = [
        turn_of("A B", "De bus rijdt niet meer."),
        turn_of("C D", text, "Het is zo."),
    ]
    utterance = utterances(turns)[1][0]
    models = load_weights("acts")
    given = dict(find_acts(utterance))
    everything = act_features(utterance)
    for act, model in models.items():
        assert (model.probability(everything) >= model.threshold) == (act in given)


@pytest.mark.parametrize(
    "text", ["Ja, ja, maar dat klopt. Ja!", "Wat denk jij?\n\nNee"]
)
def test_words_weigh_what_their_features_weigh_each_once(turn_of, text):
    (first, second) = sentences(turn_of, "En ja, ja hoor, dat denk ik.", text)
    models = Models(load_weights("acts"))
    for sentence, before in ((second, first), (first, None)):
        features = {f.name: f for f in (*said(sentence), *said_before(before))}
        rows = SaidRows(models.rows).of(sentence, before)
        assert rows == list(models.rows_of(features.values()))
        assert rows


def test_models_together_give_the_probabilities_that_each_gives(turn_of):
    utterance = utterances([turn_of("A B", "Ja, maar is dat zo?", "Nee.")])[0][0]
    features = act_features(utterance)
    models = Models(load_weights("acts"))
    together = models.probabilities(models.rows_of(features.values()))
    for act, model in load_weights("acts").items():
        assert together[act] == pytest.approx(model.probability(features))
    none = models.probabilities(())
    assert none == {
        act: pytest.approx(model.probability({}))
        for act, model in models.models.items()
    }
