"""From CoNLL-U to training documents."""

import random

import pytest
from spacy.vocab import Vocab
from training.augmentation import (
    add_bullet,
    add_emoji,
    curl_quotes,
    drop_final_punctuation,
    lower,
    vary,
)
from training.conversion import group_sentences, training_docs

from dialoog.annotation.treebank import gold_doc, read_sentences, words_of
from tests.annotation.tiny import TINY


@pytest.fixture
def sentences(tmp_path):
    file = tmp_path / "tiny.conllu"
    file.write_text(TINY, "utf-8")
    return list(read_sentences(file))


def test_a_document_keeps_text_annotation_and_plain_lemmas(sentences):
    doc = gold_doc(Vocab(), sentences[:2])
    assert doc.text == 'Zij neemt "het" boek op. Werknemersverhalen tellen '
    assert [sent.text for sent in doc.sents] == [
        'Zij neemt "het" boek op.',
        "Werknemersverhalen tellen",
    ]
    assert [doc[place].lemma_ for place in (1, 2, 8)] == [
        "opnemen",
        '"',
        "werknemerverhaal",
    ]
    assert (doc[6].dep_, doc[6].head.text) == ("compound:prt", "neemt")
    assert (doc[9].dep_, doc[9].head.i) == ("ROOT", 9)


def test_groups_keep_order_and_end_at_a_new_source(sentences):
    groups = list(group_sentences(sentences * 40, random.Random(1)))  # noqa: S311
    assert [sentence for group in groups for sentence in group] == sentences * 40
    assert all(len({s.metadata["source"][:4] for s in group}) == 1 for group in groups)
    assert all(sum(len(words_of(s)) for s in group) <= 60 for group in groups)


def test_training_documents_are_the_same_every_time(sentences):
    first, second = (
        [doc.to_json() for doc in training_docs(sentences * 20)] for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize(
    ("change", "number", "text"),
    [
        (curl_quotes, 0, "Zij neemt “het” boek op. "),
        (curl_quotes, 2, "Luister naar collega’s! "),
        (lower, 0, 'zij neemt "het" boek op. '),
        (drop_final_punctuation, 2, "Luister naar collega's "),
        (drop_final_punctuation, 1, "Werknemersverhalen tellen "),
        (lambda s: add_bullet(s, "•"), 1, "• Werknemersverhalen tellen "),
        (lambda s: add_emoji(s, "👍"), 1, "Werknemersverhalen tellen 👍 "),
    ],
)
def test_variants(sentences, change, number, text):
    before = str(sentences[number])
    doc = gold_doc(Vocab(), [change(sentences[number])])
    assert doc.text == text
    assert str(sentences[number]) == before


@pytest.mark.parametrize("seed", range(30))
def test_variants_keep_one_tree(sentences, seed):
    rng = random.Random(seed)  # noqa: S311
    for sentence in sentences:
        doc = gold_doc(Vocab(), [vary(sentence, rng, is_last=True)])
        assert sum(token.dep_ == "ROOT" for token in doc) == 1
        assert len(list(doc.sents)) == 1
        root = next(token for token in doc if token.dep_ == "ROOT")
        assert root.text.lower() in {"neemt", "tellen", "luister"}
