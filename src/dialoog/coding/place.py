"""A figure of a sentence among its neighbours.

What a sentence is about shows less in its own words than in the run of talk it stands in:
pronouns, anecdotes and images carry on what the sentences around them name. From a figure
per sentence and item (theme or claim) the functions here make the views that a weighing
model uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    """One row per sentence, one column per item; or a stack of such matrices."""

    Numbers = NDArray[np.int_]

FADE_WITHIN_TURN = 0.7
FADE_ACROSS_TURNS = 0.4
_NEIGHBOUR = 0.3
_TRUST = 30
"""Sentences that a dialogue needs before its mean says what is usual in it."""


def views(figures: Figures, turns: Numbers) -> Iterator[tuple[str, Figures]]:
    """Yield views of figures by name, each of the same shape.

    - `own`: the figure; `own-centred`: less the mean over the items; `own-rank`: 0 for the
      highest item, 1 for the lowest;
    - `previous`, `next`: that of the neighbour;
    - `before`, `after`: sums over all earlier or later sentences, fading with distance and
      more so from turn to turn;
    - `turn`, `turn-centred`: mean over the turn;
    - `around-centred`, `around-rank`: of own, before and after together;
    - `edition`: mean over the edition, drawn to 0 where there are few sentences.

    Args:
        figures: A stack of matrices: one row per sentence, one column per item.
        turns: Number of the turn, per sentence, ascending.
    """
    none = np.zeros_like(figures[:, :1])
    before, after = faded(figures, turns)
    around = before + figures + after
    by_turn = _turn_means(figures, turns)
    yield "own", figures
    yield "own-centred", _centred(figures)
    yield "own-rank", _rank(figures)
    yield "previous", np.concatenate([none, figures[:, :-1]], axis=1)
    yield "next", np.concatenate([figures[:, 1:], none], axis=1)
    yield "before", before
    yield "after", after
    yield "turn", by_turn
    yield "turn-centred", _centred(by_turn)
    yield "around-centred", _centred(around)
    yield "around-rank", _rank(around)
    usual = figures.sum(axis=1, keepdims=True) / (len(turns) + _TRUST)
    yield "edition", np.broadcast_to(usual, figures.shape)


def faded(figures: Figures, turns: Numbers) -> tuple[Figures, Figures]:
    """Sums over all earlier and over all later sentences.

    They fade with distance, and more so from turn to turn.
    """
    fades = np.where(turns[1:] == turns[:-1], FADE_WITHIN_TURN, FADE_ACROSS_TURNS)
    by_sentence = _NEIGHBOUR * np.moveaxis(figures, -2, 0)
    # from both ends at once: the steps are many and small
    ways = np.stack([by_sentence, by_sentence[::-1]], axis=1)
    steps = np.stack([fades, fades[::-1]], axis=1)
    steps = steps.reshape(*steps.shape, *[1] * (ways.ndim - 2))
    sums = np.zeros_like(ways)
    for step, here, before, after in zip(steps, ways, sums, sums[1:], strict=False):
        np.add(before, here, out=after)
        np.multiply(after, step, out=after)
    earlier, later = sums[:, 0], sums[::-1, 1]
    return np.moveaxis(earlier, 0, -2), np.moveaxis(later, 0, -2)


def _turn_means(figures: Figures, turns: Numbers) -> Figures:
    _, place = np.unique(turns, return_inverse=True)
    sums = np.zeros((len(figures), place.max() + 1, figures.shape[2]))
    np.add.at(sums.swapaxes(0, 1), place, figures.swapaxes(0, 1))
    means: Figures = sums / np.bincount(place)[:, None]
    return means[:, place]


def _centred(figures: Figures) -> Figures:
    centred: Figures = figures - figures.mean(axis=-1, keepdims=True)
    return centred


def _rank(figures: Figures) -> Figures:
    order = (-figures).argsort(axis=-1, kind="stable").argsort(axis=-1, kind="stable")
    rank: Figures = order / max(1, figures.shape[-1] - 1)
    return rank
