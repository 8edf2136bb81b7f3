"""Wordings of claims: short texts that are compared with sentences without being parsed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.lang.nl import Dutch

from dialoog.coding.remembered import remembered
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Words with so little meaning of their own that sharing them says nothing.
_LIGHT = word_set(
    "zijn is ben bent was waren hebben heb hebt heeft had hadden worden wordt word werd werden "
    "zullen zal zou zouden moeten moet mogen mag hoeven hoeft kunnen kan kun kunt willen wil "
    "gaan gaat ga komen komt kom doen doet doe maken maakt maak laten laat blijven blijft "
    "echt heel erg zeer ook juist gewoon eigenlijk altijd vaak soms veel meer minder goed "
    "ander andere eigen zelf net eens zeggen zegt noemen noem vinden vindt vind ding dingen"
)


@lru_cache(maxsize=4096)
def wording_doc(text: str) -> Doc:
    """A wording as a doc with words only, its one sentence marked."""
    doc = _tokenizer().make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


@lru_cache(maxsize=1)
def _tokenizer() -> Dutch:
    return Dutch()


def tells(token: Token) -> bool:
    """Whether a word has content enough to be compared."""
    return token.is_alpha and not token.is_stop and token.lower_ not in _LIGHT


def align(sentence: Span, wording: Span) -> list[tuple[Token, Token]]:
    """Content words of a sentence, each with the word of a wording that it has in common."""
    theirs = _by_key(wording)
    pairs = []
    for token, keys in _telling(sentence):
        for key in keys:
            if key in theirs:
                pairs.append((token, theirs[key]))
                break
    return pairs


def content(wording: Span) -> int:
    """How many words of a wording have content enough to be compared."""
    return len(_telling(wording))


@remembered
def _telling(text: Span) -> list[tuple[Token, list[str]]]:
    """The words with content, each with what it is compared by."""
    return [
        (token, sorted(_keys(token.lower_) | _keys(token.lemma_.lower())))
        for token in text
        if tells(token)
    ]


@remembered
def _by_key(wording: Span) -> dict[str, Token]:
    return {key: t for t, _ in _telling(wording) for key in _keys(t.lower_)}


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
