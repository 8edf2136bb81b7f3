"""Moves: who asks whom, who agrees with whom, who takes up whose theme."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from dialoog.coding import Act
from dialoog.edition import Perspective
from dialoog.measures.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.coding import CodedEdition, CodedSentence
    from dialoog.edition import Edition, Turn


class MoveKind(StrEnum):
    """What a sentence does towards another speaker."""

    QUESTION = "question"
    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"
    INTRODUCTION = "introduction"
    UPTAKE = "uptake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move in the dialogue.

    Attributes:
        kind: What it is.
        row: Place of the sentence in `CodedEdition.sentences`.
        turn: Its turn.
        speaker: Who makes it.
        other: To whom, or None (an introduction is to nobody in particular; a last
            question may find nobody to answer it).
        other_turn: The turn of the other that it belongs with: the one that answers
            the question, that is agreed with or not, that brought the theme in.
        peer: For an uptake, who but a moderator was the first to speak of the theme,
            if that is not the speaker; else None. Where a moderator brings in every
            theme, this is whom it is taken up from.
        theme: Id of the theme brought in or taken up, else None.
        claims: For an agreement or disagreement, what it is about: ids of the claims
            of the sentence itself, else of those that both turns mention.
    """

    kind: MoveKind
    row: int
    turn: int
    speaker: str
    other: str | None = None
    other_turn: int | None = None
    peer: str | None = None
    theme: str | None = None
    claims: tuple[str, ...] = ()

    @property
    def after_turns(self) -> int | None:
        """Distance to the other turn in turns: 1 is the turn before or after."""
        return None if self.other_turn is None else abs(self.turn - self.other_turn)


@once
def moves(coded: CodedEdition) -> tuple[Move, ...]:
    """All moves, in the order of the sentences; acts before themes.

    Question: to the speaker it names, else to whoever speaks next. Agreement and
    disagreement: with the speaker the sentence names, else with the last speaker on
    the topic since one's own previous turn (in "academic, moderator, practitioner"
    the practitioner agrees with the academic), else with the speaker before.
    Introduction: the first sentence on a theme in the edition. Uptake: the first
    sentence on it by each speaker after another brought it in.
    """
    found = [*_acts(coded), *_theme_moves(coded)]
    kinds = list(MoveKind)
    return tuple(
        sorted(found, key=lambda m: (m.row, kinds.index(m.kind), m.theme or ""))
    )


def _acts(coded: CodedEdition) -> Iterator[Move]:
    turns = {turn.number: turn for turn in coded.edition.turns}
    mentioned = _claims_by_turn(coded)
    for row, sentence in enumerate(coded.sentences):
        turn = turns[sentence.turn]
        for code in sentence.acts:
            claims: tuple[str, ...] = ()
            if code.act is Act.QUESTION:
                other = _answering_turn(coded.edition, turn, sentence)
            else:
                other = _turn_replied_to(coded.edition, turn, sentence)
                claims = _subject(sentence, other, mentioned)
            yield Move(
                kind=MoveKind(code.act.value),
                row=row,
                turn=turn.number,
                speaker=turn.speaker,
                other=other.speaker if other else None,
                other_turn=other.number if other else None,
                claims=claims,
            )


def _claims_by_turn(coded: CodedEdition) -> dict[int, list[str]]:
    """The claims that each turn mentions, in the order of the text."""
    mentioned: dict[int, list[str]] = {turn.number: [] for turn in coded.edition.turns}
    for sentence in coded.sentences:
        mentioned[sentence.turn] += [code.claim for code in sentence.claims]
    return mentioned


def _subject(
    sentence: CodedSentence, other: Turn | None, mentioned: dict[int, list[str]]
) -> tuple[str, ...]:
    own = tuple(code.claim for code in sentence.claims)
    if own or other is None:
        return own
    common = dict.fromkeys(mentioned[sentence.turn])
    return tuple(claim for claim in common if claim in mentioned[other.number])


def _theme_moves(coded: CodedEdition) -> Iterator[Move]:
    turns = {turn.number: turn for turn in coded.edition.turns}
    brought_in: dict[str, Turn] = {}
    peers: dict[str, str] = {}
    heard: set[tuple[str, str]] = set()
    for row, sentence in enumerate(coded.sentences):
        turn = turns[sentence.turn]
        for code in sentence.themes:
            if (code.theme, turn.speaker) in heard:
                continue
            heard.add((code.theme, turn.speaker))
            first = brought_in.setdefault(code.theme, turn)
            own = first.speaker == turn.speaker
            if coded.edition.speaker_of(turn).perspective is not Perspective.MODERATOR:
                peers.setdefault(code.theme, turn.speaker)
            peer = peers.get(code.theme)
            yield Move(
                kind=MoveKind.INTRODUCTION if own else MoveKind.UPTAKE,
                row=row,
                turn=turn.number,
                speaker=turn.speaker,
                other=None if own else first.speaker,
                other_turn=None if own else first.number,
                peer=None if own or peer == turn.speaker else peer,
                theme=code.theme,
            )


def _answering_turn(
    edition: Edition, turn: Turn, sentence: CodedSentence
) -> Turn | None:
    _, later = _around(edition, turn)
    named = _named(edition, turn.speaker, sentence.text)
    return _first_by(named, later) or _first_by_another(turn.speaker, later)


def _turn_replied_to(
    edition: Edition, turn: Turn, sentence: CodedSentence
) -> Turn | None:
    before, _ = _around(edition, turn)
    earlier = before[::-1]
    named = _first_by(_named(edition, turn.speaker, sentence.text), earlier)
    if named is not None:
        return named
    for other in takewhile(lambda other: other.speaker != turn.speaker, earlier):
        if edition.speaker_of(other).perspective is not Perspective.MODERATOR:
            return other
    return _first_by_another(turn.speaker, earlier)


def _first_by(speakers: set[str], turns: Sequence[Turn]) -> Turn | None:
    if not speakers:
        return None
    return next((turn for turn in turns if turn.speaker in speakers), None)


def _first_by_another(speaker: str, turns: Sequence[Turn]) -> Turn | None:
    return next((turn for turn in turns if turn.speaker != speaker), None)


def _around(edition: Edition, turn: Turn) -> tuple[Sequence[Turn], Sequence[Turn]]:
    """The turns before a turn, and those after it."""
    numbers = attrgetter("number")
    return (
        edition.turns[: bisect_left(edition.turns, turn.number, key=numbers)],
        edition.turns[bisect_right(edition.turns, turn.number, key=numbers) :],
    )


def _named(edition: Edition, speaker: str, text: str) -> set[str]:
    """The other speakers whose first or last name the text contains."""
    words = set(re.findall(r"\w+", text))
    return {
        other.name
        for other in edition.speakers
        if other.name != speaker and words & _call_names(other.name)
    }


def _call_names(name: str) -> set[str]:
    """The parts of a name by which one is called: capitalised, no initials."""
    return {
        part
        for part in re.findall(r"\w+", name)
        if len(part) > 1 and part[0].isupper() and not part.isupper()
    }
