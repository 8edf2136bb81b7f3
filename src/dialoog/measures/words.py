"""Which tokens of a sentence count as words, and which words carry content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.measures.once import once

if TYPE_CHECKING:
    from dialoog.coding import CodedEdition, CodedSentence

NO_WORD = frozenset({"PUNCT", "SPACE", "SYM"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


def token_count(sentence: CodedSentence) -> int:
    """Number of words, numbers included; punctuation and symbols are not counted."""
    return len([word for word in sentence.words if word.pos not in NO_WORD])


def content_lemmas(sentence: CodedSentence) -> tuple[str, ...]:
    """Lemmas of the content words, in order, small letters, as often as they occur.

    Nouns, names, verbs, adjectives and adverbs that are no stop words; compounds stay
    whole. What has fewer than two letters ("x", "24", "'s") is left out.
    """
    return tuple(
        [
            word.lemma.lower()
            for word in sentence.words
            if word.pos in CONTENT and not word.is_stop and _letters(word.lemma) > 1
        ]
    )


@once
def token_counts(coded: CodedEdition) -> tuple[int, ...]:
    """The number of words of each sentence, as `token_count` has it."""
    return tuple([token_count(sentence) for sentence in coded.sentences])


@once
def lemmas_by_sentence(coded: CodedEdition) -> tuple[tuple[str, ...], ...]:
    """The lemmas of each sentence, as `content_lemmas` has them."""
    return tuple([content_lemmas(sentence) for sentence in coded.sentences])


def _letters(text: str) -> int:
    if text.isalpha():
        return len(text)
    return sum(character.isalpha() for character in text)
