"""Scores of a pipeline on a tiny treebank, against counts made by hand."""

import gzip

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dialoog.annotation.evaluate import SCORE_COLUMNS, evaluate_treebank
from dialoog.annotation.treebank import gold_doc, read_sentences
from dialoog.errors import SourceError
from tests.annotation.tiny import TINY


@pytest.fixture
def treebank(tmp_path):
    (tmp_path / "tiny-ud-test.conllu").write_text(TINY, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def shared_oracle(tmp_path_factory):
    """The oracle, made once: a blank pipeline of spaCy takes more than a second."""
    treebank = tmp_path_factory.mktemp("tiny") / "tiny-ud-test.conllu"
    treebank.write_text(TINY, "utf-8")
    gold = {}
    changes = {}

    @Language.component("tiny_oracle")
    def annotate(doc):
        if doc.text not in gold:
            return doc
        wanted = gold[doc.text]
        given = {name: list(values) for name, values in wanted.items()}
        for (name, place), value in changes.get(doc.text, {}).items():
            given[name][place] = value
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            **given,
        )

    nlp = spacy.blank("nl")
    nlp.add_pipe("tiny_oracle")
    for sentence in read_sentences(treebank):
        doc = gold_doc(nlp.vocab, [sentence])
        gold[doc.text] = {
            "tags": [token.tag_ for token in doc],
            "pos": [token.pos_ for token in doc],
            "morphs": [str(token.morph) for token in doc],
            "lemmas": [token.lemma_ for token in doc],
            "heads": [token.head.i for token in doc],
            "deps": [token.dep_ for token in doc],
        }
    return nlp, changes


@pytest.fixture
def oracle(shared_oracle):
    """A pipeline that gives the treebank's own annotation, and what a test changes in it."""
    nlp, changes = shared_oracle
    changes.clear()
    return nlp, changes


LAYERS = [
    "pos",
    "tag",
    "morph",
    "lemma",
    "lemma_caseless",
    "uas",
    "las",
    "uas_words",
    "las_words",
]


def test_the_treebank_agrees_with_itself(treebank, oracle):
    (scores,) = evaluate_treebank(treebank, oracle[0])
    assert (scores.name, scores.sentences, scores.tokens) == (
        "tiny-ud-test.conllu",
        3,
        14,
    )
    assert [getattr(scores, layer) for layer in LAYERS] == [1.0] * len(LAYERS)


# 14 tokens, 10 of them not punctuation; the changes are in sentence 3
@pytest.mark.parametrize(
    ("change", "lowered"),
    [
        ({("lemmas", 2): "Collega"}, {"lemma": 13 / 14}),
        ({("lemmas", 2): "collegas"}, {"lemma": 13 / 14, "lemma_caseless": 13 / 14}),
        ({("tags", 0): "BW"}, {"tag": 13 / 14}),
        ({("pos", 0): "ADV"}, {"pos": 13 / 14}),
        ({("morphs", 0): "VerbForm=Inf"}, {"morph": 13 / 14}),
        ({("deps", 2): "obl"}, {"las": 13 / 14}),
        ({("deps", 2): "obj"}, {"las": 13 / 14, "las_words": 9 / 10}),
        ({("heads", 3): 2}, {"uas": 13 / 14, "las": 13 / 14}),
        (
            {("heads", 1): 0},
            {"uas": 13 / 14, "las": 13 / 14, "uas_words": 9 / 10, "las_words": 9 / 10},
        ),
    ],
)
def test_one_wrong_annotation_lowers_what_it_concerns(
    treebank, oracle, change, lowered
):
    nlp, changes = oracle
    changes["Luister naar collega's! "] = change
    (scores,) = evaluate_treebank(treebank, nlp)
    expected = dict.fromkeys(LAYERS, 1.0) | lowered
    assert {layer: getattr(scores, layer) for layer in LAYERS} == pytest.approx(
        expected
    )


def test_missing_layers_are_none_and_sentences_are_scored_on_text(treebank):
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    (scores,) = evaluate_treebank(treebank, nlp)
    assert {getattr(scores, layer) for layer in LAYERS} == {None}
    # found: 1, 2+3 as one; 2 found, 3 wanted, 1 right
    assert scores.sents_f == pytest.approx(2 * 1 / (2 + 3))


def test_several_files_give_a_row_each_and_one_for_all(treebank, oracle):
    with gzip.open(treebank / "zip-ud-test.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(TINY)
    rows = evaluate_treebank(treebank, oracle[0])
    assert [(row.name, row.tokens) for row in rows] == [
        ("tiny-ud-test.conllu", 14),
        ("zip-ud-test.conllu.gz", 14),
        ("all", 28),
    ]
    assert set(LAYERS) < set(SCORE_COLUMNS)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.conllu", b"geen treebank\n", "is not CoNLL-U"),
        ("a.conllu", b"", "no sentence"),
        ("a.conllu", b"\xff\xfe\x00", "cannot be read"),
        ("a.conllu.gz", b"not gzip", "cannot be read"),
        ("a.txt", b"tekst", "no CoNLL-U file"),
        (
            "a.conllu",
            b"1\tJa\tja\tWOORD\tX\t_\t0\troot\t_\t_\n\n",
            "not Universal Dependencies",
        ),
    ],
)
def test_wrong_input_is_one_sentence(tmp_path, name, content, message, oracle):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=message):
        evaluate_treebank(tmp_path, oracle[0])


def test_missing_folder(tmp_path, oracle):
    with pytest.raises(SourceError, match="There is no file or folder"):
        evaluate_treebank(tmp_path / "nergens", oracle[0])
