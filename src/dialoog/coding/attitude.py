"""Attitude: how a speaker stands, sentence by sentence, to what the other has just said.

Who says "daar ben ik het niet mee eens" differs for the rest of the turn, until "dat klopt
wel" or the end of it. So each sentence that agrees or disagrees moves the attitude of the
sentences after it, as far as the act is probable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.coding.acts import act_probabilities
from dialoog.coding.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialoog.coding.dialogue import Utterance

_SHOWN = 0.5


@dataclass(frozen=True, slots=True)
class Attitude:
    """How a sentence stands to what the other has said.

    Attributes:
        value: From -1 (differs) through 0 (nothing known) to 1 (agrees).
        shown: Place in the dialogue of the sentence that shows it; None for none.
    """

    value: float
    shown: int | None


def attitudes(placed: Sequence[Utterance]) -> list[Attitude]:
    """The attitude in each sentence of a dialogue.

    Args:
        placed: The sentences in their places, in order.
    """
    acts = [act_probabilities(utterance) for utterance in placed]
    return list(attitudes_from(acts, [utterance.turn for utterance in placed]))


def attitudes_from(
    acts: Iterable[Mapping[Act, float]], turns: Iterable[int]
) -> Iterator[Attitude]:
    """The attitude in each sentence, from the probability of its acts.

    Args:
        acts: Per sentence the probability of each act.
        turns: Number of the turn, per sentence, ascending.
    """
    value, sign, shown, last = 0.0, 0.0, None, None
    for place, (act, turn) in enumerate(zip(acts, turns, strict=True)):
        if turn != last:
            value, shown, last = 0.0, None, turn
        agrees, differs = act[Act.AGREEMENT], act[Act.DISAGREEMENT]
        value = (1.0 - max(agrees, differs)) * value + agrees - differs
        if max(agrees, differs) >= _SHOWN:
            shown, sign = place, agrees - differs
        if value * sign <= 0.0:
            shown = None
        yield Attitude(value, shown)
