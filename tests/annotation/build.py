"""Pipelines and docs built by hand, so that the tests need no trained weights."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab


@Language.component("test_annotator")
def annotate_plainly(doc: Doc) -> Doc:
    """Annotate each token so that a pipeline counts as fit."""
    for token in doc:
        token.pos_ = "NOUN"
        token.lemma_ = token.lower_
        if token.is_sent_start is None:
            token.is_sent_start = token.i == 0
    for token in doc:
        token.dep_ = "dep"
    return doc


def fit_pipeline() -> Language:
    """Return a Dutch pipeline that gives every annotation, all of it wrong."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("test_annotator")
    return nlp


def doc_of(*rows: str) -> Doc:
    """Return a doc from rows `form lemma POS dep head`, heads counted from 1, 0 the root."""
    cells = [row.split() for row in rows]
    heads = [int(head) - 1 if int(head) else i for i, (*_, head) in enumerate(cells)]
    return Doc(
        vocab(),
        words=[form for form, *_ in cells],
        lemmas=[lemma for _, lemma, *_ in cells],
        pos=[pos for _, _, pos, *_ in cells],
        deps=[dep for *_, dep, _ in cells],
        heads=heads,
    )


@cache
def vocab() -> Vocab:
    """Return the vocabulary of a blank Dutch pipeline."""
    return spacy.blank("nl").vocab
