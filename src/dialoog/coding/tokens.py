"""The tokens of a doc as plain lists, each read once.

spaCy makes an object for every token and span that is asked for, and coding asks for the
same words hundreds of times. Here a doc gives a list per attribute; a word is its index,
and a stretch of text two of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray
    from spacy.tokens import Doc

T = TypeVar("T")


_WORDS = ("ORTH", "LOWER", "LEMMA", "POS")
_FLAGS = ("IS_ALPHA", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_QUOTE")
_NUMBERS = ("LIKE_NUM", "IS_DIGIT", "IDX", "LENGTH")

_MOST_STRINGS = 500_000
_STRINGS: dict[int, str] = {}
"""Strings by spaCy's numbers for them, which are the same in every pipeline."""


class Tokens:
    """The tokens of a doc; each list has an entry for every token.

    The doc must not change meanwhile.

    Attributes:
        doc: The doc, for what is asked of it seldom.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
        forms: The words as written.
        lower: The words in lower case.
        lemmas: The lemmas.
        pos: The parts of speech.
        alphabetic: Which consist of letters.
        punctuation: Which are punctuation.
        space: Which are white space.
        stop: Which are stop words.
        quotation_marks: Which are quotation marks.
        numbers: Which are numbers, in figures or in words.
        starts: The first character of each in the text.
        ends: One past the last character of each in the text.
    """

    def __init__(self, doc: Doc) -> None:
        """Read a doc."""
        self.doc = doc
        self.memory: dict[Hashable, Any] = {}
        table: NDArray[Any] = doc.to_array([*_WORDS, *_FLAGS, *_NUMBERS]).T
        self.forms, self.lower, self.lemmas, self.pos = (
            _strings(doc, column) for column in table[:4]
        )
        flags: list[list[bool]] = table[4:9].astype(bool).tolist()
        self.alphabetic, self.punctuation, self.space, *others = flags
        self.stop, self.quotation_marks = others
        self.numbers: list[bool] = (table[9] | table[10]).astype(bool).tolist()
        self.starts: list[int] = table[11].tolist()
        self.ends: list[int] = (table[11] + table[12]).tolist()

    @cached_property
    def text(self) -> str:
        """The text of the doc."""
        return self.doc.text

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences start, and where the last one ends."""
        return [*(sentence.start for sentence in self.doc.sents), len(self.doc)]

    @cached_property
    def parts(self) -> list[tuple[str, ...]]:
        """Of a compound the lemmas of its parts; of other words nothing."""
        return self._set("compound", ())

    @cached_property
    def bases(self) -> list[str]:
        """The lemma that a lemma is derived from, or ""."""
        return self._set("derivation", "")

    @cached_property
    def relations(self) -> list[str]:
        """The dependency labels without their subtypes."""
        labels = _strings(self.doc, self.doc.to_array("DEP"))
        return [label.partition(":")[0] for label in labels]

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
        column = self.doc.to_array("MORPH")
        return [feature in features for features in _strings(self.doc, column)]

    def _set(self, attribute: str, default: T) -> list[T]:
        """What a component has set as `token._.attribute`, where it has.

        Read from where spaCy keeps it: `token._` takes longer than all else that is
        asked of a token together.
        """
        kept: dict[Any, Any] = self.doc.user_data
        found: dict[int, T] = {
            key[2]: value
            for key, value in kept.items()
            if isinstance(key, tuple) and key[:2] == ("._.", attribute)
        }
        return [found.get(start, default) for start in self.starts]


def _strings(doc: Doc, column: NDArray[Any]) -> list[str]:
    """The strings of which a column has the numbers, one of each."""
    numbers: list[int] = column.tolist()
    try:
        return [_STRINGS[number] for number in numbers]
    except KeyError:
        if len(_STRINGS) > _MOST_STRINGS:
            _STRINGS.clear()
        strings = doc.vocab.strings
        _STRINGS.update((number, intern(strings[number])) for number in set(numbers))
        return [_STRINGS[number] for number in numbers]


class Stretch:
    """A sentence, or other words that stand together; at least one.

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
        return self.tokens.ends[self.end - 1]

    def part(self, start: int, end: int) -> Stretch:
        """Some of its words, by their indices in the doc."""
        return Stretch(self.tokens, start, end)

    def overlaps(self, other: Stretch) -> bool:
        """Whether it has a word in common with another of the same doc."""
        return self.start < other.end and other.start < self.end
