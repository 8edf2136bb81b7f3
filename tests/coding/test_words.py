"""What is read of a token is what the pipeline has set on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.words import compound_parts, derivation_base

if TYPE_CHECKING:
    from spacy.language import Language


def test_parts_and_base_are_those_that_the_pipeline_has_set(nlp: Language) -> None:
    doc = nlp("De ambassadeursrol en het ambassadeurschap zijn werk.")
    parts = [compound_parts(token) for token in doc]
    bases = [derivation_base(token) for token in doc]
    assert parts == [tuple(token._.compound) for token in doc]
    assert bases == [token._.derivation for token in doc]
    assert parts[1] == ("ambassadeur", "rol")
    assert bases[4] == "ambassadeur"


def test_a_word_of_another_pipeline_has_neither(nlp: Language) -> None:
    doc = nlp.make_doc("ambassadeursrol")
    assert compound_parts(doc[0]) == ()
    assert derivation_base(doc[0]) == ""
