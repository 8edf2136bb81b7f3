"""What turns a statement into its opposite, and over which words.

Beside `niet` and its kin these are words that reject what they are said of ("het is een
misverstand dat"), that call its outcome bad ("wat op bevel gaat, verliest zijn kracht"),
and `alsof`. Phrases that look like a negation and are none ("niet alleen", "niet voor
niets") are left out, and so is a negation that only repeats another ("ook niet").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.clauses import clause_head, contrast, leading_clause, reach
from dialoog.coding.phrases import load_lexicon
from dialoog.coding.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Collection

    from dialoog.coding.phrases import Hit
    from dialoog.coding.tokens import Stretch

_OPENERS = frozenset({"dat", "of", "als", "om", "alsof"})
_KINDS = ("reject", "dispensable", "negator", "negator_small", "few", "alsof", "bad")
_PREDICATES = frozenset({"VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Turner:
    """Words that turn what stands in their scope into its opposite.

    Attributes:
        rule: Which kind: `negator`, `reject`, `bad` …
        span: The words.
        scope: Indices of the words they reach.
        against: In "niet X, maar Y" those of Y; else empty.
    """

    rule: str
    span: Stretch
    scope: frozenset[int]
    against: frozenset[int] = frozenset()


@remembered
def turners(sentence: Stretch) -> tuple[Turner, ...]:
    """The words that turn something in a sentence, in order."""
    hits = load_lexicon("stance").find(sentence, nested=True)
    harmless = [hit.span for hit in hits if hit.group in {"neutral", "doubt"}]
    found: list[Turner] = []
    for hit in sorted(hits, key=lambda h: (_rank(h), h.span.start)):
        if hit.group not in _KINDS or any(map(hit.span.overlaps, harmless)):
            continue
        if any(t.span.overlaps(hit.span) for t in found) or _repeats(hit, found):
            continue
        against = (
            contrast(_carrier(hit.span), sentence) if hit.group == "negator" else None
        )
        scope = against[0] if against else _scope(hit, sentence)
        if scope:
            other = against[1] if against else frozenset()
            found.append(Turner(hit.group, hit.span, scope, other))
    return tuple(sorted(found, key=lambda t: t.span.start))


def turning(sentence: Stretch, focus: Collection[int]) -> tuple[Turner, ...]:
    """The turners that reach most of the words in focus, or that turn such a turner.

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
        and any(i in t.scope for other in turned for i in other.span.places)
    ]
    return tuple(sorted((*direct, *indirect), key=lambda t: t.span.start))


def _rank(hit: Hit) -> int:
    return _KINDS.index(hit.group) if hit.group in _KINDS else len(_KINDS)


def _scope(hit: Hit, sentence: Stretch) -> frozenset[int]:
    last = hit.span.end - 1
    if hit.group == "dispensable":
        return frozenset(sentence.places)
    if hit.group == "negator":
        return reach(_carrier(hit.span), sentence)
    if hit.group == "bad":
        return reach(last, sentence)
    if hit.group == "few":
        before = sentence.tokens.lower[max(sentence.start, hit.span.start - 1)]
        return frozenset() if before in {"te", "een", "zo"} else reach(last, sentence)
    if hit.group == "negator_small":
        return _complement(last, sentence)
    if hit.group == "alsof":
        return frozenset(range(hit.span.end, sentence.end))
    return _rejected(hit.span, sentence)


def _carrier(span: Stretch) -> int:
    said = {"niet", "geen", "niets", "niks", "nooit"}
    lower = span.tokens.lower
    return next((i for i in span.places if lower[i] in said), span.start)


def _complement(place: int, sentence: Stretch) -> frozenset[int]:
    """What a preposition or conjunction governs: up to the comma or the next clause."""
    tokens = sentence.tokens
    inside: list[int] = []
    for i in range(place + 1, sentence.end):
        if tokens.punctuation[i] or tokens.finite[i]:
            break
        inside.append(i)
    return frozenset(inside)


def _rejected(span: Stretch, sentence: Stretch) -> frozenset[int]:
    """The clause after `dat`, `of`, `om`; without one, what went before."""
    tokens = sentence.tokens
    tail = range(span.start, sentence.end)
    nearest = tail[: span.end + 4 - span.start]
    opener = next((i for i in nearest if tokens.lower[i] in _OPENERS), None)
    if opener is not None and span.start not in leading_clause(sentence):
        return frozenset(range(opener + 1, sentence.end))
    before = frozenset(range(sentence.start, span.start))
    if len(before) >= 3 or not sentence.tokens.parsed:
        return before
    root = tokens.doc[span.start : span.end].root.i
    head = clause_head(tokens, root)
    return before | frozenset(i for i in tail if clause_head(tokens, i) == head)


def _repeats(hit: Hit, found: list[Turner]) -> bool:
    """A second negation after `ook`, `zeker`, `en` or a comma stresses the first."""
    if hit.group != "negator" or not any(t.rule == "negator" for t in found):
        return False
    before = hit.span.tokens.lower[max(0, hit.span.start - 1)]
    return before in {"ook", "zelfs", "zeker", "helemaal"}


def _reaches(turner: Turner, sentence: Stretch, focus: Collection[int]) -> bool:
    """Whether most words in focus are in scope; against `maar Y`, whether any is, and none in Y."""
    if turner.rule == "bad" and any(i in focus for i in turner.span.places):
        return False
    if turner.against:
        return any(i in turner.scope for i in focus) and not any(
            i in turner.against for i in focus
        )
    return _share(sentence, turner.scope, focus) > 0.5


def _share(sentence: Stretch, scope: Collection[int], focus: Collection[int]) -> float:
    """Which part of the words in focus is in scope; predicates count double."""
    pos = sentence.tokens.pos
    weight = {i: 2 if pos[i] in _PREDICATES else 1 for i in focus}
    return sum(w for i, w in weight.items() if i in scope) / max(
        1, sum(weight.values())
    )
