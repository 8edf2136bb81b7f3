"""Which tokens of a sentence count as words, and which words carry content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialoog.coding import CodedSentence, Word

NO_WORD = frozenset({"PUNCT", "SPACE", "SYM"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


def token_count(sentence: CodedSentence) -> int:
    """Number of words, numbers included; punctuation and symbols are not counted."""
    return sum(word.pos not in NO_WORD for word in sentence.words)


def content_lemmas(sentence: CodedSentence) -> tuple[str, ...]:
    """Lemmas of the content words, in order, small letters, as often as they occur.

    Nouns, names, verbs, adjectives and adverbs that are no stop words; compounds stay
    whole. What has fewer than two letters ("x", "24", "'s") is left out.
    """
    return tuple(word.lemma.lower() for word in sentence.words if _has_content(word))


def _has_content(word: Word) -> bool:
    return word.pos in CONTENT and not word.is_stop and _letters(word.lemma) > 1


def _letters(text: str) -> int:
    if text.isalpha():
        return len(text)
    return sum(character.isalpha() for character in text)
