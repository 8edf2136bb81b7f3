"""One lemma for a separable verb, whether its particle stands apart or not.

The component `dialoog_separable_verbs` gives `neemt … op` and `op te nemen` the lemma
of `opneemt` and `opgenomen`: `opnemen`. It reads the relation `compound:prt`, which
the Dutch treebanks of every release of Universal Dependencies use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLE = "compound:prt"
NOT_JOINED = frozenset({"VERB", "AUX", "PUNCT"})
"""Parts of speech that stand apart in writing too: `laten ontgaan`, `besloten ligt`."""


@Language.factory(
    "dialoog_separable_verbs",
    assigns=["token.lemma"],
    requires=["token.dep", "token.head", "token.lemma", "token.pos"],
)
def create_separable_verbs(nlp: Language, name: str) -> SeparableVerbs:
    """Make the component; see the module for what it does."""
    return SeparableVerbs()


class SeparableVerbs:
    """The component: rewrites the lemma of verbs that have a particle."""

    def __call__(self, doc: Doc) -> Doc:
        """Join each particle to the lemma of its verb."""
        for token in doc:
            if token.dep_ == PARTICLE and _joins(token, token.head):
                token.head.lemma_ = token.lower_ + token.head.lemma_.lower()
        return doc


def _joins(particle: Token, verb: Token) -> bool:
    return (
        verb.pos_ in {"VERB", "AUX"}
        and particle.pos_ not in NOT_JOINED
        and particle.is_alpha
        and not verb.lemma_.lower().startswith(particle.lower_)
    )
