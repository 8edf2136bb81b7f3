"""Codes: what a sentence is about, claims and does, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialoog.codebook import Codebook
    from dialoog.edition import Edition


class Stance(StrEnum):
    """What a sentence does with a claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    RAISES = "raises"

    @property
    def sign(self) -> float:
        """1 if it affirms the claim, -1 if it denies it, 0 if it leaves it open."""
        return _SIGNS[self]


_SIGNS = {Stance.AFFIRMS: 1.0, Stance.DENIES: -1.0, Stance.RAISES: 0.0}


class Act(StrEnum):
    """What a sentence does in the dialogue."""

    QUESTION = "question"
    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a code was given.

    Attributes:
        rule: What fired: `term:trots`, `wording:affirms:3`, `negation`, `question-mark` …
        text: The words in the source that made it fire.
        start: Their first character in the source (half-open range).
        end: One past their last character in the source.
        weight: What it contributed to the score of the code.
    """

    rule: str
    text: str
    start: int
    end: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCode:
    """A theme of the codebook that a sentence is about; score in 0..1."""

    theme: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCode:
    """A claim of the codebook that a sentence affirms, denies or raises; score in 0..1."""

    claim: str
    stance: Stance
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActCode:
    """A dialogue act of a sentence."""

    act: Act
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence, as the tables need it.

    `pos` is the Universal Dependencies part of speech; `start` and `end` are
    offsets in the source; `parts` are the lemmas that a compound or derivation is
    made of.
    """

    text: str
    lemma: str
    pos: str
    is_stop: bool
    start: int
    end: int
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSentence:
    """A sentence of a turn with all its codes.

    Attributes:
        turn: Number of the turn, from 0.
        sentence: Place in the turn, from 0.
        start: First character in the source (half-open range).
        end: One past the last character in the source.
        text: Its words, white space single.
        words: Its tokens, punctuation included.
        themes: By descending score.
        claims: By descending score, at most one per claim.
        acts: In the order of `Act`.
        key: How much it states a position to take away, 0 to 1.
        key_evidence: What made the key score.
    """

    turn: int
    sentence: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()
    themes: tuple[ThemeCode, ...] = ()
    claims: tuple[ClaimCode, ...] = ()
    acts: tuple[ActCode, ...] = ()
    key: float = 0.0
    key_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CodedEdition:
    """An edition, the codebook it was coded with, and its sentences in order."""

    edition: Edition
    codebook: Codebook
    sentences: tuple[CodedSentence, ...]

    def __repr__(self) -> str:
        """One line: what was coded, with what."""
        return (
            f"<CodedEdition {self.edition.title or self.edition.source.name!r}: "
            f"{len(self.sentences)} sentences, codebook {self.codebook.id}>"
        )
