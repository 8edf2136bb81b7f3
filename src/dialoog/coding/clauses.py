"""Clauses of a sentence: how far a word such as `niet` reaches.

A negation reaches over the clause it stands in, and from there down into the clauses
that this one says something of: its object and subject clauses ("ik geloof niet dat …"),
its conditions ("het werkt niet als …", "wie …"). It does not reach into relative clauses,
reasons after a comma, or what `maar` sets against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_CLAUSAL = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis"})
_REASONS = word_set("omdat want doordat terwijl hoewel ofschoon aangezien zodat maar")
# What one knows, forgets or regrets is so whether one knows it or not.
_FACTIVE = word_set(
    "weten vergeten beseffen merken begrijpen snappen betreuren verbazen onthouden "
    "erkennen ontdekken negeren"
)
_SUBJECT_CLAUSE = word_set("dat wie wat als wanneer zodra zolang indien of om")
_BREAKS = frozenset({"maar", ";"})


def relation(token: Token) -> str:
    """Dependency label without its subtype."""
    return token.dep_.partition(":")[0]


def is_finite(token: Token) -> bool:
    """Whether a token is a finite verb."""
    return "VerbForm=Fin" in str(token.morph)


def clause_head(token: Token) -> Token:
    """Head of the innermost clause of a token."""
    while not _heads_clause(token):
        token = token.head
    return token


def reach(token: Token, sentence: Span) -> frozenset[int]:
    """Indices of the tokens that a negation at this token reaches."""
    if not sentence.doc.has_annotation("DEP"):
        inside = frozenset(range(sentence.start, sentence.end))
    else:
        inside = _by_parse(token, sentence)
    return frozenset(i for i in inside if not _cut_off(sentence.doc, token.i, i))


def contrast(
    token: Token, sentence: Span
) -> tuple[frozenset[int], frozenset[int]] | None:
    """For "niet X, maar Y": the tokens of X and of Y; None where `maar` opens a clause of its own."""
    doc = sentence.doc
    turn = next(
        (t.i for t in doc[token.i + 1 : sentence.end] if t.lower_ == "maar"), None
    )
    if turn is None:
        return None
    between, rest = doc[token.i + 1 : turn], doc[turn + 1 : sentence.end]
    fronted = token.i <= sentence.start + 1
    if any(is_finite(t) for t in rest) and not fronted:
        return None
    return frozenset(t.i for t in between), frozenset(t.i for t in rest)


def leading_clause(sentence: Span) -> frozenset[int]:
    """The clause in front of which the rest says something: "Wie …, verliest", "Dat …, is onzin".

    Found by its first word and the finite verb after its comma; parsers often take it for a
    clause beside the main one.
    """
    words = [t for t in sentence if t.is_alpha]
    if not words or words[0].lower_ not in _SUBJECT_CLAUSE:
        return frozenset()
    for comma in (t for t in sentence if t.text == ","):
        after = sentence.doc[comma.i + 1 : min(comma.i + 3, sentence.end)]
        if any(is_finite(t) for t in after) or any(
            t.lower_ in {"daar", "dan", "dat"} for t in after
        ):
            return frozenset(range(sentence.start, comma.i))
    return frozenset()


def _by_parse(token: Token, sentence: Span) -> frozenset[int]:
    head = clause_head(
        token if _heads_clause(token) and _is_predicate(token) else token.head
    )
    heads = {head.i, *(child.i for child in _reached_below(head))}
    found = frozenset(t.i for t in sentence if clause_head(t).i in heads)
    lead = leading_clause(sentence)
    return found | lead if token.i not in lead else found


def _heads_clause(token: Token) -> bool:
    label = relation(token)
    if label in _CLAUSAL or token.head.i == token.i:
        return True
    return label == "conj" and _is_predicate(token)


def _is_predicate(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(
        relation(child) in {"nsubj", "cop", "aux", "csubj"} for child in token.children
    )


def _reached_below(head: Token) -> Iterator[Token]:
    for child in head.children:
        if _heads_clause(child) and _passes(head, child):
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
    return label == "csubj"


def _cut_off(doc: Doc, negation: int, other: int) -> bool:
    """Whether `maar` or a semicolon stands between a negation and another word."""
    low, high = min(negation, other), max(negation, other)
    return any(t.lower_ in _BREAKS for t in doc[low + 1 : high])
