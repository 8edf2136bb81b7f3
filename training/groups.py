"""What the learning of all kinds of codes shares: topics left out, features by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.logistic import Feature

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from training.reading import Coded


def without_topic(whole: list[Coded]) -> Iterator[tuple[list[Coded], list[Coded]]]:
    """Each group of topics, and all the others."""
    for group in sorted({e.group for e in whole}):
        yield (
            [e for e in whole if e.group == group],
            [e for e in whole if e.group != group],
        )


def feature_of(values: Mapping[str, float]) -> dict[str, Feature]:
    """Named values as features that no words show."""
    return {name: Feature(name, value) for name, value in values.items()}
