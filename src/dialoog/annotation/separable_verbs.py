"""One lemma for a separable verb, whether its particle stands apart or not.

The component `dialoog_separable_verbs` gives `neemt … op` and `op te nemen` the lemma
of `opneemt` and `opgenomen`: `opnemen`. It reads the relation `compound:prt`, which
the Dutch treebanks of every release of Universal Dependencies use. Trained
lemmatizers invent particles for verbs that stand apart from theirs, and fail on rare
participles; the forms of simple verbs (`genomen` is of `nemen`), learned by
`training/separable.py`, put both right.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLE = "compound:prt"
NOT_JOINED = frozenset({"VERB", "AUX", "PUNCT"})
"""Parts of speech that stand apart in writing too: `laten ontgaan`, `besloten ligt`."""

PARTICLES = frozenset({
    "aan", "achter", "achterna", "af", "bij", "bijeen", "binnen", "dicht", "door", "in",
    "ineen", "langs", "los", "mee", "mis", "na", "neer", "om", "omver", "onder", "op",
    "open", "over", "rond", "samen", "tegen", "terug", "thuis", "toe", "tussen", "uit",
    "uiteen", "vast", "vol", "voor", "voorbij", "voort", "vooruit", "vrij", "weg",
})  # fmt: skip
"""Words that make a new separable verb with almost any verb; others only known ones."""


@Language.factory(
    "dialoog_separable_verbs",
    assigns=["token.lemma"],
    requires=["token.dep", "token.head", "token.lemma", "token.pos"],
)
def create_separable_verbs(nlp: Language, name: str) -> SeparableVerbs:
    """Make the component; see the module for what it does."""
    return SeparableVerbs()


class SeparableVerbs:
    """The component: rewrites the lemmas of separable verbs."""

    def __call__(self, doc: Doc) -> Doc:
        """Give each separable verb its lemma as one word."""
        for token in doc:
            if token.pos_ == "VERB" and (lemma := lemma_in_one_word(token)):
                token.lemma_ = lemma
        for token in doc:
            if token.dep_ == PARTICLE and token.pos_ not in NOT_JOINED:
                _join(token, token.head)
        return doc


def _join(particle: Token, verb: Token) -> None:
    """Put a particle that stands apart before the lemma of its verb."""
    if verb.pos_ not in {"VERB", "AUX"} or not particle.is_alpha:
        return
    joined = particle.lower_ + simple_lemma(verb)
    known = joined in verbs()
    if known or (verb.pos_ == "VERB" and particle.lower_ in PARTICLES):
        verb.lemma_ = joined


def simple_lemma(verb: Token) -> str:
    """Return the lemma of a verb without any particle that does not stand in it."""
    if verb.lower_ in simple_forms():
        return simple_forms()[verb.lower_]
    lemma = verb.lemma_.lower()
    # the longest first: "openschroeven" begins with "op" too
    for particle in sorted((*PARTICLES, "tot"), key=len, reverse=True):
        if lemma.startswith(particle) and not verb.lower_.startswith(particle):
            return lemma.removeprefix(particle)
    return lemma


def lemma_in_one_word(verb: Token) -> str:
    """Return the lemma of a separable verb written as one, or "" if it need not change.

    A lemma that is a known verb stays; so does a form that no simple verb explains.
    """
    if verb.lemma_ in verbs() or verb.lemma_ in simple_forms():
        return ""
    form = verb.lower_
    for end in range(2, min(len(form) - 2, MOST_LETTERS)):
        particle, rest = form[:end], form[end:]
        simple = simple_forms().get(rest) or simple_forms().get(rest.removesuffix("e"))
        if simple is None:
            continue
        joined = particle + simple
        if joined in verbs() or particle in PARTICLES:
            return joined
    return ""


MOST_LETTERS = 9
"""Longest particle looked for in a form (`achterna`)."""


@cache
def verbs() -> frozenset[str]:
    """Return the separable verbs of the treebank, in one word."""
    return frozenset(_tables()["verbs"])


@cache
def simple_forms() -> dict[str, str]:
    """Return the infinitive of each form of a verb without particle."""
    forms: dict[str, str] = _tables()["forms"]
    return forms


@cache
def _tables() -> dict[str, dict[str, str]]:
    path = files("dialoog.annotation") / "data" / "verbs.json.gz"
    tables: dict[str, dict[str, str]] = json.loads(gzip.decompress(path.read_bytes()))
    return tables
