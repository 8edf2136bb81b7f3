"""The lists say of every token what spaCy says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialoog.coding import tokens as module
from dialoog.coding.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = (
    "De ambassadeursrol was ‘leuk’, zei zij. Wie drie keer belt, krijgt 2 of meer "
    "antwoorden?\n\nNiet iedereen vertelt dat het ambassadeurschap werkt."
)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("forms", lambda t: t.text),
        ("lower", lambda t: t.lower_),
        ("lemmas", lambda t: t.lemma_),
        ("parts", lambda t: t._.compound),
        ("bases", lambda t: t._.derivation),
        ("pos", lambda t: t.pos_),
        ("relations", lambda t: t.dep_.split(":")[0]),
        ("heads", lambda t: t.head.i),
        ("children", lambda t: [child.i for child in t.children]),
        ("finite", lambda t: t.morph.get("VerbForm") == ["Fin"]),
        ("past", lambda t: t.morph.get("Tense") == ["Past"]),
        ("alphabetic", lambda t: t.is_alpha),
        ("punctuation", lambda t: t.is_punct),
        ("space", lambda t: t.is_space),
        ("stop", lambda t: t.is_stop),
        ("quotation_marks", lambda t: t.is_quote),
        ("numbers", lambda t: t.is_digit or t.like_num),
        ("starts", lambda t: t.idx),
        ("ends", lambda t: t.idx + len(t)),
    ],
)
def test_a_list_per_attribute(name, of, doc):
    expected = [of(token) for token in doc]
    assert getattr(Tokens(doc), name) == expected
    assert len(set(map(str, expected))) > 1  # else the text would prove nothing


def test_parts_and_bases_are_those_that_the_pipeline_has_set(doc):
    tokens = Tokens(doc)
    assert ("ambassadeur", "rol") in tokens.parts
    assert "ambassadeur" in tokens.bases


def test_words_of_another_pipeline_have_neither_parts_nor_base(nlp):
    tokens = Tokens(nlp.make_doc("ambassadeursrol"))
    assert (tokens.parts, tokens.bases) == ([()], [""])


def test_what_others_keep_with_a_doc_is_left_alone(nlp):
    doc = nlp("De ambassadeursrol.")
    doc.user_data["eigen"] = doc.user_data[7] = "iets"
    assert Tokens(doc).parts == [(), ("ambassadeur", "rol"), ()]


def test_strings_are_found_again_after_they_were_dropped(doc, monkeypatch):
    before = Tokens(doc).forms
    monkeypatch.setattr(module, "_STRINGS", {})
    monkeypatch.setattr(module, "_MOST_STRINGS", 0)
    assert Tokens(doc).forms == before == [token.text for token in doc]


def test_sentences_are_those_of_the_doc(doc):
    tokens = Tokens(doc)
    sentences = tokens.sentences()
    assert [(s.start, s.end, s.text) for s in sentences] == [
        (s.start, s.end, s.text) for s in doc.sents
    ]
    for token in doc:
        found = tokens.sentence_of(token.i)
        assert (found.start, found.stop) == (token.sent.start, token.sent.end)


def test_a_stretch_is_the_span_with_the_same_ends(doc):
    whole = Tokens(doc).whole()
    assert (len(whole), whole.text) == (len(doc), doc[:].text)
    part, span = whole.part(3, 7), doc[3:7]
    assert part.doc is doc
    assert (part.text, part.start_char, part.end_char) == (
        span.text,
        span.start_char,
        span.end_char,
    )
    assert part.lower == [token.lower_ for token in span]
    assert list(part.places) == [token.i for token in span]
    assert part.overlaps(whole.part(6, 9))
    assert not part.overlaps(whole.part(7, 9))


def test_an_unparsed_doc_is_known_by_it(doc, nlp):
    assert Tokens(doc).parsed
    assert not Tokens(nlp.make_doc("Zonder ontleding.")).parsed
