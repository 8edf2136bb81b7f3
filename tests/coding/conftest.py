from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from dialoog.annotation.annotate import AnnotatedTurn
from dialoog.annotation.pipeline import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def turn_of(nlp: Language) -> Callable[..., AnnotatedTurn]:
    """A turn of which the sentences are given, so that a case tests one thing."""

    def make(speaker: str, *sentences: str) -> AnnotatedTurn:
        parts = [nlp.make_doc(sentence) for sentence in sentences]
        doc = Doc.from_docs(parts, ensure_whitespace=True)
        starts, length = set(), 0
        for part in parts:
            starts.add(length)
            length += len(part)
        for token in doc:
            token.is_sent_start = token.i in starts
        for name, component in nlp.pipeline:
            doc = doc if name == "dialoog_sentences" else component(doc)
        turn = SimpleNamespace(speaker=speaker, text=doc.text, number=0)
        return AnnotatedTurn(turn, doc, tuple(range(100, 100 + len(doc.text))))

    return make
