"""Clauses of a sentence: how far a word such as `niet` reaches.

A negation reaches over the clause it stands in, and from there down into the clauses
that this one says something of: its object and subject clauses ("ik geloof niet dat …"),
its conditions ("het werkt niet als …", "wie …"). It does not reach into relative clauses,
reasons after a comma, or what `maar` sets against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.remembered import remembered
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.coding.tokens import Stretch, Tokens

_CLAUSAL = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis"})
_REASONS = word_set("omdat want doordat terwijl hoewel ofschoon aangezien zodat maar")
# What one knows, forgets or regrets is so whether one knows it or not.
_FACTIVE = word_set(
    "weten vergeten beseffen merken begrijpen snappen betreuren verbazen onthouden "
    "erkennen ontdekken negeren"
)
_SUBJECT_CLAUSE = word_set("dat wie wat als wanneer zodra zolang indien of om")
_RESUMES = frozenset({"daar", "dan", "dat"})
_BREAKS = frozenset({"maar", ";"})


def clause_head(tokens: Tokens, place: int) -> int:
    """Head of the innermost clause of a word."""
    while not _heads_clause(tokens, place):
        place = tokens.heads[place]
    return place


def reach(place: int, sentence: Stretch) -> frozenset[int]:
    """Indices of the words that a negation at this word reaches."""
    if not sentence.tokens.parsed:
        inside = frozenset(sentence.places)
    else:
        inside = _by_parse(place, sentence)
    return frozenset(i for i in inside if not _cut_off(sentence.tokens, place, i))


def contrast(
    place: int, sentence: Stretch
) -> tuple[frozenset[int], frozenset[int]] | None:
    """For "niet X, maar Y": the words of X and of Y; None where `maar` opens a clause of its own."""
    tokens = sentence.tokens
    turn = next(
        (i for i in range(place + 1, sentence.end) if tokens.lower[i] == "maar"), None
    )
    if turn is None:
        return None
    between, rest = range(place + 1, turn), range(turn + 1, sentence.end)
    fronted = place <= sentence.start + 1
    if any(tokens.finite[i] for i in rest) and not fronted:
        return None
    return frozenset(between), frozenset(rest)


@remembered
def leading_clause(sentence: Stretch) -> frozenset[int]:
    """The clause in front of which the rest says something: "Wie …, verliest", "Dat …, is onzin".

    Found by its first word and the finite verb after its comma; parsers often take it for a
    clause beside the main one.
    """
    tokens = sentence.tokens
    first = next((i for i in sentence.places if tokens.alphabetic[i]), None)
    if first is None or tokens.lower[first] not in _SUBJECT_CLAUSE:
        return frozenset()
    for comma in (i for i in sentence.places if tokens.forms[i] == ","):
        after = range(comma + 1, min(comma + 3, sentence.end))
        if any(tokens.finite[i] or tokens.lower[i] in _RESUMES for i in after):
            return frozenset(range(sentence.start, comma))
    return frozenset()


def _by_parse(place: int, sentence: Stretch) -> frozenset[int]:
    tokens = sentence.tokens
    own = _heads_clause(tokens, place) and _is_predicate(tokens, place)
    head = clause_head(tokens, place if own else tokens.heads[place])
    heads = {head, *_reached_below(tokens, head)}
    found = frozenset(i for i in sentence.places if clause_head(tokens, i) in heads)
    lead = leading_clause(sentence)
    return found | lead if place not in lead else found


def _heads_clause(tokens: Tokens, place: int) -> bool:
    label = tokens.relations[place]
    if label in _CLAUSAL or tokens.heads[place] == place:
        return True
    return label == "conj" and _is_predicate(tokens, place)


def _is_predicate(tokens: Tokens, place: int) -> bool:
    return tokens.pos[place] in {"VERB", "AUX"} or any(
        tokens.relations[child] in {"nsubj", "cop", "aux", "csubj"}
        for child in tokens.children[place]
    )


def _reached_below(tokens: Tokens, head: int) -> Iterator[int]:
    # no recursion: speech without full stops is parsed into trees of a thousand levels
    heads = [head]
    while heads:
        above = heads.pop()
        for child in tokens.children[above]:
            if _heads_clause(tokens, child) and _passes(tokens, above, child):
                yield child
                heads.append(child)


def _passes(tokens: Tokens, head: int, child: int) -> bool:
    label, below = tokens.relations[child], tokens.children[child]
    if label == "ccomp":
        return tokens.lemmas[head] not in _FACTIVE
    if label == "advcl":
        return not any(tokens.lower[i] in _REASONS for i in below)
    if label == "conj":
        return not any(tokens.relations[i] in {"nsubj", "cc"} for i in below)
    if label in {"acl", "parataxis"}:
        return any(
            tokens.lower[i] in {"wie", "wat"} and i < child
            for i in _subtree(tokens, child)
        )
    return label == "csubj"


def _subtree(tokens: Tokens, place: int) -> Iterator[int]:
    """A word and all below it, in no order."""
    places = [place]
    while places:
        yield (above := places.pop())
        places += tokens.children[above]


def _cut_off(tokens: Tokens, negation: int, other: int) -> bool:
    """Whether `maar` or a semicolon stands between a negation and another word."""
    low, high = min(negation, other), max(negation, other)
    return not _BREAKS.isdisjoint(tokens.lower[low + 1 : high])
