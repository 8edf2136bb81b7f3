"""What turns a statement into its opposite, and over which words.

Beside `niet` and its kin these are words that reject what they are said of ("het is een
misverstand dat"), that call its outcome bad ("wat op bevel gaat, verliest zijn kracht"),
and `alsof`. Phrases that look like a negation and are none ("niet alleen", "niet voor
niets") are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.clauses import clause_head, reach
from dialoog.coding.phrases import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Span, Token

    from dialoog.coding.phrases import Hit

_OPENERS = frozenset({"dat", "of", "als", "om", "alsof"})


@dataclass(frozen=True, slots=True)
class Turner:
    """Words that turn what stands in their scope into its opposite.

    Attributes:
        rule: Which kind: `negator`, `reject`, `bad` …
        span: The words.
        scope: Indices of the tokens they reach.
    """

    rule: str
    span: Span
    scope: frozenset[int]


def turners(sentence: Span) -> tuple[Turner, ...]:
    """The words that turn something in a sentence, in order."""
    hits = load_lexicon("stance").find(sentence)
    harmless = {t.i for hit in hits if hit.group == "neutral" for t in hit.span}
    found: list[Turner] = []
    for hit in hits:
        scope = _scope(hit, sentence)
        if scope and not _harmless(hit, harmless) and not _overlaps(hit.span, found):
            found.append(Turner(hit.group, hit.span, scope))
    return tuple(found)


def turning(sentence: Span, focus: Collection[int]) -> tuple[Turner, ...]:
    """The turners that reach at least half of the tokens in focus, or what reaches them."""
    every = turners(sentence)
    direct = [t for t in every if _share(t.scope, focus) >= 0.5 and not _within(t, focus)]
    reached = [t for t in direct if t.rule in {"reject", "bad"}]
    indirect = [
        t
        for t in every
        if t not in direct
        and t.rule == "negator"
        and any(_share(t.scope, [x.i for x in r.span]) > 0.5 for r in reached)
    ]
    return tuple(sorted((*direct, *indirect), key=lambda t: t.span.start))


def _scope(hit: Hit, sentence: Span) -> frozenset[int]:
    last = hit.span[-1]
    if hit.group in {"negator", "bad"}:
        return reach(_carrier(hit.span), sentence)
    if hit.group == "few":
        before = sentence.doc[hit.span.start - 1].lower_ if hit.span.start > sentence.start else ""
        return frozenset() if before in {"te", "een", "zo"} else reach(last, sentence)
    if hit.group == "negator_small":
        return _complement(last, sentence)
    if hit.group == "alsof":
        return frozenset(range(hit.span.end, sentence.end))
    if hit.group == "reject":
        return _rejected(hit.span, sentence)
    return frozenset()


def _carrier(span: Span) -> Token:
    negators = [t for t in span if t.lower_ in {"niet", "geen", "niets", "niks", "nooit"}]
    return negators[0] if negators else span.root


def _complement(word: Token, sentence: Span) -> frozenset[int]:
    """What a preposition or conjunction governs: up to the comma or the next clause."""
    inside: list[int] = []
    for token in sentence.doc[word.i + 1 : sentence.end]:
        if token.is_punct or (token.pos_ in {"VERB", "AUX"} and _is_finite(token)):
            break
        inside.append(token.i)
    return frozenset(inside)


def _rejected(span: Span, sentence: Span) -> frozenset[int]:
    """The clause after `dat`, `of`, `om`; without one, what went before."""
    tail = sentence.doc[span.start : sentence.end]
    opener = next((t for t in tail if t.lower_ in _OPENERS and t.i <= span.end + 3), None)
    if opener is not None:
        return frozenset(range(opener.i + 1, sentence.end))
    before = frozenset(range(sentence.start, span.start))
    same = frozenset(t.i for t in tail if clause_head(t).i == clause_head(span.root).i)
    return before | (same if len(before) < 3 else frozenset())


def _harmless(hit: Hit, harmless: Collection[int]) -> bool:
    return any(t.i in harmless for t in hit.span)


def _overlaps(span: Span, found: list[Turner]) -> bool:
    return any(t.span.start < span.end and span.start < t.span.end for t in found)


def _within(turner: Turner, focus: Collection[int]) -> bool:
    return turner.rule == "bad" and any(t.i in focus for t in turner.span)


def _share(scope: Collection[int], focus: Collection[int]) -> float:
    return sum(i in scope for i in focus) / len(focus) if focus else 0.0


def _is_finite(token: Token) -> bool:
    return "VerbForm=Fin" in str(token.morph)
