"""Wordings of claims: short texts that are compared with sentences without being parsed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.lang.nl import Dutch

from dialoog.coding.remembered import remembered
from dialoog.coding.tokens import Tokens
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from dialoog.coding.tokens import Stretch

# Words with so little meaning of their own that sharing them says nothing.
_LIGHT = word_set(
    "zijn is ben bent was waren hebben heb hebt heeft had hadden worden wordt word werd werden "
    "zullen zal zou zouden moeten moet mogen mag hoeven hoeft kunnen kan kun kunt willen wil "
    "gaan gaat ga komen komt kom doen doet doe maken maakt maak laten laat blijven blijft "
    "echt heel erg zeer ook juist gewoon eigenlijk altijd vaak soms veel meer minder goed "
    "ander andere eigen zelf net eens zeggen zegt noemen noem vinden vindt vind ding dingen"
)


@lru_cache(maxsize=4096)
def wording_of(text: str) -> Stretch:
    """A wording as words only, all in one sentence."""
    doc = _tokenizer().make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return Tokens(doc).whole()


@lru_cache(maxsize=1)
def _tokenizer() -> Dutch:
    return Dutch()


def align(sentence: Stretch, wording: Stretch) -> list[tuple[int, int]]:
    """Content words of a sentence, each with the word of a wording that it has in common."""
    theirs = _by_key(wording)
    pairs = []
    for place, keys in _telling(sentence):
        for key in keys:
            if key in theirs:
                pairs.append((place, theirs[key]))
                break
    return pairs


def content(wording: Stretch) -> int:
    """How many words of a wording have content enough to be compared."""
    return len(_telling(wording))


@remembered
def _telling(text: Stretch) -> list[tuple[int, tuple[str, ...]]]:
    """The words with content enough to be compared, each with what it is compared by."""
    tokens = text.tokens
    lower, lemmas = tokens.lower, tokens.lemmas
    return [
        (place, _keys_of(lower[place], lemmas[place]))
        for place in text.places
        if tokens.alphabetic[place]
        and not tokens.stop[place]
        and lower[place] not in _LIGHT
    ]


@remembered
def _by_key(wording: Stretch) -> dict[str, int]:
    lower = wording.tokens.lower
    return {key: i for i, _ in _telling(wording) for key in _keys(lower[i])}


@lru_cache(maxsize=50_000)
def _keys_of(word: str, lemma: str) -> tuple[str, ...]:
    return tuple(sorted(_keys(word) | _keys(lemma.lower())))


@lru_cache(maxsize=50_000)
def _keys(word: str) -> frozenset[str]:
    """A word, and what is left without inflection: betere, beter → beter; scholen → schol."""
    rest = word
    for ending in (
        "elijke",
        "elijk",
        "ende",
        "eren",
        "ere",
        "er",
        "en",
        "te",
        "de",
        "e",
        "s",
        "t",
        "d",
    ):
        if rest.endswith(ending) and len(rest) - len(ending) >= 3:
            rest = rest[: -len(ending)]
            break
    folded = "".join(c for i, c in enumerate(rest) if i == 0 or rest[i - 1] != c)
    return frozenset({word, folded.translate(_VOICED)} if folded else {word})


_VOICED = str.maketrans({"v": "f", "z": "s"})
