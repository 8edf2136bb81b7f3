"""Summary: an edition reduced to the numbers that comparison needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING

from dialoog.coding import Stance
from dialoog.edition import Perspective
from dialoog.measures.counts import present_perspectives, theme_counts
from dialoog.measures.dialogue import MoveKind
from dialoog.measures.hedging import hedge_count
from dialoog.measures.positions import Position, Status, holders, position, status
from dialoog.measures.profiles import Distance, profile_distance
from dialoog.measures.selection import sentence_index
from dialoog.measures.words import lemmas_by_sentence, token_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from dialoog.coding import CodedEdition
    from dialoog.errors import Note
    from dialoog.measures.selection import SentenceIndex

SIGNATURE = 60
"""How many of its most frequent content lemmas an edition is known by."""

OPPOSITES = (Perspective.ACADEMIC, Perspective.PRACTITIONER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerspectiveSummary:
    """What one perspective did in one edition, in numbers.

    Attributes:
        turns, sentences, tokens: How much it said.
        hedges: Words that hold back commitment.
        moves: Sentences per kind of move.
        stances: Sentences per stance, on whatever claim.
        themes: Sentences per theme; themes without any are left out.
        claims: Sentences per claim and stance; left out likewise.
    """

    turns: int
    sentences: int
    tokens: int
    hedges: int
    moves: Mapping[MoveKind, int]
    stances: Mapping[Stance, int]
    themes: Mapping[str, int]
    claims: Mapping[str, Mapping[Stance, int]]

    def position(self, claim: str) -> Position | None:
        """Its position on a claim; None if it does not mention it."""
        return position(self.claims[claim]) if claim in self.claims else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSummary:
    """An edition in numbers: no text, no sentences.

    Attributes:
        name: Name of its file without folder and suffix.
        sha256: Of its file.
        title: Title, or None.
        date: Date of publication, or None.
        codebook: Id of the codebook.
        perspectives: Those that have a turn, in the usual order.
        distance: Of the academic and practitioner theme profiles.
        signature: Its most frequent content lemmas with their counts.
        is_fictional: Whether it is known to be invented.
        notes: Doubts from reading and splitting it.
    """

    name: str
    sha256: str
    title: str | None
    date: dt.date | None
    codebook: str
    perspectives: Mapping[Perspective, PerspectiveSummary]
    distance: Distance
    signature: Mapping[str, int]
    is_fictional: bool
    notes: tuple[Note, ...]

    def positions(self, claim: str) -> dict[Perspective, Position]:
        """The position of each perspective that mentions a claim."""
        found = {p: own.position(claim) for p, own in self.perspectives.items()}
        return {p: taken for p, taken in found.items() if taken is not None}

    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that anybody mentions, sorted."""
        mentioned = {c for own in self.perspectives.values() for c in own.claims}
        return tuple(sorted(mentioned))

    def status(self, claim: str) -> Status:
        """How the perspectives stand to each other on a claim."""
        return status(self.positions(claim))

    def holders(self, claim: str) -> tuple[Perspective, ...]:
        """The perspectives that take a position on a claim."""
        return holders(self.positions(claim))


def summarise(coded: CodedEdition, *, is_fictional: bool = False) -> EditionSummary:
    """Reduce a coded edition to its summary: a few kilobytes for any length."""
    edition, index = coded.edition, sentence_index(coded)
    lemmas = Counter(chain.from_iterable(lemmas_by_sentence(coded)))
    frequent = sorted(lemmas.items(), key=lambda item: (-item[1], item[0]))
    return EditionSummary(
        name=PurePath(edition.source.name).stem,
        sha256=edition.source.sha256,
        title=edition.title,
        date=edition.date,
        codebook=coded.codebook.id,
        perspectives={
            perspective: _perspective(coded, index, perspective)
            for perspective in present_perspectives(coded)
        },
        distance=_distance(coded),
        signature=dict(frequent[:SIGNATURE]),
        is_fictional=is_fictional,
        notes=edition.notes,
    )


def _perspective(
    coded: CodedEdition, index: SentenceIndex, perspective: Perspective
) -> PerspectiveSummary:
    key = {"perspective": perspective.value}
    sentences = [coded.sentences[row] for row in index.rows(key)]
    speakers = {s.name for s in coded.edition.speakers if s.perspective is perspective}
    themes = {t.id: index.count(key | {"theme": t.id}) for t in coded.codebook.themes}
    claims = {
        claim.id: {
            stance: index.count(key | {"claim": claim.id, "stance": stance.value})
            for stance in Stance
        }
        for claim in coded.codebook.claims
        if index.count(key | {"claim": claim.id})
    }
    return PerspectiveSummary(
        turns=sum(turn.speaker in speakers for turn in coded.edition.turns),
        sentences=len(sentences),
        tokens=sum(map(token_count, sentences)),
        hedges=sum(map(hedge_count, sentences)),
        moves={m: index.count(key | {"move": m.value}) for m in MoveKind},
        stances={s: index.count(key | {"stance": s.value}) for s in Stance},
        themes={theme: count for theme, count in themes.items() if count},
        claims=claims,
    )


def _distance(coded: CodedEdition) -> Distance:
    counts = theme_counts(coded).only(OPPOSITES)
    return profile_distance(counts.table, counts.side(Perspective.ACADEMIC))
