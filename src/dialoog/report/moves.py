"""Section: who reacts to whom, and who brings in what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.measures.dialogue import MoveKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.report.behind import Number
    from dialoog.report.scene import Record, Scene

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
    between: dict[tuple[str, str | None], list[Record]] = {}
    for record in scene.records("moves"):
        if record["move"] in DIRECTED:
            pair = record["speaker"], record["other"]
            between.setdefault(pair, []).append(record)
    return [
        _direction(scene, speaker, other, between[speaker, other])
        for speaker in names
        for other in [*names, None]
        if (speaker, other) in between
    ]


def _direction(
    scene: Scene, speaker: str, other: str | None, rows: Sequence[Record]
) -> Direction:
    words, moves = scene.words, []
    for kind in DIRECTED:
        title = words(
            "behind-move",
            speaker=speaker,
            other=other or words("nobody"),
            move=words(f"move-{kind}"),
        )
        of_kind = sorted({row["row"] for row in rows if row["move"] == kind})
        moves.append((kind.value, scene.behind.number(of_kind, title)))
    return Direction(speaker=speaker, other=other, moves=tuple(moves))


def journeys(scene: Scene) -> list[Journey]:
    """A line per theme, in the order in which the themes come in."""
    introduced, uptakes = [], dict[str, list[tuple[str, int, int]]]()
    for record in scene.records("moves"):
        if record["move"] == MoveKind.INTRODUCTION:
            introduced.append(record)
        elif record["move"] == MoveKind.UPTAKE:
            taken = record["speaker"], record["row"], record["after_turns"]
            uptakes.setdefault(record["theme"], []).append(taken)
    return [
        Journey(
            label=record["label"],
            speaker=record["speaker"],
            row=record["row"],
            uptakes=tuple(uptakes.get(record["theme"], ())),
        )
        for record in introduced
    ]
