"""The tokens of a doc as plain lists, each read once.

spaCy makes an object for every token and span that is asked for, and coding asks for the
same words hundreds of times. Here a doc gives a list per attribute; a word is its index,
and a stretch of text two of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dialoog.coding.words import compound_parts, derivation_base

if TYPE_CHECKING:
    from collections.abc import Hashable

    from spacy.tokens import Doc


class Tokens:
    """The tokens of a doc; each list has an entry for every token.

    The doc must not change meanwhile.

    Attributes:
        doc: The doc, for what is asked of it seldom.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
    """

    def __init__(self, doc: Doc) -> None:
        """Take a doc; nothing is read of it before it is asked for."""
        self.doc = doc
        self.memory: dict[Hashable, Any] = {}

    @cached_property
    def text(self) -> str:
        """The text of the doc."""
        return self.doc.text

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences start, and where the last one ends."""
        return [*(sentence.start for sentence in self.doc.sents), len(self.doc)]

    @cached_property
    def forms(self) -> list[str]:
        """The words as written."""
        return [token.text for token in self.doc]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return [token.lower_ for token in self.doc]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas."""
        return [token.lemma_ for token in self.doc]

    @cached_property
    def parts(self) -> list[tuple[str, ...]]:
        """Of a compound the lemmas of its parts; of other words nothing."""
        return [compound_parts(token) for token in self.doc]

    @cached_property
    def bases(self) -> list[str]:
        """The lemma that a lemma is derived from, or ""."""
        return [derivation_base(token) for token in self.doc]

    @cached_property
    def pos(self) -> list[str]:
        """The parts of speech."""
        return [token.pos_ for token in self.doc]

    @cached_property
    def relations(self) -> list[str]:
        """The dependency labels without their subtypes."""
        return [token.dep_.partition(":")[0] for token in self.doc]

    @cached_property
    def parsed(self) -> bool:
        """Whether a parser has given heads and dependency labels."""
        return self.doc.has_annotation("DEP")

    @cached_property
    def heads(self) -> list[int]:
        """The heads; a root is its own."""
        offsets = self.doc.to_array("HEAD").astype("int64").tolist()
        return [place + offset for place, offset in enumerate(offsets)]

    @cached_property
    def children(self) -> list[list[int]]:
        """The words of which each is the head, in order."""
        below: list[list[int]] = [[] for _ in self.heads]
        for place, head in enumerate(self.heads):
            if head != place:
                below[head].append(place)
        return below

    @cached_property
    def finite(self) -> list[bool]:
        """Which are finite verbs."""
        return self._inflected("VerbForm=Fin")

    @cached_property
    def past(self) -> list[bool]:
        """Which are in the past tense."""
        return self._inflected("Tense=Past")

    @cached_property
    def alphabetic(self) -> list[bool]:
        """Which consist of letters."""
        return [token.is_alpha for token in self.doc]

    @cached_property
    def punctuation(self) -> list[bool]:
        """Which are punctuation."""
        return [token.is_punct for token in self.doc]

    @cached_property
    def space(self) -> list[bool]:
        """Which are white space."""
        return [token.is_space for token in self.doc]

    @cached_property
    def stop(self) -> list[bool]:
        """Which are stop words."""
        return [token.is_stop for token in self.doc]

    @cached_property
    def quotation_marks(self) -> list[bool]:
        """Which are quotation marks."""
        return [token.is_quote for token in self.doc]

    @cached_property
    def numbers(self) -> list[bool]:
        """Which are numbers, in figures or in words."""
        return [token.is_digit or token.like_num for token in self.doc]

    @cached_property
    def starts(self) -> list[int]:
        """The first character of each in the text."""
        return [token.idx for token in self.doc]

    @cached_property
    def ends(self) -> list[int]:
        """One past the last character of each in the text."""
        lengths = self.doc.to_array("LENGTH").tolist()
        return [
            start + length for start, length in zip(self.starts, lengths, strict=True)
        ]

    def word(self, place: int) -> Stretch:
        """One word."""
        return Stretch(self, place, place + 1)

    def whole(self) -> Stretch:
        """All words."""
        return Stretch(self, 0, len(self.doc))

    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences, in order."""
        return tuple(Stretch(self, *each) for each in pairwise(self.breaks))

    def sentence_of(self, place: int) -> range:
        """Where the sentence of a word stands."""
        after = bisect_right(self.breaks, place)
        return range(self.breaks[after - 1], self.breaks[after])

    def _inflected(self, feature: str) -> list[bool]:
        column: list[int] = self.doc.to_array("MORPH").tolist()
        strings = self.doc.vocab.strings
        having = {each for each in set(column) if feature in strings[each]}
        return [each in having for each in column]


class Stretch:
    """A sentence, or other words that stand together.

    Attributes:
        tokens: The tokens of the doc in which it stands.
        start: Index of its first token.
        end: One past that of its last.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
    """

    __slots__ = ("end", "memory", "start", "tokens")

    def __init__(self, tokens: Tokens, start: int, end: int) -> None:
        """Take the tokens from `start` up to `end`."""
        self.tokens = tokens
        self.start = start
        self.end = end
        self.memory: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def doc(self) -> Doc:
        """The doc in which it stands."""
        return self.tokens.doc

    @property
    def places(self) -> range:
        """Indices of its tokens."""
        return range(self.start, self.end)

    @property
    def lower(self) -> list[str]:
        """Its words in lower case."""
        return self.tokens.lower[self.start : self.end]

    @property
    def text(self) -> str:
        """Its text."""
        return self.tokens.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Its first character in the text of the doc."""
        return self.tokens.starts[self.start]

    @property
    def end_char(self) -> int:
        """One past its last character in the text of the doc."""
        return self.tokens.ends[self.end - 1] if len(self) else self.start_char

    def part(self, start: int, end: int) -> Stretch:
        """Some of its words, by their indices in the doc."""
        return Stretch(self.tokens, start, end)

    def overlaps(self, other: Stretch) -> bool:
        """Whether it has a word in common with another of the same doc."""
        return self.start < other.end and other.start < self.end
