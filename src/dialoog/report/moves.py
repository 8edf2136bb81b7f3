"""Section: who reacts to whom, and who brings in what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.measures.dialogue import MoveKind, moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.measures.dialogue import Move
    from dialoog.report.behind import Number
    from dialoog.report.scene import Scene

DIRECTED = (
    MoveKind.QUESTION,
    MoveKind.AGREEMENT,
    MoveKind.DISAGREEMENT,
    MoveKind.UPTAKE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What one speaker does towards another; `other` is None where nobody follows."""

    speaker: str
    other: str | None
    moves: tuple[tuple[str, Number], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A theme: who brings it in, and who takes it up after how many turns."""

    label: str
    speaker: str
    row: int
    uptakes: tuple[tuple[str, int, int], ...]


def directions(scene: Scene) -> list[Direction]:
    """A line per pair of speakers, in order of first turn."""
    names = [speaker.name for speaker in scene.coded.edition.speakers]
    between: dict[tuple[str, str | None], list[Move]] = {}
    for move in moves(scene.coded):
        if move.kind in DIRECTED:
            between.setdefault((move.speaker, move.other), []).append(move)
    return [
        _direction(scene, speaker, other, between[speaker, other])
        for speaker in names
        for other in [*names, None]
        if (speaker, other) in between
    ]


def _direction(
    scene: Scene, speaker: str, other: str | None, made: Sequence[Move]
) -> Direction:
    words, numbers = scene.words, []
    for kind in DIRECTED:
        title = words(
            "behind-move",
            speaker=speaker,
            other=other or words("nobody"),
            move=words(f"move-{kind}"),
        )
        rows = sorted({move.row for move in made if move.kind is kind})
        numbers.append((kind.value, scene.behind.number(rows, title)))
    return Direction(speaker=speaker, other=other, moves=tuple(numbers))


def journeys(scene: Scene) -> list[Journey]:
    """A line per theme, in the order in which the themes come in."""
    book = scene.coded.codebook
    introduced: dict[str, Move] = {}
    uptakes: dict[str, list[tuple[str, int, int]]] = {}
    for move in moves(scene.coded):
        if move.theme is None:
            continue
        if move.kind is MoveKind.INTRODUCTION:
            introduced[move.theme] = move
        else:
            taken = move.speaker, move.row, move.after_turns or 0
            uptakes.setdefault(move.theme, []).append(taken)
    return [
        Journey(
            label=book.theme(theme).label,
            speaker=move.speaker,
            row=move.row,
            uptakes=tuple(uptakes.get(theme, ())),
        )
        for theme, move in introduced.items()
    ]
