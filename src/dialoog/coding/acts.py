"""Dialogue acts: which sentences ask, agree with or differ from the other speaker.

Three logistic models over the features below decide, one per act; their weights are in
`data/acts.json`, learned by `training/discourse.py`. A sentence can have several acts: a reply
may open with "Ja, maar". What counts:

- words: the set phrases of `data/acts.toml`, and the words and pairs of words that the coded
  editions have often enough to learn from;
- address: `jij`, `jullie`, `u`, the other's name; `je` alone is mostly "one";
- place: assent opens a reply, a question to the other closes a turn;
- the neighbours: a question that its speaker answers is not put to anybody, words between
  quotation marks are somebody else's.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dialoog.coding.dialogue import Spoken
from dialoog.coding.logistic import Feature, Models, load_weights
from dialoog.coding.model import Act
from dialoog.coding.phrases import load_lexicon
from dialoog.coding.quotes import share_quoted
from dialoog.coding.remembered import remembered
from dialoog.coding.said import SaidRows, said, said_before
from dialoog.coding.wordset import first_of_groups, word_groups, word_set

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.phrases import Hit
    from dialoog.coding.tokens import Stretch, Tokens

_WORDS = word_groups(
    {
        "you": "jij jou jouw jouwe jullie u uw uzelf jezelf",
        "je": "je",
        "i": "ik me mij mijn",
        "we": "wij we ons onze",
        "negation": "niet geen nooit niets niks niemand nergens evenmin noch",
    }
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_AGREES = frozenset({"agree_strong", "agree_short", "concede"})
_DIFFERS = frozenset({"disagree_strong", "disagree_weak"})
_DENIALS = word_set("niet geen nooit nauwelijks evenmin geenszins allerminst")
_MORE_WHEN_EARLY = sorted(
    word_set(
        "agree_strong agree_short concede takeaway disagree_strong disagree_weak no_start nuance contrast_start contrast_inside you points-first echo "
        "name negation short mark"
    )
)
_MORE_WITH_MARK = sorted(
    word_set("you je asks_view tag rhetorical verb-first wh-first short opening-turn")
)
_WH = word_set(
    "wie wat waar waarom wanneer hoe hoeveel hoelang welk welke waarvoor waarmee waardoor "
    "waarover waarop waarin waaruit waarvan waartoe vanwaar hoezo"
)
_ANSWERS = word_set(
    "ja nee neen welnee jawel misschien natuurlijk nauwelijks nooit niets niemand geen niet "
    "integendeel zeker soms vaak vermoedelijk waarschijnlijk ongeveer nul tja nou omdat dat "
    "door eerder veel weinig vast logisch onzin daar"
)
_POINTS = word_set("dat dit die deze daar hier")


def act_features(
    utterance: Utterance, known: Container[str] | None = None
) -> dict[str, Feature]:
    """What is so of a sentence that may make it a question, an agreement or a disagreement.

    Args:
        utterance: The sentence in its place.
        known: Names of the words and pairs of words that matter; None for all.
    """
    found = _features(utterance)
    for feature in (
        *said(utterance.sentence, known),
        *said_before(utterance.before, known),
    ):
        found.setdefault(feature.name, feature)
    return found


@remembered
def act_probabilities(utterance: Utterance) -> dict[Act, float]:
    """How probable each act is.

    Who has heard nobody yet can ask, but neither agree nor disagree.
    """
    models, words = _models()
    probabilities = models.probabilities(
        (
            *models.rows_of(_features(utterance).values()),
            *words.of(utterance.sentence, utterance.before),
        )
    )
    possible = Act if utterance.heard else (Act.QUESTION,)
    return {act: probabilities[act] if act in possible else 0.0 for act in Act}


@remembered
def find_acts(utterance: Utterance) -> tuple[tuple[Act, tuple[Feature, ...]], ...]:
    """The acts of a sentence in the order of `Act`, each with the features that speak for it."""
    models = _models()[0]
    given = [
        act
        for act, probability in act_probabilities(utterance).items()
        if probability >= models.models[act].threshold
    ]
    if not given:
        return ()
    features = act_features(utterance, models.rows).values()
    return tuple((act, models.models[act].speaking_for(features)) for act in given)


@cache
def _models() -> tuple[Models[str], SaidRows]:
    models = Models(load_weights("acts"))
    return models, SaidRows(models.rows)


def _features(utterance: Utterance) -> dict[str, Feature]:
    """Features but for the single words and pairs of words."""
    found: dict[str, Feature] = {}
    for feature in (*_phrases(utterance), *_form(utterance), *_place(utterance)):
        found.setdefault(feature.name, feature)
    for feature in tuple(_together(utterance, found)):
        found.setdefault(feature.name, feature)
    return found


def _phrases(utterance: Utterance) -> Iterator[Feature]:
    for hit in _said_so(utterance.sentence):
        if share_quoted(hit.span, utterance.quoted) < 1.0:
            yield Feature(hit.group, 1.0, hit.span)
    if utterance.before is not None:
        for hit in _said_so(utterance.before):
            if hit.group in _AGREES:
                yield Feature("before-agrees", 1.0, hit.span)


@remembered
def _said_so(sentence: Stretch) -> list[Hit]:
    """The set phrases of a sentence; "het niet mee eens" is none of agreement."""
    lexicon = load_lexicon("acts")
    hits = lexicon.find(sentence)
    if not any(hit.group in _AGREES for hit in hits):
        return list(hits)
    denied = [
        hit
        for hit in lexicon.find(sentence, nested=True)
        if hit.group in _DIFFERS and _is_denial(hit.span)
    ]
    kept = [
        hit
        for hit in hits
        if hit.group not in _AGREES
        or not any(other.span.overlaps(hit.span) for other in denied)
    ]
    # a denial may be among the others already: each once
    return list(
        {
            (hit.group, hit.span.start, hit.span.end): hit for hit in (*kept, *denied)
        }.values()
    )


def _is_denial(span: Stretch) -> bool:
    tokens = span.tokens
    return any(tokens.lower[place] in _DENIALS for place in span.places) and not any(
        tokens.punctuation[place] for place in span.places
    )


def _form(utterance: Utterance) -> Iterator[Feature]:
    sentence, tokens = utterance.sentence, utterance.sentence.tokens
    words = [place for place in sentence.places if tokens.alphabetic[place]]
    if utterance.quoted:
        words = [place for place in words if place not in utterance.quoted]
    mark = question_mark(sentence)
    if mark is not None:
        cited = share_quoted(sentence, utterance.quoted) > 0.5
        yield Feature("mark-quoted" if cited else "mark", 1.0, tokens.word(mark))
    for name, place in first_of_groups(_WORDS, tokens.lower, words).items():
        yield Feature(name, 1.0, tokens.word(place))
    named = [place for place in words if tokens.forms[place] in utterance.names]
    if named:
        yield Feature("name", 1.0, tokens.word(named[0]))
    yield from _opening(tokens, words)
    if len(words) <= 3:
        yield Feature("short")
    elif len(words) >= 20:
        yield Feature("long")
    if any(tokens.past[place] for place in words):
        yield Feature("past")


def _opening(tokens: Tokens, words: Sequence[int]) -> Iterator[Feature]:
    if not words:
        return
    lower, shown = tokens.lower[words[0]], tokens.word(words[0])
    if lower in _WH:
        yield Feature("wh-first", 1.0, shown)
    if lower in _POINTS:
        yield Feature("points-first", 1.0, shown)
    if tokens.pos[words[0]] in {"VERB", "AUX"}:
        yield Feature("verb-first", 1.0, shown)


def _place(utterance: Utterance) -> Iterator[Feature]:
    index, left = utterance.index, utterance.count - 1 - utterance.index
    if not utterance.heard:
        yield Feature("opening-turn")
    elif index <= 2:
        yield Feature(f"reply-{index}")
    elif index / utterance.count < 0.4:
        yield Feature("reply-early")
    if left <= 1:
        yield Feature(f"left-{left}")
    if utterance.turn == utterance.turns - 1:
        yield Feature("last-turn")
    if any(question_mark(each) is not None for each in utterance.heard[-2:]):
        yield Feature("asked")
    if utterance.before is not None and question_mark(utterance.before) is not None:
        yield Feature("question-before")
    yield Feature("echo", echo(utterance.sentence, utterance.heard))


def _question_place(
    utterance: Utterance, found: Mapping[str, Feature]
) -> Iterator[Feature]:
    """What tells a question to the other from one that its speaker answers or leaves open."""
    mark = found["mark"]
    following = utterance.said[utterance.index + 1 :]
    statements = [each for each in following if question_mark(each) is None]
    if not statements:
        yield Feature("mark+final", 1.0, mark.span)
    elif len(statements) <= 2:
        yield Feature("mark+nearly-final", 1.0, mark.span)
    else:
        yield Feature("mark+statements-follow", 1.0, mark.span)
    if utterance.moderator:
        yield Feature("mark+moderator", 1.0, mark.span)
    yield Feature(
        "mark+taken-up",
        echo(utterance.sentence, Spoken(utterance.reply[:4])),
        mark.span,
    )
    if following and question_mark(following[0]) is None:
        tokens = utterance.sentence.tokens
        first = next((i for i in following[0].places if tokens.alphabetic[i]), None)
        if first is not None and tokens.lower[first] in _ANSWERS:
            yield Feature("mark+answered", 1.0, tokens.word(first))


def _together(utterance: Utterance, found: Mapping[str, Feature]) -> Iterator[Feature]:
    """Pairs whose meaning is more than their sum."""
    early = bool(utterance.heard) and utterance.index <= 2
    for name in _MORE_WHEN_EARLY if early else ():
        if name in found:
            yield Feature(f"{name}+early", found[name].value, found[name].span)
    if "mark" in found:
        for name in _MORE_WITH_MARK:
            if name in found:
                yield Feature(f"{name}+mark", 1.0, found[name].span)
        yield from _question_place(utterance, found)
    elif "invite" in found and utterance.count - utterance.index <= 2:
        yield Feature("invite+final", 1.0, found["invite"].span)
    if "before-agrees" in found and "contrast_start" in found:
        yield Feature("agrees-then-contrast", 1.0, found["contrast_start"].span)
    for first, second in (
        ("points-first", "negation"),
        ("you", "negation"),
        ("agree_short", "contrast_inside"),
        ("agree_strong", "contrast_inside"),
        ("contrast_start", "you"),
        ("contrast_start", "echo"),
    ):
        if first in found and second in found and early:
            yield Feature(f"{first}+{second}+early", 1.0, found[second].span)


def echo(sentence: Stretch, others: Spoken) -> float:
    """Which part of the content words of a sentence stands in others too, 0 to 1."""
    mine = _content(sentence)
    return len(mine & _content_of_all(others)) / len(mine) if mine else 0.0


@remembered
def _content_of_all(sentences: Spoken) -> set[str]:
    return set().union(*map(_content, sentences))


@remembered
def _content(sentence: Stretch) -> set[str]:
    tokens = sentence.tokens
    return {
        tokens.lemmas[place].lower()
        for place in sentence.places
        if tokens.pos[place] in _CONTENT
    }


@remembered
def question_mark(sentence: Stretch) -> int | None:
    """Where the question mark stands that ends a sentence, or None.

    A quotation mark or emoji may follow.
    """
    tokens = sentence.tokens
    for place in reversed(sentence.places):
        if "?" in tokens.forms[place]:
            return place
        if tokens.alphabetic[place]:
            return None
    return None
