"""Section: the full text, each sentence with its codes and the words behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.coding import CodedSentence, Evidence
    from dialoog.edition import Speaker
    from dialoog.report.scene import Scene

MAX_EVIDENCE = 60
"""Characters; longer evidence is a whole clause, and is not repeated beside it."""
STRONGEST = 3
"""Pieces of evidence shown per code; the table of codes has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A code as the reader sees it; `because` are the words that made it fire."""

    kind: str
    label: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSentence:
    """A sentence: its text in pieces, marked where evidence stands, and its codes."""

    row: int
    pieces: tuple[tuple[str, bool], ...]
    chips: tuple[Chip, ...]
    is_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTurn:
    """A turn with its sentences."""

    number: int
    speaker: Speaker
    sentences: tuple[TextSentence, ...]


KEY = 0.5
"""From here on a sentence is called a key sentence."""


def text_turns(scene: Scene) -> list[TextTurn]:
    """The turns in order; every sentence is in one of them."""
    by_turn: dict[int, list[TextSentence]] = {}
    for row, sentence in enumerate(scene.coded.sentences):
        by_turn.setdefault(sentence.turn, []).append(_sentence(scene, row, sentence))
    return [
        TextTurn(
            number=turn.number,
            speaker=scene.speakers[turn.number],
            sentences=tuple(by_turn.get(turn.number, ())),
        )
        for turn in scene.coded.edition.turns
    ]


def _sentence(scene: Scene, row: int, sentence: CodedSentence) -> TextSentence:
    evidence = [e for code in sentence.themes for e in strongest(code.evidence)]
    evidence += [e for code in sentence.claims for e in strongest(code.evidence)]
    return TextSentence(
        row=row,
        pieces=marked_pieces(sentence, evidence),
        chips=tuple(_chips(scene, sentence)),
        is_key=sentence.key >= KEY,
    )


def _chips(scene: Scene, sentence: CodedSentence) -> Iterable[Chip]:
    book, words = scene.coded.codebook, scene.words
    for theme in sentence.themes:
        label = book.theme(theme.theme).label
        yield Chip(kind="theme", label=label, because=_because(theme.evidence))
    for claim in sentence.claims:
        stance = words(f"stance-{claim.stance}")
        label = f"{stance}: {book.claim(claim.claim).label}"
        yield Chip(kind=claim.stance.value, label=label, because="")
    for act in sentence.acts:
        yield Chip(kind="act", label=words(f"move-{act.act}"), because="")


def _because(evidence: Iterable[Evidence]) -> str:
    texts = (" ".join(e.text.split()) for e in strongest(evidence))
    return ", ".join(dict.fromkeys(texts))


def strongest(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The pieces that weigh most, none inside another, in the order of the text."""
    short = [e for e in evidence if e.text.strip() and len(e.text) <= MAX_EVIDENCE]
    chosen: list[Evidence] = []
    for piece in sorted(short, key=lambda e: (-e.weight, e.start, -e.end)):
        apart = all(piece.end <= c.start or c.end <= piece.start for c in chosen)
        if apart and len(chosen) < STRONGEST:
            chosen.append(piece)
    return sorted(chosen, key=lambda e: e.start)


def marked_pieces(
    sentence: CodedSentence, evidence: Iterable[Evidence]
) -> tuple[tuple[str, bool], ...]:
    """The text of a sentence in pieces, marked where a word of the evidence stands.

    Joined, the pieces give the text. Words are found in their order, since the text
    has single spaces where the source has what it has.
    """
    ranges = [(e.start, e.end) for e in evidence]
    if not ranges:
        return ((sentence.text, False),) if sentence.text else ()
    pieces: list[tuple[str, bool]] = []
    done = 0
    for word in sentence.words:
        at = sentence.text.find(word.text, done)
        if at < 0 or not word.text:
            continue
        hit = any(word.start < end and start < word.end for start, end in ranges)
        # The space between two marked words is marked too.
        gap_marked = hit and bool(pieces) and pieces[-1][1]
        _add(pieces, sentence.text[done:at], is_marked=gap_marked)
        done = at + len(word.text)
        _add(pieces, sentence.text[at:done], is_marked=hit)
    _add(pieces, sentence.text[done:], is_marked=False)
    return tuple(pieces)


def _add(pieces: list[tuple[str, bool]], text: str, *, is_marked: bool) -> None:
    if not text:
        return
    if pieces and pieces[-1][1] is is_marked:
        text = pieces.pop()[0] + text
    pieces.append((text, is_marked))
