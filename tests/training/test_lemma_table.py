"""The lemma table: what it learns, and that it says nothing of what it does not know."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab
from training.lemma_table import dictionary_entries, treebank_entries

from dialoog.annotation.treebank import read_sentences
from nl_dialoog.lemmas import LemmaTable
from tests.annotation.tiny import TINY


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "tiny.conllu"
    file.write_text(TINY, "utf-8")
    seen, verbs = treebank_entries(read_sentences(file))
    listed = dictionary_entries(
        {"liepen": "lopen", "Parijs": "parij"},
        {"verb": {"trof": ["treffen"]}, "noun": {}, "adj": {}},
        {"verb": ["lopen"], "noun": ["loper"], "adj": []},
    )
    made = LemmaTable()
    made.fill(listed | seen, verbs)
    made.to_disk(tmp_path / "table")
    return LemmaTable().from_disk(tmp_path / "table")


@pytest.mark.parametrize(
    ("form", "tag", "pos", "lemma"),
    [
        ("collega's", "N|soort|mv", "NOUN", "collega"),
        ("Collega’s", "N|soort|mv", "NOUN", "collega"),
        ("collega's", "N|soort|ev", "NOUN", None),
        ("neemt", "WW|pv|tgw|met-t", "VERB", "nemen"),
        ("liepen", "WW|pv|verl|mv", "VERB", "lopen"),
        ("trof", "WW|pv|verl|ev", "AUX", "treffen"),
        ("liepen", "N|soort|mv", "NOUN", None),
        ("Parijs", "SPEC|deeleigen", "PROPN", None),
    ],
)
def test_lemmas(table, form, tag, pos, lemma):
    assert table.lemma(form, tag, pos) == lemma


@pytest.mark.parametrize(("particle", "lemma"), [("op", "opnemen"), ("krom", "nemen")])
def test_particles_join_the_verbs_that_exist(table, particle, lemma):
    doc = Doc(
        Vocab(),
        words=["Zij", "neemt", "het", particle],
        tags=["VNW", "WW|pv|tgw|met-t", "LID", "VZ|fin"],
        pos=["PRON", "VERB", "DET", "ADP"],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "obj", "compound:prt"],
    )
    assert table(doc)[1].lemma_ == lemma


def test_an_empty_table_changes_nothing():
    doc = Doc(
        Vocab(), words=["Zij", "neemt"], lemmas=["zij", "x"], pos=["PRON", "VERB"]
    )
    assert [token.lemma_ for token in LemmaTable()(doc)] == ["zij", "x"]


def test_a_table_survives_bytes(table):
    copy = LemmaTable().from_bytes(table.to_bytes())
    assert copy.lemma("trof", "WW|pv|verl|ev", "VERB") == "treffen"
    assert copy.to_bytes() == table.to_bytes()
