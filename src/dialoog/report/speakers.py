"""Section: who spoke, how much, and why we think they speak from where they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.measures.words import token_counts

if TYPE_CHECKING:
    from dialoog.edition import Perspective, Speaker
    from dialoog.report.behind import Number
    from dialoog.report.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLine:
    """A speaker; `share` is of all words, 0..1; `why` are words of the text."""

    name: str
    affiliation: str | None
    perspective: Perspective
    why: tuple[str, ...]
    turns: int
    words: int
    share: float
    sentences: Number
    questions: Number


def speaker_lines(scene: Scene) -> list[SpeakerLine]:
    """A line per speaker, in order of first turn."""
    tokens = token_counts(scene.coded)
    said = {
        speaker: [tokens[row] for row in scene.index.rows({"speaker": speaker.name})]
        for speaker in scene.coded.edition.speakers
    }
    return [
        _line(scene, speaker, sum(own), sum(tokens)) for speaker, own in said.items()
    ]


def _line(scene: Scene, speaker: Speaker, tokens: int, total: int) -> SpeakerLine:
    words, name = scene.words, speaker.name
    return SpeakerLine(
        name=name,
        affiliation=speaker.affiliation,
        perspective=speaker.perspective,
        why=tuple(dict.fromkeys(piece.text for piece in speaker.evidence)),
        turns=sum(turn.speaker == name for turn in scene.coded.edition.turns),
        words=tokens,
        share=tokens / total if total else 0.0,
        sentences=scene.count(words("behind-speaker", speaker=name), speaker=name),
        questions=scene.count(
            words("behind-questions", speaker=name), speaker=name, act="question"
        ),
    )
