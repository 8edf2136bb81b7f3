"""Section: who reacts to whom, and who brings in what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.measures.dialogue import MoveKind

if TYPE_CHECKING:
    import pandas as pd

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
    table = scene.tables["moves"]
    names = [speaker.name for speaker in scene.coded.edition.speakers]
    found = []
    for speaker in names:
        for other in [*names, None]:
            own = table["speaker"] == speaker
            to = table["other"].isna() if other is None else table["other"] == other
            rows = table[own & to.fillna(value=False)]
            if rows["move"].isin([kind.value for kind in DIRECTED]).any():
                found.append(_direction(scene, speaker, other, rows))
    return found


def _direction(
    scene: Scene, speaker: str, other: str | None, rows: pd.DataFrame
) -> Direction:
    words, moves = scene.words, []
    for kind in DIRECTED:
        title = words(
            "behind-move",
            speaker=speaker,
            other=other or words("nobody"),
            move=words(f"move-{kind}"),
        )
        of_kind = sorted(
            {int(row) for row in rows.loc[rows["move"] == kind.value, "row"]}
        )
        moves.append((kind.value, scene.behind.number(of_kind, title)))
    return Direction(speaker=speaker, other=other, moves=tuple(moves))


def journeys(scene: Scene) -> list[Journey]:
    """A line per theme, in the order in which the themes come in."""
    table = scene.tables["moves"]
    found = []
    for record in table[table["move"] == "introduction"].to_dict("records"):
        taken = table[(table["move"] == "uptake") & (table["theme"] == record["theme"])]
        found.append(
            Journey(
                label=str(record["label"]),
                speaker=str(record["speaker"]),
                row=int(record["row"]),
                uptakes=tuple(
                    (str(up["speaker"]), int(up["row"]), int(up["after_turns"]))
                    for up in taken.to_dict("records")
                ),
            )
        )
    return found
