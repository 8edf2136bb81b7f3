"""A dialogue as the coder sees it: what each sentence says, in which turn and by whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dialoog.coding.bags import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialoog.coding.content import Content
    from dialoog.coding.place import Figures, Numbers


@dataclass(frozen=True, eq=False)
class Contents:
    """The sentences of a dialogue, in order.

    Attributes:
        sentences: What each says.
        turns: Number of the turn of each, ascending.
        speakers: Who says each.
        substance: By kind of code the log odds that each has any; only the coder needs it.
    """

    sentences: Sequence[Content]
    turns: Numbers
    speakers: Sequence[str]
    substance: Mapping[str, Figures] = field(default_factory=dict)

    @cached_property
    def words(self) -> Rows:
        """The words of each."""
        return Rows(content.words for content in self.sentences)

    @cached_property
    def fields(self) -> Rows:
        """The semantic fields of each."""
        return Rows(content.fields for content in self.sentences)
