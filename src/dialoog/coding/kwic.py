"""Key word in context: a term, theme or claim with the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dialoog.coding.terms import TermIndex
from dialoog.coding.words import fold, word_keys
from dialoog.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dialoog.coding.model import CodedEdition, CodedSentence, Word


class Sort(StrEnum):
    """By what lines of context are ordered."""

    TEXT = "text"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One occurrence in its context.

    Attributes:
        left: Words before it in the sentence.
        key: The words found; for a theme or claim those of its weightiest evidence.
        right: Words after it in the sentence.
        speaker: Who says it.
        perspective: From where the speaker looks at the topic.
        turn: Number of the turn, from 0.
        sentence: Place of the sentence in the turn, from 0.
        start: First character of the key in the source.
        end: One past its last character.
    """

    left: str
    key: str
    right: str
    speaker: str
    perspective: str
    turn: int
    sentence: int
    start: int
    end: int


def kwic(
    coded: CodedEdition, query: str, *, sort: Sort = Sort.TEXT
) -> tuple[Line, ...]:
    """Every occurrence of a term, theme or claim, each with its sentence around it.

    Args:
        coded: A coded edition.
        query: `theme:ID`, `claim:ID`, or a term as a codebook would have it: a word
            (in any inflection, in compounds too), a word group, `stam*` or `*deel`.
        sort: By place in the text, or by the words before (nearest first) or after.

    Raises:
        UsageError: The query is empty, or names no theme or claim of the codebook.
    """
    kind, _, name = query.partition(":")
    if kind in {"theme", "claim"} and name:
        ranges = _coded_ranges(coded, kind, name)
    else:
        ranges = _term_ranges(coded, query)
    speakers = {speaker.name: speaker for speaker in coded.edition.speakers}
    said_by = {turn.number: turn.speaker for turn in coded.edition.turns}
    text = coded.edition.source.text
    lines = [
        Line(
            left=_flat(text[sentence.start : start]),
            key=_flat(text[start:end]),
            right=_flat(text[end : sentence.end]),
            speaker=said_by[sentence.turn],
            perspective=str(speakers[said_by[sentence.turn]].perspective),
            turn=sentence.turn,
            sentence=sentence.sentence,
            start=start,
            end=end,
        )
        for sentence, start, end in ranges
    ]
    return tuple(sorted(lines, key=_order(sort)))


def _order(sort: Sort) -> Callable[[Line], tuple[object, ...]]:
    def key(line: Line) -> tuple[object, ...]:
        place = (line.turn, line.sentence, line.start)
        if sort is Sort.LEFT:
            return (fold(line.left).split()[::-1], fold(line.key), *place)
        if sort is Sort.RIGHT:
            return (fold(line.right).split(), fold(line.key), *place)
        return place

    return key


def _coded_ranges(
    coded: CodedEdition, kind: str, name: str
) -> Iterator[tuple[CodedSentence, int, int]]:
    items = coded.codebook.themes if kind == "theme" else coded.codebook.claims
    if name not in {item.id for item in items}:
        known = ", ".join(item.id for item in items)
        message = f"There is no {kind} '{name}' in this codebook; it has {known}."
        raise UsageError(message)
    for sentence in coded.sentences:
        codes = sentence.themes if kind == "theme" else sentence.claims
        for given in codes:
            if getattr(given, kind) == name:
                inside = [
                    evidence
                    for evidence in given.evidence
                    if sentence.start <= evidence.start and evidence.end <= sentence.end
                ]
                best = max(inside, key=lambda evidence: evidence.weight, default=None)
                if best is None or best.weight == 0.0:
                    yield sentence, sentence.start, sentence.end
                else:
                    yield sentence, best.start, best.end


def _term_ranges(
    coded: CodedEdition, term: str
) -> Iterator[tuple[CodedSentence, int, int]]:
    if not any(char.isalnum() for char in term):
        message = "Give a term to look for: a word, a word group, 'stam*' or '*deel'."
        raise UsageError(message)
    index = TermIndex([(None, term)])
    for sentence in coded.sentences:
        words = [word for word in sentence.words if word.pos not in {"PUNCT", "SPACE"}]
        for hit in index.find([_keys(word) for word in words]):
            yield sentence, words[hit.places[0]].start, words[hit.places[-1]].end


def _keys(word: Word) -> frozenset[str]:
    return frozenset().union(*map(word_keys, (word.text, word.lemma, *word.parts)))


def _flat(text: str) -> str:
    return " ".join(text.split())
