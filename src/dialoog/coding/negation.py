"""What turns a statement into its opposite, and over which words.

Beside `niet` and its kin these are words that reject what they are said of ("het is een
misverstand dat"), that call its outcome bad ("wat op bevel gaat, verliest zijn kracht"),
and `alsof`. Phrases that look like a negation and are none ("niet alleen", "niet voor
niets") are left out, and so is a negation that only repeats another ("ook niet").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.clauses import (
    clause_head,
    contrast,
    is_finite,
    leading_clause,
    reach,
)
from dialoog.coding.phrases import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Span, Token

    from dialoog.coding.phrases import Hit

_OPENERS = frozenset({"dat", "of", "als", "om", "alsof"})
_KINDS = ("reject", "dispensable", "negator", "negator_small", "few", "alsof", "bad")
_PREDICATES = frozenset({"VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Turner:
    """Words that turn what stands in their scope into its opposite.

    Attributes:
        rule: Which kind: `negator`, `reject`, `bad` …
        span: The words.
        scope: Indices of the tokens they reach.
        against: In "niet X, maar Y" those of Y; else empty.
    """

    rule: str
    span: Span
    scope: frozenset[int]
    against: frozenset[int] = frozenset()


def turners(sentence: Span) -> tuple[Turner, ...]:
    """The words that turn something in a sentence, in order."""
    hits = load_lexicon("stance").find(sentence, nested=True)
    harmless = {
        t.i for hit in hits if hit.group in {"neutral", "doubt"} for t in hit.span
    }
    found: list[Turner] = []
    for hit in sorted(hits, key=lambda h: (_rank(h), h.span.start)):
        if hit.group not in _KINDS or any(t.i in harmless for t in hit.span):
            continue
        if _overlaps(hit.span, found) or _repeats(hit, found):
            continue
        against = (
            contrast(_carrier(hit.span), sentence) if hit.group == "negator" else None
        )
        scope = against[0] if against else _scope(hit, sentence)
        if scope:
            other = against[1] if against else frozenset()
            found.append(Turner(hit.group, hit.span, scope, other))
    return tuple(sorted(found, key=lambda t: t.span.start))


def turning(sentence: Span, focus: Collection[int]) -> tuple[Turner, ...]:
    """The turners that reach most of the tokens in focus, or that turn such a turner.

    "Zonder X geen Y" says that X is needed for Y: both count, and cancel out.
    """
    every = turners(sentence)
    direct = [t for t in every if _reaches(t, sentence, focus)]
    without = [t for t in every if t.rule == "negator_small" and t not in direct]
    needed = [t for t in without if any(i in t.scope for i in focus)]
    if needed and any(t.rule == "negator" for t in direct):
        direct.append(needed[0])
    turned = [t for t in direct if t.rule in {"reject", "bad"}]
    indirect = [
        t
        for t in every
        if t not in direct
        and t.rule == "negator"
        and any(x.i in t.scope for other in turned for x in other.span)
    ]
    return tuple(sorted((*direct, *indirect), key=lambda t: t.span.start))


def _rank(hit: Hit) -> int:
    return _KINDS.index(hit.group) if hit.group in _KINDS else len(_KINDS)


def _scope(hit: Hit, sentence: Span) -> frozenset[int]:
    last = hit.span[-1]
    if hit.group == "dispensable":
        return frozenset(range(sentence.start, sentence.end))
    if hit.group == "negator":
        return reach(_carrier(hit.span), sentence)
    if hit.group == "bad":
        return reach(last, sentence)
    if hit.group == "few":
        before = sentence.doc[max(sentence.start, hit.span.start - 1)].lower_
        return frozenset() if before in {"te", "een", "zo"} else reach(last, sentence)
    if hit.group == "negator_small":
        return _complement(last, sentence)
    if hit.group == "alsof":
        return frozenset(range(hit.span.end, sentence.end))
    return _rejected(hit.span, sentence)


def _carrier(span: Span) -> Token:
    said = ("niet", "geen", "niets", "niks", "nooit")
    return next((t for t in span if t.lower_ in said), span[0])


def _complement(word: Token, sentence: Span) -> frozenset[int]:
    """What a preposition or conjunction governs: up to the comma or the next clause."""
    inside: list[int] = []
    for token in sentence.doc[word.i + 1 : sentence.end]:
        if token.is_punct or is_finite(token):
            break
        inside.append(token.i)
    return frozenset(inside)


def _rejected(span: Span, sentence: Span) -> frozenset[int]:
    """The clause after `dat`, `of`, `om`; without one, what went before."""
    tail = sentence.doc[span.start : sentence.end]
    opener = next(
        (t for t in tail if t.lower_ in _OPENERS and t.i <= span.end + 3), None
    )
    if opener is not None and span.start not in leading_clause(sentence):
        return frozenset(range(opener.i + 1, sentence.end))
    before = frozenset(range(sentence.start, span.start))
    if len(before) >= 3 or not sentence.doc.has_annotation("DEP"):
        return before
    head = clause_head(span.root).i
    return before | frozenset(t.i for t in tail if clause_head(t).i == head)


def _overlaps(span: Span, found: list[Turner]) -> bool:
    return any(t.span.start < span.end and span.start < t.span.end for t in found)


def _repeats(hit: Hit, found: list[Turner]) -> bool:
    """A second negation after `ook`, `zeker`, `en` or a comma stresses the first."""
    if hit.group != "negator" or not any(t.rule == "negator" for t in found):
        return False
    before = hit.span.doc[max(0, hit.span.start - 1)].lower_
    return before in {"ook", "zelfs", "zeker", "helemaal"}


def _reaches(turner: Turner, sentence: Span, focus: Collection[int]) -> bool:
    """Whether most words in focus are in scope; against `maar Y`, whether any is, and none in Y."""
    if turner.rule == "bad" and any(t.i in focus for t in turner.span):
        return False
    if turner.against:
        return any(i in turner.scope for i in focus) and not any(
            i in turner.against for i in focus
        )
    return _share(sentence, turner.scope, focus) > 0.5


def _share(sentence: Span, scope: Collection[int], focus: Collection[int]) -> float:
    """Which part of the words in focus is in scope; predicates count double."""
    weight = {i: 2 if sentence.doc[i].pos_ in _PREDICATES else 1 for i in focus}
    return sum(w for i, w in weight.items() if i in scope) / max(
        1, sum(weight.values())
    )
