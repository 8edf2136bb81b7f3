"""A sentence in its place: who says it to whom, where in the turn, after what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dialoog.coding.quotes import quoted
from dialoog.coding.tokens import Stretch, Tokens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from dialoog.annotation.annotate import AnnotatedTurn


class Spoken(tuple[Stretch, ...]):
    """The sentences of a turn, in order.

    `memory` has what has been found out about them (see `dialoog.coding.remembered`).
    """

    def __init__(self, sentences: Iterable[Stretch]) -> None:
        self.memory: dict[Hashable, Any] = {}


_SILENCE = Spoken(())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Utterance:
    """A sentence in its place in the dialogue; equal to itself only.

    Attributes:
        sentence: The sentence.
        speaker: Who says it.
        turn: Number of its turn, from 0.
        turns: How many turns there are.
        index: Place in the turn, from 0.
        said: Sentences of its turn.
        heard: Sentences of the turn before, by another speaker; empty for the first turn.
        reply: Sentences of the turn after; empty for the last turn.
        names: Words that address somebody: first and last names of the other speakers.
        quoted: Indices of the tokens of the doc that stand between quotation marks.
        moderator: Whether the speaker leads the conversation.
        memory: What has been found out about it (see `dialoog.coding.remembered`).
    """

    sentence: Stretch
    speaker: str
    turn: int
    turns: int
    index: int
    said: Spoken
    heard: Spoken = _SILENCE
    reply: Spoken = _SILENCE
    names: frozenset[str] = field(default_factory=frozenset)
    quoted: frozenset[int] = field(default_factory=frozenset)
    moderator: bool = False
    memory: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many sentences the turn has."""
        return len(self.said)

    @property
    def before(self) -> Stretch | None:
        """Sentence before it in the turn, or None."""
        return self.said[self.index - 1] if self.index else None

    @property
    def after(self) -> Stretch | None:
        """Sentence after it in the turn, or None."""
        last = self.index + 1 == len(self.said)
        return None if last else self.said[self.index + 1]


def utterances(
    turns: Sequence[AnnotatedTurn], moderators: Iterable[str] = ()
) -> list[list[Utterance]]:
    """The sentences of a dialogue in their places, per turn.

    Args:
        turns: In order; sentence boundaries are set in their docs.
        moderators: Names of speakers who lead the conversation.
    """
    speakers = {annotated.turn.speaker for annotated in turns}
    leads = frozenset(moderators)
    texts = [Tokens(annotated.doc) for annotated in turns]
    spoken = [Spoken(tokens.sentences()) for tokens in texts]
    placed: list[list[Utterance]] = []
    for number, (annotated, sentences) in enumerate(zip(turns, spoken, strict=True)):
        speaker = annotated.turn.speaker
        inside = quoted(texts[number])
        names = _names(speakers - {speaker})
        placed.append(
            [
                Utterance(
                    sentence=sentence,
                    speaker=speaker,
                    turn=number,
                    turns=len(turns),
                    index=i,
                    said=sentences,
                    heard=spoken[number - 1] if number else _SILENCE,
                    reply=spoken[number + 1] if number + 1 < len(turns) else _SILENCE,
                    names=names,
                    quoted=inside,
                    moderator=speaker in leads,
                )
                for i, sentence in enumerate(sentences)
            ]
        )
    return placed


def _names(speakers: Iterable[str]) -> frozenset[str]:
    words = (word for name in speakers for word in name.split())
    return frozenset(word for word in words if word[:1].isupper() and len(word) > 3)
