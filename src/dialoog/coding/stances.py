"""Stance, weighed: how probable it is that a sentence affirms, denies or raises a claim.

Most sentences that take a position share few words with any wording of the codebook, so the
rules of `dialoog.coding.stance` are right about some of them only. Here their judgements
against several wordings are weighed together with what else tells: whether the sentence is
more like the affirming or the denying wordings, what words of doubt, rejection or concession
stand in it and around it, whether it asks or differs from the other. The weights, one model
per stance in `data/stances.json`, are learned by `training/coding.py` and name no claim. Where
the sentence is nearly a wording of the codebook, the rules decide.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dialoog.coding.acts import act_probabilities, question_mark
from dialoog.coding.logistic import Feature, Models, load_weights
from dialoog.coding.model import Stance
from dialoog.coding.profile import texts_of
from dialoog.coding.remembered import remembered
from dialoog.coding.stance import Setting, judge, stance_words
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dialoog.codebook import Claim
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.stance import Judgement
    from dialoog.coding.tokens import Stretch

_NEGATIONS = word_set("niet geen nooit niemand niets niks nergens")
_CONTRASTS = word_set("maar toch alleen echter wel juist")
_VOTED = {stance.sign: stance for stance in Stance}
_FAINT = 0.05
_NEARLY_THE_SAME = 0.9
_SURE = 0.8


def stance_features(
    utterance: Utterance, claim: Claim, likeness: Sequence[float]
) -> dict[str, Feature]:
    """What is so of a sentence that tells its stance on a claim.

    Args:
        utterance: The sentence in its place.
        claim: The claim that it is about.
        likeness: How alike the sentence is to each of `texts_of(claim)`.
    """
    found: dict[str, Feature] = {}
    for feature in (
        *_likeness(claim, likeness),
        *_judgements(utterance, claim, likeness),
        *_own(utterance),
    ):
        found.setdefault(feature.name, feature)
    return found


def weigh_stances(
    features: Mapping[str, Feature], models: Models[Stance] | None = None
) -> dict[Stance, float]:
    """Probability of each stance by the sentence itself; together 1.

    Args:
        features: Of a sentence and a claim.
        models: A model per stance; those of the package if None.
    """
    if nearly_a_wording(features):
        ruled = _VOTED[features["nearest:vote"].value]
        rest = (1.0 - _SURE) / (len(Stance) - 1)
        return {stance: _SURE if stance is ruled else rest for stance in Stance}
    return (models or stance_models("stances")).shares(features)


def nearly_a_wording(features: Mapping[str, Feature]) -> bool:
    """Whether the sentence is so like a wording of the codebook that the rules decide."""
    nearest = features.get("nearest")
    return nearest is not None and nearest.value >= _NEARLY_THE_SAME


def speaking_for(
    features: Mapping[str, Feature], stance: Stance
) -> tuple[tuple[str, Stretch], ...]:
    """The features that speak for a stance and show in words: name and words, strongest first."""
    raising = stance_models("stances").models[stance].speaking_for(features.values())
    return tuple((f.name, f.span) for f in raising if f.span is not None)


@cache
def stance_models(name: str) -> Models[Stance]:
    """The models of a file of weights by stance."""
    learned = load_weights(name)
    return Models({stance: learned[stance] for stance in Stance})


def _sides(
    claim: Claim, likeness: Sequence[float]
) -> tuple[Sequence[float], Sequence[float]]:
    """Likeness to the affirming and to the denying wordings."""
    middle = 1 + len(claim.affirms)
    return likeness[1:middle], likeness[middle:]


def _likeness(claim: Claim, likeness: Sequence[float]) -> Iterator[Feature]:
    affirming, denying = _sides(claim, likeness)
    statement = likeness[0]
    yes, no = max(affirming, default=0.0), max(denying, default=0.0)
    yield Feature("like-statement", statement)
    yield Feature("like-affirming", yes)
    yield Feature("like-denying", no)
    yield Feature("nearest", max(statement, yes, no))
    yield Feature("likeness", yes - no)
    yield Feature("mean-likeness", _mean(affirming) - _mean(denying))
    lead = max(statement, yes) - no
    yield Feature("relative-likeness", lead / (statement + yes + no + _FAINT))
    yield Feature("denying-wordings", len(denying) / max(1, len(likeness) - 1))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _judgements(
    utterance: Utterance, claim: Claim, likeness: Sequence[float]
) -> Iterator[Feature]:
    """The judgements of the rules against the statement and the nearest wordings."""
    affirming, denying = _sides(claim, likeness)
    wordings = {"statement": 0, "nearest": likeness.index(max(likeness))}
    if affirming:
        wordings["affirming"] = 1 + affirming.index(max(affirming))
    if denying:
        wordings["denying"] = 1 + len(affirming) + denying.index(max(denying))
    judged: dict[int, Judgement] = {}
    for name, place in wordings.items():
        if place not in judged:
            judged[place] = _judge(utterance, claim, place)
        judgement = judged[place]
        vote = judgement.stance.sign
        yield Feature(f"{name}:vote", vote)
        yield Feature(f"{name}:alike", vote * likeness[place])
        yield Feature(f"{name}:certain", vote * judgement.certainty)
        if judgement.stance is Stance.RAISES:
            yield Feature(f"{name}:raises")
    for judgement in judged.values():
        for cue in judgement.cues:
            yield Feature(f"turned:{cue.rule}", 1.0, cue.span)


def _judge(utterance: Utterance, claim: Claim, place: int) -> Judgement:
    return judge(
        utterance.sentence,
        texts_of(claim)[place],
        affirming=place <= len(claim.affirms),
        setting=_setting(utterance),
    )


@remembered
def _setting(utterance: Utterance) -> Setting:
    return Setting(
        before=utterance.before,
        after=utterance.after,
        heard=utterance.heard[-1] if utterance.heard else None,
    )


@remembered
def _own(utterance: Utterance) -> tuple[Feature, ...]:
    """What is so of a sentence whatever the claim."""
    return (*_words(utterance), *_form(utterance))


def _words(utterance: Utterance) -> Iterator[Feature]:
    for prefix, text in (
        ("", utterance.sentence),
        ("before:", utterance.before),
        ("after:", utterance.after),
    ):
        if text is not None:
            for group, hit in stance_words(text).items():
                yield Feature(f"{prefix}{group}", 1.0, hit.span)


def _form(utterance: Utterance) -> Iterator[Feature]:
    sentence, tokens = utterance.sentence, utterance.sentence.tokens
    mark = question_mark(sentence)
    if mark is not None:
        yield Feature("question-mark", 1.0, tokens.word(mark))
    for act, probability in act_probabilities(utterance).items():
        yield Feature(f"act:{act}", probability)
    for name, listed in (("negation", _NEGATIONS), ("contrast", _CONTRASTS)):
        places = [i for i in sentence.places if tokens.lower[i] in listed]
        if places:
            yield Feature(name, 1.0, tokens.word(places[0]))
        if name == "negation" and len(places) > 1:
            yield Feature("negations", 1.0, tokens.word(places[1]))
    if not utterance.quoted.isdisjoint(sentence.places):
        yield Feature("quoted")
    yield Feature("depth", utterance.index / max(1, utterance.count - 1))
    if utterance.index == utterance.count - 1:
        yield Feature("last")
    if utterance.moderator:
        yield Feature("moderator")
