"""Why a sentence has its codes, in words for a reader."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dialoog.coding.phrases import load_lexicon

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
    "said": "words often used to do so",
    "before": "a word that often comes before it",
    "context": "the sentences around it",
}
_WHERE = {
    "before": "in the sentence before",
    "after": "in the sentence after",
    "turned": "beside the nearest wording",
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
    if head == "stance":
        return f"stance: {_meaning(rest)}"
    return _RULES[head].format(rest) if head in _RULES else _meaning(rule)


def _meaning(reason: str) -> str:
    """What a reason means; of one that is several together, all of them."""
    where, _, rest = reason.rpartition(":")
    said = ", ".join(
        _meanings().get(each, each.replace("-", " ")) for each in rest.split("+")
    )
    return f"{said} ({_WHERE[where]})" if where in _WHERE else said


@cache
def _meanings() -> dict[str, str]:
    path = files("dialoog.coding") / "data" / "reasons.toml"
    listed: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))
    groups = {
        group: _inside(meaning)
        for name in ("stance", "key", "acts")
        for group, meaning in load_lexicon(name).meanings.items()
    }
    return groups | {
        name: text for part in listed.values() for name, text in part.items()
    }


def _inside(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")


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
