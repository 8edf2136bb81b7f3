"""Words as they are compared: folded, and reduced to what inflection and derivation share.

A word has several keys, and two words match when they share one: the trained lemma is right
nineteen times in twenty, the stem of the form catches most of the rest, and the parts of a
compound let `ambassadeur` find `ambassadeursrol`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("dutch")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_ALIKE = {
    form: group
    for group, forms in {
        "zich": "zich me mij je jou u ons",
        "zichzelf": "zichzelf mezelf mijzelf jezelf uzelf onszelf hemzelf haarzelf henzelf",
        "zijn": "mijn m'n jouw uw zijn z'n haar ons onze hun",
        "niks": "niets niks",
        "nee": "nee neen",
    }.items()
    for form in forms.split()
}


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Lower case, without diacritics, with straight apostrophes."""
    decomposed = unicodedata.normalize("NFD", text.translate(_APOSTROPHES).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def stem(folded: str) -> str:
    """The stem of a folded word (Snowball's Dutch stemmer, after Kraaij and Pohlmann)."""
    return str(_STEMMER.stemWord(folded))


@lru_cache(maxsize=100_000)
def word_keys(word: str) -> frozenset[str]:
    """The keys of a word of which only the form is known (as in a codebook)."""
    folded = fold(word)
    keys = {folded, stem(folded)}
    if folded in _ALIKE:
        keys.add(f"={_ALIKE[folded]}")
    return frozenset(keys)


@lru_cache(maxsize=100_000)
def keys_of(form: str, lemma: str, parts: tuple[str, ...], base: str) -> frozenset[str]:
    """The keys of a word: of its form, its lemma, its parts and what it is derived from."""
    keys = set(word_keys(form) | word_keys(lemma))
    for part in (*parts, base):
        if part:
            keys |= word_keys(part)
    return frozenset(keys)
