"""The second look: how probable a theme or claim is, given how probable it is all around.

A first model weighs each sentence by its own words and those near it. Themes and claims come
in runs, come back in the turns of one speaker, and push each other aside; a second model that
sees the probabilities of the first, with the figures made here, knows that too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.place import faded
from dialoog.coding.weighing import log_odds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.coding.place import Figures, Numbers

_NEAR = (1, 2, 3)
_FLOOR = 0.02


def surroundings(
    probability: Figures, turns: Numbers, speakers: Sequence[str]
) -> dict[str, Figures]:
    """Figures of every sentence for every item by name, from first probabilities.

    - `own`, `own-logit`: the probability and its log odds;
    - `previous-N`, `next-N` (N up to 3): that of a sentence near by in the same turn;
      `previous-turn-N`, `next-turn-N`: in another turn;
    - `around`, `around-logit`: mean over all others, fading with distance; where there are
      no others, the probability itself;
    - `turn-mean`, `turn-most`, `turn-rank`: among the others of the turn;
    - `turn-before`, `turn-after`: highest in the turn before and in the turn after;
    - `speaker-most`: highest in other turns of the speaker;
    - `edition-mean`, `edition-most`: over the whole dialogue;
    - `rank`, `lead`, `total`: among the other items of the sentence.

    Args:
        probability: One row per sentence, one column per item.
        turns: Number of the turn, per sentence, ascending.
        speakers: Who says each sentence.
    """
    figures = {"own": probability, "own-logit": log_odds(probability)}
    for distance in _NEAR:
        for name, step in (("previous", distance), ("next", -distance)):
            figures.update(_neighbours(probability, turns, name, step))
    around = _around(probability, turns)
    figures["around"] = around
    figures["around-logit"] = log_odds(around)
    figures.update(_in_turn(probability, turns, speakers))
    figures["edition-mean"] = _spread(probability.mean(axis=0), probability)
    figures["edition-most"] = _spread(probability.max(axis=0), probability)
    figures.update(_among_items(probability))
    return {f"second/{name}": figure for name, figure in figures.items()}


def _neighbours(
    probability: Figures, turns: Numbers, name: str, step: int
) -> Iterator[tuple[str, Figures]]:
    moved = np.zeros_like(probability)
    same = np.zeros((len(turns), 1))
    here, there = (
        (slice(step, None), slice(None, -step))
        if step > 0
        else (slice(None, step), slice(-step, None))
    )
    moved[here] = probability[there]
    same[here, 0] = turns[here] == turns[there]
    yield f"{name}-{abs(step)}", moved * same
    yield f"{name}-turn-{abs(step)}", moved * (1.0 - same)


def _around(probability: Figures, turns: Numbers) -> Figures:
    # the last column sums the weights themselves
    with_ones = np.concatenate([probability, np.ones((len(turns), 1))], axis=1)
    before, after = faded(with_ones, turns)
    both = before + after
    weighed, weights = both[:, :-1], both[:, -1:]
    around: Figures = np.divide(
        weighed, weights, out=probability.copy(), where=weights > 0.0
    )
    return around


def _in_turn(
    probability: Figures, turns: Numbers, speakers: Sequence[str]
) -> dict[str, Figures]:
    mean, most = np.zeros_like(probability), np.zeros_like(probability)
    rank, elsewhere = np.zeros_like(probability), np.zeros_like(probability)
    starts = np.flatnonzero(np.diff(turns, prepend=turns[0] - 1))
    pieces = [
        slice(a, b) for a, b in zip(starts, [*starts[1:], len(turns)], strict=True)
    ]
    for piece in pieces:
        part = probability[piece]
        if len(part) > 1:
            mean[piece] = (part.sum(axis=0) - part) / (len(part) - 1)
            most[piece] = _most_of_others(part)
            order = (-part).argsort(axis=0, kind="stable").argsort(axis=0)
            rank[piece] = order / (len(part) - 1)
    highest = np.array([probability[piece].max(axis=0) for piece in pieces])
    nobody = np.zeros((1, probability.shape[1]))
    lengths = np.diff(starts, append=len(turns))
    who = np.array([speakers[start] for start in starts.tolist()])
    for speaker in dict.fromkeys(who.tolist()):
        theirs = np.flatnonzero(who == speaker)
        if len(theirs) > 1:
            others = _most_of_others(highest[theirs])
            for place, row in zip(theirs, others, strict=True):
                elsewhere[pieces[place]] = row
    return {
        "turn-mean": mean,
        "turn-most": most,
        "turn-rank": rank,
        "turn-before": np.repeat(np.vstack([nobody, highest[:-1]]), lengths, axis=0),
        "turn-after": np.repeat(np.vstack([highest[1:], nobody]), lengths, axis=0),
        "speaker-most": elsewhere,
    }


def _most_of_others(rows: Figures) -> Figures:
    """Per row and column the highest value in the column outside the row."""
    first = rows.argmax(axis=0)
    second, highest = np.sort(rows, axis=0)[-2:]
    mine = np.arange(len(rows))[:, None] == first
    most: Figures = np.where(mine, second, highest)
    return most


def _among_items(probability: Figures) -> dict[str, Figures]:
    order = (-probability).argsort(axis=1, kind="stable").argsort(axis=1)
    rest = (
        _most_of_others(probability.T).T
        if probability.shape[1] > 1
        else np.zeros_like(probability)
    )
    return {
        "rank": order / max(1, probability.shape[1] - 1),
        "lead": np.log((probability + _FLOOR) / (rest + _FLOOR)),
        "total": np.broadcast_to(
            probability.sum(axis=1, keepdims=True), probability.shape
        ),
    }


def _spread(row: Figures, like: Figures) -> Figures:
    return np.broadcast_to(row, like.shape)
