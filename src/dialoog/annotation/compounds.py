"""What a noun is made of: the parts of a compound, the base of a derivation.

The component `dialoog_compounds` sets two plain values on nouns:

- `token._.compound`: the lemmas of the parts, or `()`. `ambassadeursrol` has
  `("ambassadeur", "rol")`. Parts are words, so `bestuurder` has no `bestuur`.
- `token._.derivation`: the word from which a suffix made this one, or `""`:
  `ambassadeur` for `ambassadeurschap`.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from dialoog.annotation.splitting import load_splitter

NOUNS = frozenset({"NOUN"})

PARTS_OF_BASE = (
    "schap",
    "loosheid",
    "baarheid",
    "heid",
    "loos",
    "baar",
    "achtig",
    "dom",
)
"""Suffixes put behind a noun or adjective."""
PARTS_OF_VERB = ("ing", "er", "baar")
"""Suffixes put behind the stem of a verb."""
MIN_BASE = 3
COMMON_BASE = 2.5
"""Zipf frequency that a base must have, so that chance stretches do not count."""


@Language.factory(
    "dialoog_compounds",
    assigns=["token._.compound", "token._.derivation"],
    requires=["token.pos"],
)
def create_compounds(nlp: Language, name: str) -> Compounds:
    """Make the component; see the module for what it sets."""
    for attribute, default in (("compound", ()), ("derivation", "")):
        if not Token.has_extension(attribute):
            Token.set_extension(attribute, default=default)
    return Compounds()


class Compounds:
    """The component: splits nouns, and finds what others are derived from."""

    def __init__(self) -> None:
        load_splitter()

    def __call__(self, doc: Doc) -> Doc:
        """Set the parts and the base of each noun of a doc."""
        for token in doc:
            if token.pos_ in NOUNS:
                parts = split_compound(token.text)
                if parts and not is_simple(token.lemma_):
                    token._.compound = parts
                elif base := base_of(token.lemma_):
                    token._.derivation = base
        return doc


@lru_cache(maxsize=50_000)
def split_compound(word: str) -> tuple[str, ...]:
    """Return the lemmas of the parts of a noun, or `()` if it has only one.

    Args:
        word: A noun as it stands in the text, or its lemma.
    """
    return load_splitter().split(word)


def is_simple(lemma: str) -> bool:
    """Whether the treebank has a lemma as a noun of one part."""
    entry = load_splitter().lexicon.get(lemma)
    return entry is not None and entry.simple


@lru_cache(maxsize=50_000)
def base_of(lemma: str) -> str:
    """Return the known word from which a suffix made a noun, or "".

    Args:
        lemma: The lemma of a noun.

    Example:
        >>> base_of("ambassadeurschap"), base_of("begeleiding"), base_of("boodschap")
        ('ambassadeur', 'begeleiden', '')
    """
    word = lemma.lower()
    for suffix in PARTS_OF_BASE:
        base = word.removesuffix(suffix)
        if base != word and len(base) >= MIN_BASE and _is_common(base):
            return base
    for suffix in PARTS_OF_VERB:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= MIN_BASE:
            return next((v for v in (f"{stem}en", f"{stem}n") if _is_verb(v)), "")
    return ""


def _is_common(word: str) -> bool:
    entry = load_splitter().lexicon.get(word)
    return entry is not None and entry.zipf >= COMMON_BASE and word not in NO_BASE


def _is_verb(word: str) -> bool:
    return word in load_splitter().verbs


NO_BASE = frozenset(
    {"bood", "gezel", "gereed", "land", "wet", "eigen", "maat", "weten"}
)
"""Words before -schap that say nothing of what the whole means (any more)."""
