"""Evidence: the words that speak for a code, with their place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from dialoog.annotation.annotate import AnnotatedTurn
    from dialoog.coding.logistic import Feature, Logistic

_MOST = 5


def evidence_of(
    features: Iterable[Feature], model: Logistic, sentence: Span, turn: AnnotatedTurn
) -> tuple[Evidence, ...]:
    """The weightiest features that speak for a code, strongest first.

    A feature that shows in no word, such as the place in the turn, points to the whole
    sentence; the weight is what the feature adds to the log odds.
    """
    found = []
    for feature in features:
        span = sentence if feature.span is None else feature.span
        inside = span.doc is turn.doc
        start, end = turn.source_range(span if inside else sentence)
        weight = round(model.contribution(feature), 3)
        text = " ".join(span.text.split())
        found.append(
            Evidence(rule=feature.name, text=text, start=start, end=end, weight=weight)
        )
    return tuple(found[:_MOST])
