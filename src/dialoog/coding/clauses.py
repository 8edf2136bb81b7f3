"""Clauses of a sentence: how far a word such as `niet` reaches.

A negation reaches over the clause it stands in, and from there down into the clauses
that this one says something of: its object and subject clauses ("ik geloof niet dat …"),
its conditions ("het werkt niet als …", "wie …"). It does not reach into relative clauses,
reasons after a comma, or what `maar` sets against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_CLAUSAL = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis"})
_BELOW = frozenset({"ccomp", "csubj", "xcomp", "advcl"})
_REASONS = frozenset(
    "omdat want doordat terwijl hoewel ofschoon aangezien zodat maar".split()
)
# What one knows, forgets or regrets is so whether one knows it or not.
_FACTIVE = frozenset(
    "weten vergeten beseffen merken begrijpen snappen betreuren verbazen onthouden zien "
    "erkennen ontdekken negeren".split()
)


def relation(token: Token) -> str:
    """Dependency label without its subtype."""
    return token.dep_.partition(":")[0]


def is_clause_head(token: Token) -> bool:
    """Whether a token heads a clause of its own."""
    label = relation(token)
    if label in _CLAUSAL or token.head.i == token.i:
        return True
    return label == "conj" and _is_predicate(token)


def clause_head(token: Token) -> Token:
    """Head of the innermost clause of a token."""
    while not is_clause_head(token):
        token = token.head
    return token


def clause_tokens(head: Token, sentence: Span) -> frozenset[int]:
    """Indices of the tokens of a clause without the clauses inside it."""
    return frozenset(t.i for t in sentence if clause_head(t).i == head.i)


def reach(token: Token, sentence: Span) -> frozenset[int]:
    """Indices of the tokens that a negation at this token reaches."""
    head = clause_head(token.head if token.dep_ != "ROOT" else token)
    if is_clause_head(token) and _is_predicate(token):
        head = token
    own = clause_tokens(head, sentence)
    below = frozenset(i for child in _reached_below(head) for i in clause_tokens(child, sentence))
    return frozenset(i for i in own | below if not _set_against(sentence.doc[i], token))


def _is_predicate(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(
        relation(child) in {"nsubj", "cop", "aux", "csubj"} for child in token.children
    )


def _reached_below(head: Token) -> Iterator[Token]:
    for child in head.children:
        if is_clause_head(child) and _passes(head, child):
            yield child
            yield from _reached_below(child)


def _passes(head: Token, child: Token) -> bool:
    label = relation(child)
    if label == "ccomp":
        return head.lemma_ not in _FACTIVE
    if label == "advcl":
        return not any(c.lower_ in _REASONS for c in child.children)
    if label == "conj":
        return not any(relation(c) in {"nsubj", "cc"} for c in child.children)
    if label in {"acl", "parataxis"}:
        return any(c.lower_ in {"wie", "wat"} for c in child.subtree if c.i < child.i)
    return label in _BELOW


def _set_against(token: Token, negation: Token) -> bool:
    """Whether `maar` or a semicolon stands between a negation and a token after it."""
    if token.i <= negation.i:
        return any(t.lower_ in {"maar", ";"} for t in token.doc[token.i + 1 : negation.i])
    return any(t.lower_ in {"maar", ";", "wel"} for t in token.doc[negation.i + 1 : token.i + 1])
