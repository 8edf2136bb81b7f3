"""Key sentences: how much a sentence states a position to take away, 0 to 1.

Such a position is contestable and understands itself alone. A logistic model weighs the
features below; the weights in `data/key.json` are learned by `training/discourse.py`.

- for it: norms, opinions, conditions, causes, contrasts, definitions, general subjects,
  a claim of the codebook, the end of a turn, words that the whole dialogue turns around;
- against it: story-telling (past tense, dates, figures, persons), words that point back
  (`dat`, `hij`), questions, quotations, talk about the talk, very short and long ones;
- either way: the words and pairs of words that coded editions have often enough.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.acts import question_mark
from dialoog.coding.logistic import Feature, load_weights
from dialoog.coding.phrases import load_lexicon
from dialoog.coding.quotes import share_quoted
from dialoog.coding.remembered import remembered
from dialoog.coding.said import said
from dialoog.coding.wordset import first_of_groups, word_groups, word_set

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.tokens import Stretch, Tokens

_POINTS_BACK = word_set(
    "dat die dit deze daar hier hij zij ze hem haar hen hun er zo zoiets daarmee daarvan daarvoor daarin daarop daarover toen"
)
_WORDS = word_groups(
    {
        "he-she": "hij hem zijn haar zij ze hen hun",
        "i": "ik mij me mijn",
        "we": "wij we ons onze",
        "you": "jij jou jouw jullie u uw",
        "negation": "niet geen nooit niemand niets",
    }
)
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What is already known of a sentence.

    Attributes:
        claims: Scores of the claims that it affirms or denies.
        raised: Number of claims that it raises.
        themes: Number of its themes.
        asks: Whether it is a question to the other.
        answers: Whether it agrees with or differs from the other.
    """

    claims: tuple[float, ...] = ()
    raised: int = 0
    themes: int = 0
    asks: bool = False
    answers: bool = False


def key_features(
    utterance: Utterance,
    weight: Centrality,
    coded: Coded,
    known: Container[str] | None = None,
) -> dict[str, Feature]:
    """What is so of a sentence that makes it more or less a position to take away.

    Args:
        utterance: The sentence in its place.
        weight: Which words its dialogue turns around.
        coded: What is already known of it.
        known: Names of the words and pairs of words that matter; None for all.
    """
    found = statement_features(utterance, weight)
    for feature in (*_codes(coded), *said(utterance.sentence, known)):
        found.setdefault(feature.name, feature)
    return found


def statement_features(utterance: Utterance, weight: Centrality) -> dict[str, Feature]:
    """Form and place of a sentence as a statement: all but its codes and single words.

    Args:
        utterance: The sentence in its place.
        weight: Which words its dialogue turns around.
    """
    central = Feature("central", weight.of(utterance.sentence))
    return _stated(utterance) | {central.name: central}


@remembered
def _stated(utterance: Utterance) -> dict[str, Feature]:
    found: dict[str, Feature] = {}
    for feature in (*_phrases(utterance), *_form(utterance), *_place(utterance)):
        found.setdefault(feature.name, feature)
    return found


def key_score(
    utterance: Utterance, weight: Centrality, coded: Coded
) -> tuple[float, tuple[Feature, ...]]:
    """Score 0..1 of a sentence, and the features that raised it, strongest first."""
    model = load_weights("key")["key"]
    features = key_features(utterance, weight, coded, model.weights)
    return model.probability(features), model.speaking_for(features.values())


class Centrality:
    """How much the words of a sentence are those that the dialogue turns around."""

    def __init__(self, sentences: Sequence[Stretch]) -> None:
        self._spread = Counter(lemma for s in sentences for lemma in _lemmas(s))
        self._most = math.log1p(max(self._spread.values(), default=1))

    def of(self, sentence: Stretch) -> float:
        """Mean over its content words of the log share of sentences with the word, 0 to 1."""
        lemmas = _lemmas(sentence)
        if not lemmas:
            return 0.0
        return sum(math.log1p(self._spread[x] - 1) for x in lemmas) / (
            self._most * len(lemmas)
        )


@remembered
def _lemmas(sentence: Stretch) -> set[str]:
    tokens = sentence.tokens
    return {
        tokens.lemmas[place].lower()
        for place in sentence.places
        if tokens.pos[place] in _CONTENT and not tokens.stop[place]
    }


def _phrases(utterance: Utterance) -> Iterator[Feature]:
    for hit in load_lexicon("key").find(utterance.sentence):
        if share_quoted(hit.span, utterance.quoted) < 1.0:
            yield Feature(hit.group, 1.0, hit.span)


def _form(utterance: Utterance) -> Iterator[Feature]:
    sentence, tokens = utterance.sentence, utterance.sentence.tokens
    words = [place for place in sentence.places if tokens.alphabetic[place]]
    share = share_quoted(sentence, utterance.quoted)
    if share:
        yield Feature("quoted", share)
    mark = question_mark(sentence)
    if mark is not None:
        yield Feature("question", 1.0, tokens.word(mark))
    yield Feature(_length(len(words)))
    if not words:
        return
    if tokens.lower[words[0]] in _POINTS_BACK:
        yield Feature("points-back", 1.0, tokens.word(words[0]))
    yield from _grammar(tokens, words)
    if not utterance.names.isdisjoint([tokens.forms[place] for place in words]):
        yield Feature("addresses")
    if any(tokens.numbers[sentence.start : sentence.end]):
        yield Feature("figure")
    text = sentence.text
    if text.rstrip().endswith(":"):
        yield Feature("announces")
    if not text[:1].isalnum() and not share:
        yield Feature("list-item")


def _grammar(tokens: Tokens, words: Sequence[int]) -> Iterator[Feature]:
    finite = [place for place in words if tokens.finite[place]]
    past = [place for place in words if tokens.past[place]]
    if past:
        yield Feature("past", 1.0, tokens.word(past[0]))
    elif finite:
        yield Feature("present", 1.0, tokens.word(finite[0]))
    else:
        yield Feature("no-verb")
    for name, place in first_of_groups(_WORDS, tokens.lower, words).items():
        yield Feature(name, 1.0, tokens.word(place))
    kinds = [tokens.pos[place] for place in words]
    if "PROPN" in kinds:
        yield Feature("proper-name")
    yield Feature("nouns", kinds.count("NOUN") / len(words))
    if kinds[0] in {"NOUN", "DET"} and not past:
        yield Feature("noun-first", 1.0, tokens.word(words[0]))


def _length(words: int) -> str:
    for limit in (4, 7, 11, 16, 22, 30):
        if words <= limit:
            return f"words-to-{limit}"
    return "words-over-30"


def _place(utterance: Utterance) -> Iterator[Feature]:
    left = utterance.count - 1 - utterance.index
    if utterance.index == 0:
        yield Feature("first")
    elif utterance.index == 1:
        yield Feature("second")
    if left == 0:
        yield Feature("last")
    yield Feature("depth", utterance.index / max(1, utterance.count - 1))
    if utterance.turn == 0:
        yield Feature("opening-turn")
    if utterance.turn == utterance.turns - 1:
        yield Feature("closing-turn")
    if utterance.moderator:
        yield Feature("moderator")
    if utterance.after is not None and question_mark(utterance.after) is not None:
        yield Feature("question-follows")
    if utterance.before is not None and question_mark(utterance.before) is not None:
        yield Feature("question-before")


def _codes(coded: Coded) -> Iterator[Feature]:
    if coded.claims:
        yield Feature("claim", max(coded.claims))
    if coded.raised:
        yield Feature("raises")
    if coded.themes:
        yield Feature("themes", min(coded.themes, 3) / 3)
    if coded.asks:
        yield Feature("asks")
    if coded.answers:
        yield Feature("answers")
