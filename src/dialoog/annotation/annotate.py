"""Annotate: from the turns of an edition to spaCy docs that know their source."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from spacy.tokens import Token

from dialoog.annotation.sentences import set_breaks
from dialoog.edition.normalise import normalise
from dialoog.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from dialoog.edition import Edition, Turn
    from dialoog.edition.normalise import Normalised

    class Piece(Protocol):
        """A span, or anything else that knows where it stands in the text of its doc."""

        @property
        def start_char(self) -> int:
            """Its first character."""

        @property
        def end_char(self) -> int:
            """One past its last character."""

    Watch = Callable[[int, int], None]
    """Is told how many are done, and of how many."""

_BATCH = 25_000
"""Characters that go through the pipeline together: twice a long edition."""

_NO_TENSOR = np.zeros((0,), dtype="float32")


@dataclass(frozen=True, slots=True)
class AnnotatedTurn:
    """A turn with its annotation.

    Attributes:
        turn: The turn.
        doc: Its annotation; `doc.text == turn.text`.
        offsets: Place in the source of each character of the text.
    """

    turn: Turn
    doc: Doc
    offsets: Sequence[int]

    def source_range(self, piece: Piece | Token) -> tuple[int, int]:
        """Return the half-open range in the source of a span or token of the doc.

        The range runs from its first to its last character; where the turn is
        interrupted in between, the interruption lies inside it.

        Raises:
            ValueError: The span is empty.
        """
        start, end = _range(piece)
        if start == end:
            message = "An empty span has no place in the source."
            raise ValueError(message)
        return self.offsets[start], self.offsets[end - 1] + 1


def _range(piece: Piece | Token) -> tuple[int, int]:
    """The half-open range of a span or token in the text of its doc."""
    if isinstance(piece, Token):
        return piece.idx, piece.idx + len(piece)
    return piece.start_char, piece.end_char


def annotate(
    edition: Edition, nlp: Language, *, watch: Watch | None = None
) -> tuple[AnnotatedTurn, ...]:
    """Return the turns of an edition, each with the annotation of its text.

    There is one doc per turn, so that no sentence crosses a turn; paragraphs,
    bullets and headings inside a turn end a sentence too. The turns go through the
    pipeline some at a time, because it keeps far more of a text than the annotation
    while it works on it.

    Args:
        edition: The edition; without turns the result is empty.
        nlp: A pipeline of `load_pipeline`.
        watch: Is told how many turns are done, of how many, while it lasts.

    Raises:
        PipelineError: The pipeline's tokenizer changes the text.
    """
    done: list[AnnotatedTurn] = []
    for turns in _batches(edition.turns):
        texts = [normalise(edition.source.text, turn.spans) for turn in turns]
        docs = nlp.pipe(_doc(nlp, text) for text in texts)
        for turn, text, doc in zip(turns, texts, docs, strict=True):
            doc.tensor = _NO_TENSOR  # nothing after the pipeline reads it
            done.append(AnnotatedTurn(turn, doc, array("Q", text.offsets)))
        if watch is not None:
            watch(len(done), len(edition.turns))
    return tuple(done)


def _batches(turns: Sequence[Turn]) -> Iterator[list[Turn]]:
    """The turns in order, as many together as are not too long for the memory."""
    batch: list[Turn] = []
    length = 0
    for turn in turns:
        if batch and length + len(turn.text) > _BATCH:
            yield batch
            batch, length = [], 0
        batch.append(turn)
        length += len(turn.text)
    if batch:
        yield batch


def _doc(nlp: Language, normalised: Normalised) -> Doc:
    doc = nlp.make_doc(normalised.text)
    if doc.text != normalised.text:
        message = (
            "The tokenizer of this pipeline changes the text, so that nothing in it "
            "can be traced to the source; use a pipeline with spaCy's own tokenizer."
        )
        raise PipelineError(message)
    set_breaks(doc, normalised.breaks)
    return doc
