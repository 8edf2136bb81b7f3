"""The words of a sentence and its pairs of neighbouring words, as features.

Set phrases (`data/acts.toml`) hold what an author thinks of; the many idioms with which people
agree and differ are learned from coded editions instead, word by word. A feature is named after
its words, `said:ja maar`; `<` and `>` stand for the start and the end of the sentence. What a
sentence does shows in the one before it too, in single words: `before:vraag`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.coding.logistic import Feature

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Span


def said(sentence: Span, known: Container[str] | None = None) -> Iterator[Feature]:
    """The words and pairs of words of a sentence, in their order.

    Args:
        sentence: The sentence.
        known: Names of features that matter; None for all.
    """
    tokens = [token for token in sentence if not token.is_space]
    words = [token.lower_ for token in tokens]
    doc = sentence.doc
    for word, token in zip(words, tokens, strict=True):
        name = f"said:{word}"
        if known is None or name in known:
            yield Feature(name, 1.0, doc[token.i : token.i + 1])
    for place, pair in enumerate(pairwise(("<", *words, ">"))):
        name = f"said:{' '.join(pair)}"
        if known is None or name in known:
            first, last = tokens[max(0, place - 1)], tokens[min(place, len(tokens) - 1)]
            yield Feature(name, 1.0, doc[first.i : last.i + 1])


def said_before(
    sentence: Span | None, known: Container[str] | None = None
) -> Iterator[Feature]:
    """The words of the sentence before; one feature, `turn-start`, where there is none.

    Args:
        sentence: The sentence before in the turn; None for the first.
        known: Names of features that matter; None for all.
    """
    if sentence is None:
        yield Feature("turn-start")
        return
    for token in sentence:
        name = f"before:{token.lower_}"
        if not token.is_space and (known is None or name in known):
            yield Feature(name, 1.0, sentence.doc[token.i : token.i + 1])
