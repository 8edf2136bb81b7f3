"""How a codebook does, by itself and on editions: which terms and wordings find something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from dialoog.annotation.pipeline import load_pipeline
from dialoog.coding.content import content_of
from dialoog.coding.contents import Contents
from dialoog.coding.likeness import likeness_of
from dialoog.coding.profile import claim_profiles, texts_of, theme_profiles
from dialoog.coding.remark import Remark
from dialoog.coding.tokens import Tokens
from dialoog.coding.wording_check import check_wordings
from dialoog.coding.words import fold
from dialoog.defaults import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

    from dialoog.codebook import Codebook
    from dialoog.coding.content import Content
    from dialoog.coding.model import CodedEdition, CodedSentence


def check_codebook(
    book: Codebook,
    coded: Iterable[CodedEdition] = (),
    *,
    model: str = DEFAULT_PIPELINE,
) -> tuple[Remark, ...]:
    """What an author should look at: theme by theme, then claim by claim.

    Without editions the codebook is held against itself: terms that stand in several
    themes, and the wordings, said as sentences and coded (`dialoog.coding.wording_check`).
    With editions also the terms and wordings that find nothing there, and the themes and
    claims that are never given.

    Args:
        book: The codebook.
        coded: Editions coded with it.
        model: Name of the pipeline that annotates the wordings.
    """
    nlp = load_pipeline(model)
    remarks = [*_shared_terms(book), *check_wordings(book, nlp)]
    editions = list(coded)
    if editions:
        sentences = [sentence for edition in editions for sentence in edition.sentences]
        contents = _contents(sentences, nlp)
        remarks += _unfound_terms(book, contents)
        remarks += _unfound_wordings(book, sentences, contents)
        remarks += _ungiven(book, sentences)
    themes = {theme.id: place for place, theme in enumerate(book.themes)}
    claims = {claim.id: place for place, claim in enumerate(book.claims)}
    return tuple(
        sorted(
            remarks,
            key=lambda remark: (
                (0, themes[remark.item])
                if remark.is_on_theme
                else (1, claims[remark.item])
            ),
        )
    )


def _shared_terms(book: Codebook) -> Iterator[Remark]:
    themes: dict[str, list[str]] = {}
    terms: dict[str, str] = {}
    for theme in book.themes:
        for term in theme.terms:
            themes.setdefault(fold(term), []).append(theme.id)
            terms.setdefault(fold(term), term)
    for folded, ids in themes.items():
        if len(ids) > 1:
            listed = ", ".join(ids)
            message = f"Stands more than once ({listed}), so it decides little."
            yield Remark("term-in-themes", ids[0], terms[folded], message)


def _contents(sentences: Sequence[CodedSentence], nlp: Language) -> list[Content]:
    docs = nlp.pipe(sentence.text for sentence in sentences)
    return [content_of(Tokens(doc).whole()) for doc in docs]


def _unfound_terms(book: Codebook, contents: Sequence[Content]) -> Iterator[Remark]:
    index = theme_profiles(book).terms
    found: Counter[tuple[int, str]] = Counter()
    for content in contents:
        for hit in index.find(content.keys):
            found[hit.label, hit.term] += 1
    for place, theme in enumerate(book.themes):
        for term in theme.terms:
            if not found[place, term]:
                message = "Is found in none of the editions."
                yield Remark("term-never-found", theme.id, term, message)


def _unfound_wordings(
    book: Codebook, sentences: Sequence[CodedSentence], contents: Sequence[Content]
) -> Iterator[Remark]:
    """Wordings of a claim that is given, nearest to none of the sentences that got it."""
    dialogue = Contents(contents, np.arange(len(contents)), [""] * len(contents))
    likeness = likeness_of(dialogue, claim_profiles(book)).both
    for claim, alike in zip(book.claims, likeness, strict=True):
        rows = [
            row
            for row, sentence in enumerate(sentences)
            if any(code.claim == claim.id for code in sentence.claims)
        ]
        if not rows:
            continue
        found = set(alike[rows].argmax(axis=1).tolist())
        given = f"the {len(rows)} sentences" if len(rows) > 1 else "the one sentence"
        for place, text in enumerate(texts_of(claim)):
            # the first text is the statement
            if place and place not in found:
                message = f"Is the nearest wording of none of {given} with this claim."
                yield Remark("wording-never-found", claim.id, text, message)


def _ungiven(book: Codebook, sentences: Sequence[CodedSentence]) -> Iterator[Remark]:
    themes = {code.theme for sentence in sentences for code in sentence.themes}
    claims = {code.claim for sentence in sentences for code in sentence.claims}
    for theme in book.themes:
        if theme.id not in themes:
            message = "No sentence of the editions is coded with this theme."
            yield Remark("theme-never-given", theme.id, "", message)
    for claim in book.claims:
        if claim.id not in claims:
            message = "No sentence of the editions is coded with this claim."
            yield Remark("claim-never-given", claim.id, "", message)
