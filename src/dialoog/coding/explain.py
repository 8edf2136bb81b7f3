"""Why a sentence has its codes, in words for a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dialoog.codebook import Codebook
    from dialoog.coding.model import CodedSentence, Evidence

_RULES = {
    "term": "term '{}' of the codebook",
    "field": "semantic field '{}'",
    "word": "a word of the theme's definition or terms",
    "statement": "a word of the claim's statement",
    "wording": "a word of example wording {}",
    "stance": "stance: {}",
    "said": "words often used to do so",
    "before": "a word that often comes before it",
    "context": "the sentences around it",
}


def explain(sentence: CodedSentence, codebook: Codebook) -> tuple[str, ...]:
    """One line per code and per piece of its evidence, the latter indented.

    Args:
        sentence: A coded sentence.
        codebook: The codebook that it was coded with, for the labels.
    """
    return tuple(_lines(sentence, codebook))


def describe(rule: str) -> str:
    """A rule of the evidence in words: `term:trots` gives "term 'trots' of the codebook"."""
    head, _, rest = rule.partition(":")
    if head == "context" and rest:
        return f"{describe(rest)}, in a sentence near it"
    return _RULES[head].format(rest) if head in _RULES else rule.replace("-", " ")


def _lines(sentence: CodedSentence, codebook: Codebook) -> Iterator[str]:
    for theme in sentence.themes:
        label = codebook.theme(theme.theme).label
        yield f"theme {theme.theme} ({label}), {theme.score:.2f}"
        yield from _evidence(theme.evidence)
    for claim in sentence.claims:
        label = codebook.claim(claim.claim).label
        yield f"claim {claim.claim} ({label}): {claim.stance}, {claim.score:.2f}"
        yield from _evidence(claim.evidence)
    for act in sentence.acts:
        yield f"act {act.act}"
        yield from _evidence(act.evidence)
    yield f"key {sentence.key:.2f}"
    yield from _evidence(sentence.key_evidence)


def _evidence(evidence: Iterable[Evidence]) -> Iterator[str]:
    for each in evidence:
        yield f'  "{each.text}": {describe(each.rule)}'
