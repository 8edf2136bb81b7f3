"""Hedging: words by which a speaker holds back commitment."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialoog.coding import CodedSentence

_POS_OF_CLASS = {
    "adverbs": frozenset({"ADV", "ADJ"}),
    "verbs": frozenset({"VERB", "AUX"}),
}


def hedge_count(sentence: CodedSentence) -> int:
    """Number of hedges: lemmas of `hedges.toml` with the part of speech of their class.

    "Dat lijkt misschien vreemd" has two. A count of words, not of meanings: "soms"
    can be plain fact.

    References:
        Hyland, K. (2005). Metadiscourse: exploring interaction in writing.

    Examples:
        >>> from dialoog.coding import CodedSentence, Word
        >>> tagged = [("dat", "PRON"), ("lijken", "VERB"), ("misschien", "ADV")]
        >>> words = tuple(Word(lemma, lemma, pos, False, 0, 0) for lemma, pos in tagged)
        >>> sentence = CodedSentence(turn=0, sentence=0, start=0, end=0, text="", words=words)
        >>> hedge_count(sentence)
        2
    """
    hedges = _hedges()
    return sum(
        word.pos in hedges.get(word.lemma.lower(), frozenset())
        for word in sentence.words
    )


@cache
def _hedges() -> dict[str, frozenset[str]]:
    text = (files("dialoog.measures") / "hedges.toml").read_text(encoding="utf-8")
    return {
        lemma: _POS_OF_CLASS[word_class]
        for word_class, lemmas in tomllib.loads(text).items()
        for lemma in lemmas
    }
