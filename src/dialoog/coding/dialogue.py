"""A sentence in its place: who says it to whom, where in the turn, after what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dialoog.coding.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span

    from dialoog.annotation.annotate import AnnotatedTurn


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Utterance:
    """A sentence in its place in the dialogue; equal to itself only.

    Attributes:
        sentence: The sentence.
        turn: Number of its turn, from 0.
        turns: How many turns there are.
        index: Place in the turn, from 0.
        count: How many sentences the turn has.
        before: Sentence before it in the turn, or None.
        after: Sentence after it in the turn, or None.
        heard: Sentences of the turn before, by another speaker; empty for the first turn.
        reply: Sentences of the turn after; empty for the last turn.
        names: Words that address somebody: first and last names of the other speakers.
        quoted: Indices of the tokens of the doc that stand between quotation marks.
        moderator: Whether the speaker leads the conversation.
    """

    sentence: Span
    turn: int
    turns: int
    index: int
    count: int
    before: Span | None = None
    after: Span | None = None
    heard: tuple[Span, ...] = ()
    reply: tuple[Span, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    quoted: frozenset[int] = field(default_factory=frozenset)
    moderator: bool = False


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
    spoken = [tuple(annotated.doc.sents) for annotated in turns]
    placed: list[list[Utterance]] = []
    for number, (annotated, sentences) in enumerate(zip(turns, spoken, strict=True)):
        speaker = annotated.turn.speaker
        inside = quoted(annotated.doc)
        names = _names(speakers - {speaker})
        placed.append(
            [
                Utterance(
                    sentence=sentence,
                    turn=number,
                    turns=len(turns),
                    index=i,
                    count=len(sentences),
                    before=sentences[i - 1] if i else None,
                    after=sentences[i + 1] if i + 1 < len(sentences) else None,
                    heard=spoken[number - 1] if number else (),
                    reply=spoken[number + 1] if number + 1 < len(turns) else (),
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
