"""Obligation against freedom: "het moet" and "het is een vrije keuze" exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.phrases import load_lexicon

if TYPE_CHECKING:
    from dialoog.coding.tokens import Stretch

_OTHER = {"must": "free", "free": "must"}


def force(text: Stretch) -> dict[str, Stretch]:
    """Which of obligation (`must`) and freedom (`free`) a text speaks of, and in what words."""
    hits = load_lexicon("stance").find(text, nested=True)
    return {hit.group: hit.span for hit in hits if hit.group in _OTHER}


def frees(sentence: Stretch, wording: Stretch) -> Stretch | None:
    """The words by which one speaks of freedom alone where the other has obligation alone."""
    said, meant = force(sentence), force(wording)
    for kind, other in _OTHER.items():
        if kind in said and other not in said and other in meant and kind not in meant:
            return said[kind]
    return None
