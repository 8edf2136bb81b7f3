"""Section: the full text, each sentence with its codes and the words behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dialoog.coding import CodedSentence, Evidence
    from dialoog.edition import Speaker
    from dialoog.report.scene import Scene
    from dialoog.report.wording import Wording

MAX_EVIDENCE = 60
"""Characters; longer evidence is a whole clause, and is not repeated beside it."""
STRONGEST = 3
"""Pieces of evidence shown per code; the table of codes has all of them."""


class Chip(NamedTuple):
    """A code as the reader sees it.

    Attributes:
        kind: `theme`, `act`, or the stance on a claim.
        label: What was found.
        because: The words that made it fire, or "".
    """

    kind: str
    label: str
    because: str


class TextSentence(NamedTuple):
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
    book = scene.coded.codebook
    labels = {("theme", theme.id): theme.label for theme in book.themes}
    labels |= {("claim", claim.id): claim.label for claim in book.claims}
    by_turn: dict[int, list[TextSentence]] = {}
    for row, sentence in enumerate(scene.coded.sentences):
        said = _sentence(scene.words, labels, row, sentence)
        by_turn.setdefault(sentence.turn, []).append(said)
    return [
        TextTurn(
            number=turn.number,
            speaker=scene.speakers[turn.number],
            sentences=tuple(by_turn.get(turn.number, ())),
        )
        for turn in scene.coded.edition.turns
    ]


def _sentence(
    words: Wording,
    labels: Mapping[tuple[str, str], str],
    row: int,
    sentence: CodedSentence,
) -> TextSentence:
    chips, shown = [], []
    for theme in sentence.themes:
        evidence = strongest(theme.evidence)
        shown += evidence
        texts = (" ".join(piece.text.split()) for piece in evidence)
        because = ", ".join(dict.fromkeys(texts))
        chips.append(Chip("theme", labels["theme", theme.theme], because))
    for claim in sentence.claims:
        shown += strongest(claim.evidence)
        stance = claim.stance.value
        label = f"{words(f'stance-{stance}')}: {labels['claim', claim.claim]}"
        chips.append(Chip(stance, label, ""))
    chips += [Chip("act", words(f"move-{code.act}"), "") for code in sentence.acts]
    return TextSentence(
        row=row,
        pieces=marked_pieces(sentence, shown),
        chips=tuple(chips),
        is_key=sentence.key >= KEY,
    )


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
    text, pieces = sentence.text, list[tuple[str, bool]]()
    begin, done, is_marked = 0, 0, False
    within = {
        place
        for start, end in ranges
        for place, word in enumerate(sentence.words)
        if word.start < end and start < word.end
    }
    for place, word in enumerate(sentence.words if within else ()):
        at = text.find(word.text, done)
        if at < 0 or not word.text:
            continue
        hit = place in within
        if hit is not is_marked:
            # The space between two marked words is marked too, that around them not.
            edge = at if hit else done
            if begin < edge:
                pieces.append((text[begin:edge], is_marked))
            begin, is_marked = edge, hit
        done = at + len(word.text)
    if is_marked:
        pieces.append((text[begin:done], is_marked))
        begin = done
    if begin < len(text):
        pieces.append((text[begin:], False))
    return tuple(pieces)
