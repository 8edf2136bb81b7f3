"""How the example wordings of a codebook do as tests of it.

Each wording is said as a sentence, and coded with the codebook as it stands. The coder leans
on what is said around a sentence, so the wording is said twice, by two speakers: around it,
nothing else is talked about.

Two outcomes say nothing of a wording, and are passed over. One in ten gets no claim although
its own is the most probable: a claim needs more of the dialogue than two sentences. And whether
a wording affirms or denies, compared with itself, tells more of the rules than of the wording.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dialoog.coding.coder import coder_for
from dialoog.coding.content import content_of, content_of_text
from dialoog.coding.contents import Contents
from dialoog.coding.dialogue import Spoken, Utterance
from dialoog.coding.key import Centrality
from dialoog.coding.likeness import likeness_of
from dialoog.coding.model import Stance
from dialoog.coding.positions import find_positions
from dialoog.coding.profile import claim_profiles
from dialoog.coding.remark import Remark
from dialoog.coding.stance import judge
from dialoog.coding.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from dialoog.codebook import Claim, Codebook
    from dialoog.coding.place import Figures
    from dialoog.coding.positions import Position
    from dialoog.coding.tokens import Stretch

_ALIKE = 1.4
"""Likeness, of 2 at most, from which two wordings are told apart by no word that tells."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording of a claim, as a sentence.

    Attributes:
        item: Place of the claim in the codebook.
        stance: The stance that it stands under.
        text: As it stands in the codebook.
        sentence: The same, annotated.
    """

    item: int
    stance: Stance
    text: str
    sentence: Stretch


def check_wordings(book: Codebook, nlp: Language) -> Iterator[Remark]:
    """Remarks on the wordings of a codebook, in the order of the codebook."""
    listed = [
        (item, stance, text)
        for item, claim in enumerate(book.claims)
        for stance, text in _examples(claim)
    ]
    docs = nlp.pipe(text for _, _, text in listed)
    wordings = [
        _Wording(*each, Tokens(doc).whole())
        for each, doc in zip(listed, docs, strict=True)
    ]
    likeness = _mutual_likeness(book, wordings)
    for place, wording in enumerate(wordings):
        yield from _tried(book, wording)
        yield from _twins(book, wordings, place, likeness[place])


def _examples(claim: Claim) -> Iterator[tuple[Stance, str]]:
    for text in claim.affirms:
        yield Stance.AFFIRMS, text
    for text in claim.denies:
        yield Stance.DENIES, text


def _tried(book: Codebook, wording: _Wording) -> Iterator[Remark]:
    """What comes of a wording as a sentence."""
    claim = book.claims[wording.item]
    if not content_of_text(wording.text).words:
        message = "All its words are too common to tell what it is about."
        yield Remark("wording-empty", claim.id, wording.text, message)
        return
    possible, positions = _coded(book, wording.sentence)
    own = [position for position in positions if position.found.item == wording.item]
    likeliest = int(possible.argmax())
    if own and own[0].stance is Stance.RAISES:
        message = _only_raised(wording)
        yield Remark("wording-raises", claim.id, wording.text, message)
    elif not own and (positions or likeliest != wording.item):
        message = _instead(book, positions, likeliest)
        yield Remark("wording-other-claim", claim.id, wording.text, message)


def _only_raised(wording: _Wording) -> str:
    read = judge(wording.sentence, wording.text)
    because = read.cues if read.stance is Stance.RAISES else ()
    shown = f" (“{because[-1].span.text}”)" if because else ""
    return (
        f"Said as a sentence it only raises the claim{shown}, but stands under "
        f"'{wording.stance}'."
    )


def _instead(book: Codebook, positions: Sequence[Position], likeliest: int) -> str:
    if not positions:
        return (
            "Said as a sentence it gets no claim, and of all claims "
            f"'{book.claims[likeliest].id}' is the likeliest."
        )
    given = " and ".join(
        f"'{book.claims[position.found.item].id}' ({position.stance})"
        for position in positions
    )
    return f"Said as a sentence it gets {given}, not its own claim."


def _coded(book: Codebook, sentence: Stretch) -> tuple[Figures, Sequence[Position]]:
    """The probability of each claim, and the positions, of a sentence said in reply to itself."""
    spoken = Spoken((sentence,))
    placed = [
        Utterance(
            sentence=sentence, speaker="A", turn=0, turns=2, index=0, said=spoken
        ),
        Utterance(
            sentence=sentence,
            speaker="B",
            turn=1,
            turns=2,
            index=0,
            said=spoken,
            heard=spoken,
        ),
    ]
    findings = coder_for(book).find(placed, Centrality([sentence, sentence]))
    return findings[1].possible, find_positions(findings, placed, book)[1]


def _mutual_likeness(book: Codebook, wordings: Sequence[_Wording]) -> Figures:
    """How alike each two wordings are, 0 to 2: the least of both ways to compare them."""
    count = len(wordings)
    if not count:
        return np.zeros((0, 0))
    contents = Contents(
        [content_of(wording.sentence) for wording in wordings],
        np.arange(count),
        [""] * count,
    )
    both = likeness_of(contents, claim_profiles(book)).both
    # the first column of each claim is its statement
    likeness: Figures = np.concatenate([each[:, 1:] for each in both], axis=1)
    return np.minimum(likeness, likeness.T)


def _twins(
    book: Codebook, wordings: Sequence[_Wording], place: int, likeness: Figures
) -> Iterator[Remark]:
    """Wordings further on that the coder cannot tell from this one, the likest first."""
    wording = wordings[place]
    twins = [
        other
        for other in np.argsort(-likeness, kind="stable").tolist()
        if other > place
        and likeness[other] >= _ALIKE
        and _mistaken(wording, wordings[other])
    ]
    if not twins:
        return
    twin = wordings[twins[0]]
    where = (
        f"under '{twin.stance}'"
        if twin.item == wording.item
        else f"of '{book.claims[twin.item].id}'"
    )
    more = f" (and {len(twins) - 1} more)" if len(twins) > 1 else ""
    message = f"Its telling words are those of “{twin.text}” {where}{more}."
    yield Remark("wording-alike", book.claims[wording.item].id, wording.text, message)


def _mistaken(one: _Wording, other: _Wording) -> bool:
    """Whether two wordings that are alike belong apart, and nothing sets them apart."""
    if one.item != other.item:
        return True
    if one.stance is other.stance:
        return False
    affirming = other.stance is Stance.AFFIRMS
    read = judge(one.sentence, other.text, affirming=affirming)
    return read.stance is not one.stance
