"""Counts per turn: what tables, tests and intervals are made of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dialoog.edition import Perspective
from dialoog.measures.dialogue import MoveKind
from dialoog.measures.selection import sentence_index
from dialoog.measures.words import lemmas_by_sentence, token_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dialoog.coding import CodedEdition

    Integers = NDArray[np.int64]

COMPARED = (Perspective.ACADEMIC, Perspective.PRACTITIONER, Perspective.OTHER)
"""Perspectives on the topic; a moderator asks and is not compared with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnCounts:
    """How often things occur in each turn.

    Attributes:
        names: What is counted, one per column, in order.
        table: Turns × things: number of sentences on it, or of its tokens.
        sizes: Sentences (or tokens) of each turn.
        perspectives: Perspective of each turn's speaker.
    """

    names: tuple[str, ...]
    table: Integers
    sizes: Integers
    perspectives: tuple[Perspective, ...]

    def side(self, perspective: Perspective) -> NDArray[np.bool_]:
        """Which turns are of this perspective."""
        return np.array([p is perspective for p in self.perspectives], bool)

    def only(self, perspectives: tuple[Perspective, ...]) -> TurnCounts:
        """The counts of the turns of these perspectives."""
        kept = np.array([p in perspectives for p in self.perspectives], bool)
        return TurnCounts(
            names=self.names,
            table=self.table[kept],
            sizes=self.sizes[kept],
            perspectives=tuple(p for p in self.perspectives if p in perspectives),
        )

    def columns(self, kept: NDArray[np.bool_]) -> TurnCounts:
        """The counts of some of the things, out of the same sizes."""
        return self.at(np.flatnonzero(kept).tolist())

    def at(self, places: Sequence[int]) -> TurnCounts:
        """The same, of things given by their places, in that order."""
        return TurnCounts(
            names=tuple(self.names[place] for place in places),
            table=self.table[:, list(places)],
            sizes=self.sizes,
            perspectives=self.perspectives,
        )


def present_perspectives(coded: CodedEdition) -> tuple[Perspective, ...]:
    """The perspectives that have a turn, in the order of `Perspective`."""
    spoken = {turn.speaker for turn in coded.edition.turns}
    held = {s.perspective for s in coded.edition.speakers if s.name in spoken}
    return tuple(perspective for perspective in Perspective if perspective in held)


def theme_counts(coded: CodedEdition) -> TurnCounts:
    """Sentences per theme of the codebook in each turn, out of its sentences."""
    return _sentence_counts(coded, "theme", [t.id for t in coded.codebook.themes])


def claim_counts(coded: CodedEdition) -> TurnCounts:
    """Sentences per claim of the codebook, whatever their stance, in each turn."""
    return _sentence_counts(coded, "claim", [c.id for c in coded.codebook.claims])


def move_counts(coded: CodedEdition) -> TurnCounts:
    """Sentences that make each kind of move in each turn, out of its sentences."""
    return _sentence_counts(coded, "move", [kind.value for kind in MoveKind])


def _sentence_counts(coded: CodedEdition, facet: str, names: list[str]) -> TurnCounts:
    index = sentence_index(coded)
    place_of, perspectives = _turns(coded)
    turns = [place_of[sentence.turn] for sentence in coded.sentences]
    turn_of = np.array(turns, np.int64)
    table = np.zeros((len(place_of), len(names)), np.int64)
    for column, name in enumerate(names):
        rows = np.array(index.rows({facet: name}), np.int64)
        table[:, column] = np.bincount(turn_of[rows], minlength=len(place_of))
    sizes = np.bincount(turn_of, minlength=len(place_of))
    return TurnCounts(
        names=tuple(names), table=table, sizes=sizes, perspectives=perspectives
    )


def token_totals(coded: CodedEdition) -> dict[Perspective, int]:
    """Tokens of each perspective, 0 for who has none."""
    place_of, perspectives = _turns(coded)
    totals = dict.fromkeys(Perspective, 0)
    for sentence, tokens in zip(coded.sentences, token_counts(coded), strict=True):
        totals[perspectives[place_of[sentence.turn]]] += tokens
    return totals


def lemma_counts(coded: CodedEdition) -> TurnCounts:
    """Tokens per content lemma (by alphabet) in each turn, out of its tokens.

    The names of the speakers are left out: by them one addresses the other.
    """
    place_of, perspectives = _turns(coded)
    names = {
        part.lower()
        for s in coded.edition.speakers
        for part in re.findall(r"\w+", s.name)
    }
    sizes = np.zeros(len(place_of), np.int64)
    per_turn: list[Counter[str]] = [Counter() for _ in place_of]
    lemmas_of, tokens_of = lemmas_by_sentence(coded), token_counts(coded)
    for row, sentence in enumerate(coded.sentences):
        turn = place_of[sentence.turn]
        sizes[turn] += tokens_of[row]
        per_turn[turn].update(lemmas_of[row])
    lemmas = tuple(sorted(set().union(*per_turn) - names))
    column = {lemma: place for place, lemma in enumerate(lemmas)}
    table = np.zeros((len(place_of), len(lemmas)), np.int64)
    for turn, counter in enumerate(per_turn):
        for lemma, count in counter.items():
            if lemma in column:
                table[turn, column[lemma]] = count
    return TurnCounts(names=lemmas, table=table, sizes=sizes, perspectives=perspectives)


def _turns(coded: CodedEdition) -> tuple[dict[int, int], tuple[Perspective, ...]]:
    held = {speaker.name: speaker.perspective for speaker in coded.edition.speakers}
    place_of = {turn.number: place for place, turn in enumerate(coded.edition.turns)}
    return place_of, tuple(held[turn.speaker] for turn in coded.edition.turns)
