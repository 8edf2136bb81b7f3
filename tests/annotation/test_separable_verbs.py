"""`neemt … op`, `op te nemen` and `opnemen` share a lemma."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialoog.annotation.separable_verbs import SeparableVerbs

from .build import doc_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


def lemmas(doc: Doc) -> list[str]:
    return [token.lemma_ for token in SeparableVerbs()(doc)]


@pytest.mark.parametrize(
    ("doc", "at", "lemma"),
    [
        (
            doc_of(
                "Zij zij PRON nsubj 2",
                "neemt nemen VERB ROOT 0",
                "dat dat PRON obj 2",
                "op op ADP compound:prt 2",
            ),
            1,
            "opnemen",
        ),
        (
            doc_of(
                "Op op ADP compound:prt 3",
                "te te ADP mark 3",
                "nemen nemen VERB ROOT 0",
            ),
            2,
            "opnemen",
        ),
        (
            doc_of("maakt maken VERB ROOT 0", "bekend bekend ADJ compound:prt 1"),
            0,
            "bekendmaken",
        ),
        (
            # The lemmatizer has already joined it.
            doc_of("neemt opnemen VERB ROOT 0", "op op ADP compound:prt 1"),
            0,
            "opnemen",
        ),
        (
            # `op` stands at the start of this lemma too, but is not the particle.
            doc_of(
                "open open ADJ compound:prt 2", "schroeven openschroeven VERB ROOT 0"
            ),
            1,
            "openschroeven",
        ),
        (
            # Written apart in every order: two verbs.
            doc_of("laten laten VERB ROOT 0", "ontgaan ontgaan VERB compound:prt 1"),
            0,
            "laten",
        ),
        (
            # A preposition of the sentence is no particle.
            doc_of(
                "rekent rekenen VERB ROOT 0", "op op ADP case 3", "jou jou PRON obl 1"
            ),
            0,
            "rekenen",
        ),
        (
            # The lemmatizer invented another particle.
            doc_of("stellen uitopstellen VERB ROOT 0", "uit uit ADP compound:prt 1"),
            0,
            "uitstellen",
        ),
        (
            # A participle that the lemmatizer did not know.
            doc_of("meegesprongen meegesprongen VERB ROOT 0"),
            0,
            "meespringen",
        ),
        (
            # A known verb stays as it is.
            doc_of("onderzoekt onderzoeken VERB ROOT 0"),
            0,
            "onderzoeken",
        ),
    ],
)
def test_lemma(doc: Doc, at: int, lemma: str) -> None:
    assert lemmas(doc)[at] == lemma
