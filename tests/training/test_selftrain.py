"""What teachers agree on, and what they do not."""

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab
from training.selftrain import agreed_docs, agreed_sentence

WORDS = ["De", "hond", "blaft", "."]


def version(vocab, heads, deps, tags=("LID", "N", "WW", "LET")):
    return Doc(vocab, words=WORDS, heads=heads, deps=deps, tags=list(tags))


def test_the_tree_that_others_support_wins_and_its_lone_arcs_are_masked():
    vocab = Vocab()
    right = version(vocab, [1, 2, 2, 2], ["det", "nsubj", "ROOT", "punct"])
    lone = version(vocab, [1, 2, 2, 1], ["det", "nsubj", "ROOT", "punct"])
    wrong = version(
        vocab, [2, 2, 2, 1], ["det", "obj", "ROOT", "dep"], ("X", "N", "WW", "LET")
    )
    merged = agreed_sentence([wrong, right, lone])
    assert [token.dep_ for token in merged] == ["det", "nsubj", "ROOT", ""]
    assert [token.tag_ for token in merged] == ["LID", "N", "WW", "LET"]


def test_sentences_without_agreement_are_left_out():
    vocab = Vocab()
    one = version(vocab, [1, 2, 2, 2], ["det", "nsubj", "ROOT", "punct"])
    two = version(vocab, [2, 2, 2, 1], ["dep", "obj", "ROOT", "dep"])
    assert agreed_sentence([one, two]) is None
    assert list(agreed_docs([DocBin(docs=[one]), DocBin(docs=[two])], vocab)) == []
