"""Word sets, written as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def word_set(words: str) -> frozenset[str]:
    """The words of a text that are separated by white space."""
    return frozenset(words.split())


def word_groups(groups: Mapping[str, str]) -> dict[str, str]:
    """The group of each word, from the words of each group; no word is in two."""
    return {word: name for name, words in groups.items() for word in words.split()}


def first_of_groups(
    groups: Mapping[str, str], words: Sequence[str], places: Iterable[int]
) -> dict[str, int]:
    """Where the first word of each group stands, of the words at some places."""
    first: dict[str, int] = {}
    for place in places:
        name = groups.get(words[place])
        if name is not None and name not in first:
            first[name] = place
    return first
