"""Lexical alignment: whether replies take up the words they reply to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations
from math import factorial
from typing import TYPE_CHECKING

import numpy as np

from dialoog.measures.resampling import ALPHA, DRAWS, ENUMERATE_UP_TO, SEED
from dialoog.measures.words import lemmas_by_sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dialoog.coding import CodedEdition

    Floats = NDArray[np.float64]

_LEMMAS = 1_000
"""Lemmas that are compared together, for the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How much the replies of one speaker take up the words of another.

    Attributes:
        speaker: Who replies.
        other: Who was just heard.
        replies: Number of turns of the speaker right after one of the other, both with
            content words.
        overlap: Mean share of the lemmas of a reply that stand in the turn before it.
        expected: The same if every reply stood after any of those turns.
        p: One-sided, by shuffling the replies; NaN where they are too few.
        turns: Numbers of the replies.
    """

    speaker: str
    other: str
    replies: int
    overlap: float
    expected: float
    p: float
    turns: tuple[int, ...]


def alignments(coded: CodedEdition) -> tuple[Alignment, ...]:
    """The alignment of each speaker with each other speaker they reply to.

    Overlap = mean over the replies of |reply ∩ before| / |reply|, in lemmas.

    The lemmas of a turn are the different content lemmas in it. What a speaker says
    anyway, on this topic, would overlap with any turn of the other; only what exceeds
    that is uptake. Order: speakers by first turn.

    References:
        Demszky, D. et al. (2021). Measuring conversational uptake. ACL 2021 (there
        the share of the student's words in the teacher's reply is a baseline; the
        comparison with shuffled replies is ours).

    Examples:
        Bo replies to An with one of three content words taken up, then with one of two;
        An once with one of two.

        >>> import pandas as pd, dialoog
        >>> turns = pd.DataFrame(
        ...     [
        ...         ("An", "Vertrouwen groeit."),
        ...         ("Bo", "Vertrouwen kost geduld."),
        ...         ("An", "Geduld loont altijd."),
        ...         ("Bo", "Geduld en collega's."),
        ...     ],
        ...     columns=["speaker", "text"],
        ... )
        >>> coded = dialoog.analyse(dialoog.from_dataframe(turns)).coded
        >>> [(a.speaker, a.replies, round(a.overlap, 2)) for a in alignments(coded)]
        [('An', 1, 0.5), ('Bo', 2, 0.42)]
    """
    pairs = _replies(coded)
    found = []
    for speaker in coded.edition.speakers:
        for other in coded.edition.speakers:
            replies = pairs.get((speaker.name, other.name), [])
            if replies:
                found.append(_alignment(speaker.name, other.name, replies))
    return tuple(found)


_Reply = tuple[int, frozenset[str], frozenset[str]]


def _replies(coded: CodedEdition) -> dict[tuple[str, str], list[_Reply]]:
    """Per speaker and other: number, lemmas of the reply, lemmas of the turn before."""
    said: dict[int, set[str]] = {turn.number: set() for turn in coded.edition.turns}
    for sentence, lemmas in zip(
        coded.sentences, lemmas_by_sentence(coded), strict=True
    ):
        said[sentence.turn].update(lemmas)
    pairs: dict[tuple[str, str], list[_Reply]] = {}
    for before, reply in pairwise(coded.edition.turns):
        words, heard = frozenset(said[reply.number]), frozenset(said[before.number])
        if before.speaker != reply.speaker and words and heard:
            pairs.setdefault((reply.speaker, before.speaker), []).append(
                (reply.number, words, heard)
            )
    return pairs


def _alignment(speaker: str, other: str, replies: list[_Reply]) -> Alignment:
    overlaps = _overlaps(replies)
    return Alignment(
        speaker=speaker,
        other=other,
        replies=len(replies),
        overlap=float(np.diag(overlaps).mean()),
        expected=float(overlaps.mean()),
        p=shuffled_p(overlaps),
        turns=tuple(number for number, _, _ in replies),
    )


def _overlaps(replies: list[_Reply]) -> Floats:
    """Share of the lemmas of each reply (rows) that stand in each turn before a reply."""
    said = [words for _, words, _ in replies]
    heard = [words for _, _, words in replies]
    lemmas = sorted(frozenset().union(*said) & frozenset().union(*heard))
    shared = np.zeros((len(replies), len(replies)), np.float32)
    for first in range(0, len(lemmas), _LEMMAS):
        column = {lemma: i for i, lemma in enumerate(lemmas[first : first + _LEMMAS])}
        shared += _holding(said, column) @ _holding(heard, column).T
    lengths = np.array([len(words) for words in said])
    return np.asarray(shared.astype(float) / lengths[:, np.newaxis])


def _holding(
    turns: list[frozenset[str]], column: dict[str, int]
) -> NDArray[np.float32]:
    """1 where a turn (row) has a lemma, else 0; counts of them are exact."""
    holding = np.zeros((len(turns), len(column)), np.float32)
    for row, words in enumerate(turns):
        holding[row, [column[lemma] for lemma in words & column.keys()]] = 1.0
    return holding


def shuffled_p(overlaps: Floats) -> float:
    """Share of the orders of the replies with at least as much overlap as observed.

    Args:
        overlaps: Overlap of each reply (rows) with each turn before a reply (columns);
            on the diagonal those that did follow each other.

    Returns:
        One-sided p, over all orders while they are few, else over random ones; NaN
        for three replies or fewer, as one order out of 3! = 6 is not rare.

    References:
        Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero.
        Statistical Applications in Genetics and Molecular Biology 9(1).

    Examples:
        Four replies that share words only with the turn before them: of the 24 orders only
        their own has as much.

        >>> round(shuffled_p(np.eye(4)), 3)
        0.042
        >>> shuffled_p(np.eye(3))
        nan
    """
    replies = len(overlaps)
    if 1 / factorial(replies) > ALPHA:
        return float("nan")
    orders = _orders(replies)
    means = overlaps[np.arange(replies), orders].mean(axis=1)
    reached = int((means >= np.diag(overlaps).mean() - 1e-12).sum())
    exact = factorial(replies) <= ENUMERATE_UP_TO
    return reached / len(orders) if exact else (reached + 1) / (len(orders) + 1)


# As for turns that are shared out, these depend on the number alone.
@lru_cache(maxsize=8)
def _orders(replies: int) -> NDArray[np.int64]:
    """All orders of so many replies while they are few, else random ones."""
    if factorial(replies) <= ENUMERATE_UP_TO:
        orders = np.array(list(permutations(range(replies))))
    else:
        rng = np.random.default_rng(SEED)
        orders = rng.random((DRAWS, replies)).argsort(axis=1)
    orders.flags.writeable = False
    return orders
