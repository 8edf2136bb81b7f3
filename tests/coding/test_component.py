"""The component codes in anybody's pipeline, and travels with it."""

import pytest
import spacy

from dialoog.errors import CodebookError, PipelineError

TEXT = (
    "Trots en plezier in het werk kun je niet afdwingen. "
    "Als medewerkers er zelf zin in hebben, vertellen ze het vanzelf verder. "
    "Niet iedereen hoeft ambassadeur te zijn."
)


@pytest.fixture
def nlp():
    return spacy.load("nl_dialoog")


def codes(doc):
    return {
        name: [(s.label_, s.kb_id_, s.text) for s in doc.spans[name]]
        for name in ("dialoog_themes", "dialoog_claims")
    }


def test_codes_stand_over_whole_sentences_with_scores(nlp):
    nlp.add_pipe("dialoog_codes")
    doc = nlp(TEXT)
    themes = doc.spans["dialoog_themes"]
    sentences = {(s.start, s.end) for s in doc.sents}
    assert "intrinsieke-motivatie" in {span.label_ for span in themes}
    assert all((span.start, span.end) in sentences for span in themes)
    assert len(themes.attrs["scores"]) == len(themes)
    assert {s.kb_id_ for s in doc.spans["dialoog_claims"]} <= {
        "affirms",
        "denies",
        "raises",
    }


def test_saved_pipelines_keep_the_codebook_of_an_author(nlp, tmp_path):
    book = tmp_path / "mijn.toml"
    book.write_text(
        '[codebook]\nid = "mijn"\ntitle = "Mijn"\n[[theme]]\nid = "fiets"\nlabel = "Fiets"\n'
        'definition = "Over fietsen."\nterms = ["fiets*"]\n'
    )
    nlp.add_pipe("dialoog_codes", config={"codebook": str(book)})
    text = "We fietsen naar het werk. De fietsen staan in de fietsenstalling."
    before = codes(nlp(text))
    assert before["dialoog_themes"]
    nlp.to_disk(tmp_path / "pijplijn")
    packed = nlp.to_bytes()
    book.unlink()
    assert codes(spacy.load(tmp_path / "pijplijn")(text)) == before
    assert codes(nlp.from_bytes(packed)(text)) == before


def test_docs_keep_their_codes_when_saved(nlp):
    nlp.add_pipe("dialoog_codes")
    doc = nlp(TEXT)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert codes(again) == codes(doc)


def test_empty_doc(nlp):
    nlp.add_pipe("dialoog_codes")
    assert codes(nlp("")) == {"dialoog_themes": [], "dialoog_claims": []}


def test_pipelines_without_sentences_are_refused():
    blank = spacy.blank("nl")
    blank.add_pipe("dialoog_codes")
    with pytest.raises(Exception, match="sentence boundaries") as error:
        blank("Een zin.")
    assert isinstance(error.value, PipelineError)


def test_unknown_codebook(nlp):
    nlp.add_pipe("dialoog_codes", config={"codebook": "bestaat-niet"})
    with pytest.raises(CodebookError, match="bestaat-niet"):
        nlp("Een zin.")
