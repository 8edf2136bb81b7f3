"""Where the sentences of a Dutch interview begin.

The component `dialoog_sentences` stands before the parser and presets sentence
starts. Punctuation decides wherever it can: a full stop, question mark, exclamation
mark or ellipsis ends a sentence when what follows could begin one. A paragraph, a
bullet or a heading always begins one. In long stretches without any such mark (a raw
transcript) the parser is left to decide.

An emoji is not a full stop: it belongs to the sentence before it, and ends that
sentence only where a mark or a paragraph does (`emoji_ends` changes this).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.lang.nl.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from dialoog.annotation.abbreviations import FullStop, full_stop_after

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_UNMARKED = 80
"""Tokens without any final mark after which the parser may look for sentences."""

PARTICLES = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "ten",
        "ter",
        "'t",
        "het",
        "von",
        "vande",
        "vanden",
        "vander",
        "te",
        "la",
        "le",
        "du",
        "di",
        "del",
        "el",
    ]
)
"""Small words inside names, as in `J. van den Berg`; in Flanders with a capital."""

NUMBERED = frozenset(
    [
        "plan",
        "optie",
        "vitamine",
        "groep",
        "deel",
        "punt",
        "type",
        "klas",
        "model",
        "fase",
    ]
)
"""Nouns that a single letter may follow, as in `plan B.`"""

CLOSERS = frozenset("\"”’'»›)]}″")
OPENERS = frozenset("\"“„‘'«‹([{″’”")
BULLETS = frozenset("•◦▪‣·*-–—■►")
PAIRS = {"(": ")", "[": "]", "“": "”", "„": "”", "‘": "’", "«": "»", '"': '"'}

FINAL = re.compile(r"(?:[.!?]|…|‼|⁉|⁇|⁈)+$")
EMOJI = re.compile(
    "^(?:[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff"
    "\u200d\ufe0f\U000e0020-\U000e007f]+|[:;=8][-']?[)(DPp/|]+)$"
)
FOOTNOTE = re.compile(r"[.!?]\[\d{1,3}$")
"""A word, its mark and the number of a note: one token in `gevonden.[3]`."""
WORD = re.compile(r"[^\W\d_]")
ITEM = re.compile(r"^(?:\d{1,2}|[^\W\d_])[.)]+$")


def set_breaks(doc: Doc, breaks: Iterable[int]) -> None:
    """Record where a new paragraph, bullet or heading begins in the text of a doc.

    Args:
        doc: The doc, before the pipeline has seen it.
        breaks: Places in `doc.text`; the first token there begins a sentence.
    """
    _register()
    doc._.dialoog_breaks = tuple(breaks)


@Language.factory(
    "dialoog_sentences",
    assigns=["token.is_sent_start", "doc.sents"],
    default_config={"max_unmarked": MAX_UNMARKED, "emoji_ends": False},
)
def create_sentences(
    nlp: Language, name: str, max_unmarked: int, emoji_ends: bool
) -> Sentences:
    """Make the component; see the module for what it decides."""
    _register()
    return Sentences(max_unmarked=max_unmarked, emoji_ends=emoji_ends)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The component: presets `is_sent_start` of every token it can decide on.

    Attributes:
        max_unmarked: In a longer stretch of tokens without a final mark, the parser
            decides.
        emoji_ends: An emoji without a final mark before it ends a sentence too.
    """

    max_unmarked: int = MAX_UNMARKED
    emoji_ends: bool = False

    def __call__(self, doc: Doc) -> Doc:
        """Preset the sentence starts of a doc; its text is not changed."""
        starts = self.starts(doc)
        edges = [i for i, start in enumerate(starts) if start] + [len(doc)]
        for begin, end in pairwise(edges):
            doc[begin].is_sent_start = True
            if end - begin <= self.max_unmarked:
                for token in doc[begin + 1 : end]:
                    token.is_sent_start = False
        return doc

    def starts(self, doc: Doc) -> list[bool]:
        """Return for each token whether a sentence begins there, by the marks alone."""
        marks = _Marks(doc)
        starts: list[bool] = []
        for i in range(len(doc)):
            starts.append(
                i == 0
                or i in marks.breaks
                or (i not in marks.inside and self._starts(marks, i, starts))
            )
        return starts

    def _starts(self, marks: _Marks, i: int, starts: list[bool]) -> bool:
        if marks.glued(i):
            return marks.space_forgotten(i)
        if marks.is_emoji(i):
            return False
        mark = marks.mark_before(i)
        if mark is not None:
            return marks.ends(mark, i, starts)
        return self.emoji_ends and marks.is_emoji(i - 1) and marks.shape(i) == "Upper"


class _Marks:
    """The marks of a doc and what stands around them."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [token.text for token in doc]
        self.index = [token.idx for token in doc]
        self.spaced = [bool(token.whitespace_) or token.is_space for token in doc]
        self.breaks = self._breaks(doc)
        self.inside = self._inside()
        self.lower_style = self._lower_style()

    def glued(self, i: int) -> bool:
        """Whether no white space stands before token `i`."""
        return not self.spaced[i - 1]

    def is_emoji(self, i: int) -> bool:
        return bool(EMOJI.match(self.words[i]))

    def closes(self, i: int) -> bool:
        """Whether token `i` closes a quotation or bracket after what it closes."""
        return i > 0 and self.words[i] in CLOSERS and self.glued(i)

    def mark_before(self, i: int) -> int | None:
        """Return the final mark that ends what stands before token `i`, or None."""
        k = i - 1
        while k > 0 and (self.closes(k) or self.is_emoji(k) or self.words[k].isspace()):
            k -= 1
        word = self.words[k]
        final = FINAL.match(word) or word.endswith((".", "…")) or FOOTNOTE.search(word)
        return k if final else None

    def ends(self, mark: int, i: int, starts: list[bool]) -> bool:
        """Whether a final mark ends the sentence before token `i`."""
        if mark and self.words[mark - 1] in {"(", "["}:
            return False
        closed = mark < i - 1 and self.closes(mark + 1)
        shape = self.shape(i)
        if self.words[mark].endswith(("…", "..")):
            return shape in {"Upper", "bracket"} and not starts[mark]
        if not self.words[mark].endswith("."):
            return shape != "lower" or (self.lower_style and not closed)
        return self._full_stop_ends(mark, i, shape, starts) and not (
            closed and shape == "lower"
        )

    def shape(self, i: int) -> str:
        """Return what token `i` begins with: Upper, lower, number, bracket or other."""
        if self.words[i] in {"(", "["}:
            return "bracket"
        while i < len(self.words) - 1 and (
            self.words[i] in OPENERS or self.words[i] in BULLETS
        ):
            i += 1
        word = self.words[i]
        if (
            word[0] in "'’‘`"
            and not any(map(str.isupper, word))
            and i + 1 < len(self.words)
        ):
            return "Upper" if self.words[i + 1][0].isupper() else "lower"
        if any(map(str.isupper, word)):
            return "Upper"
        if word[0].isdigit() or word[0] in "€$£":
            return "number"
        return "lower" if WORD.match(word) or word in {",", ";", ":"} else "other"

    def space_forgotten(self, i: int) -> bool:
        """Whether a space is missing before token `i`, as in `bodem.Dat is`."""
        word = self.words[i]
        return (
            i > 1
            and self.words[i - 1] in {".", "?", "!"}
            and len(self.words[i - 2]) > 2
            and self.words[i - 2].isalpha()
            and self.words[i - 2].islower()
            and word.isalpha()
            and word.istitle()
            and len(word) > 1
        )

    def _full_stop_ends(
        self, mark: int, i: int, shape: str, starts: list[bool]
    ) -> bool:
        chunk = self._chunk(mark)
        kind = full_stop_after(chunk)
        if kind is FullStop.CONTINUES or self._numbers_item(mark, chunk, starts):
            return False
        if shape == "lower":
            return kind is FullStop.ENDS and (self.lower_style or _is_plain(chunk))
        if shape == "number":
            return kind is FullStop.ENDS
        if kind is FullStop.UNSURE and chunk[0].isupper():
            return not self._begins_name(mark, i)
        return True

    def _numbers_item(self, mark: int, chunk: str, starts: list[bool]) -> bool:
        """Whether the mark belongs to the number of a list item, as in `1. Luister`."""
        first = mark if len(self.words[mark]) > 1 else mark - 1
        while first > 0 and self.words[first - 1] in BULLETS:
            first -= 1
        return bool(ITEM.match(chunk)) and first >= 0 and starts[first]

    def _begins_name(self, mark: int, i: int) -> bool:
        """Whether initials before token `i` belong to a name that begins there."""
        letter = mark if len(self.words[mark]) > 1 else mark - 1
        if letter and self.words[letter - 1].lower() in NUMBERED:
            return False
        word = self.words[i].lower()
        if word in PARTICLES:
            return i + 1 < len(self.words) and self.words[i + 1][0].isupper()
        return word not in STOP_WORDS

    def _chunk(self, mark: int) -> str:
        """Return the text without white space that a mark closes, as `d.w.z.`."""
        end = self.index[mark] + len(self.words[mark])
        begin = end
        while begin and not self.text[begin - 1].isspace():
            begin -= 1
        return self.text[begin:end].lstrip("\"“„‘'«‹([{”’-–—/")

    def _breaks(self, doc: Doc) -> frozenset[int]:
        """Return the tokens with which a paragraph, bullet or heading begins."""
        places = [bisect_left(self.index, place) for place in doc._.dialoog_breaks]
        for i, word in enumerate(self.words[:-1]):
            if word.isspace() and (
                word.count("\n") > 1 or ("\n" in word and self.words[i + 1] in BULLETS)
            ):
                places.append(i + 1)
        return frozenset(places)

    def _inside(self) -> frozenset[int]:
        """Return the tokens inside a quotation or bracket within a sentence.

        What is enclosed belongs to the sentence around it when that begins before the
        opening mark and goes on, with a small letter, after the closing one.
        """
        tokens: set[int] = set()
        for i, word in enumerate(self.words):
            if word in PAIRS and i and not self._follows_mark(i):
                close = self._closing(i)
                if close is not None and self._goes_on(close + 1):
                    tokens.update(range(i + 1, close + 1))
        return frozenset(tokens)

    def _follows_mark(self, i: int) -> bool:
        return i in self.breaks or self.closes(i) or self.mark_before(i) is not None

    def _closing(self, i: int) -> int | None:
        wanted = PAIRS[self.words[i]]
        for k in range(i + 1, min(len(self.words), i + MAX_UNMARKED)):
            if k in self.breaks:
                return None
            if self.words[k] == wanted and self.closes(k):
                return k
        return None

    def _goes_on(self, i: int) -> bool:
        return (
            i < len(self.words)
            and i not in self.breaks
            and (self.words[i] in {",", ";", ":"} or self.shape(i) == "lower")
        )

    def _lower_style(self) -> bool:
        """Whether sentences begin with small letters, as in a raw transcript."""
        shapes = [
            self.shape(i)
            for i in range(1, len(self.words))
            if self.words[i - 1] in {".", "?", "!"} and self.spaced[i - 1]
        ]
        return shapes.count("lower") >= max(2, len(shapes) / 2)


def _is_plain(chunk: str) -> bool:
    """Whether a chunk with a full stop is a word rather than an unlisted abbreviation."""
    word = chunk.rstrip(".")
    return len(word) >= 4 and bool(re.search(r"[aeiouyáéíóúèëïöü]", word.lower()))


def _register() -> None:
    if not Doc.has_extension("dialoog_breaks"):
        Doc.set_extension("dialoog_breaks", default=())
