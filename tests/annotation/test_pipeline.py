"""Loading a pipeline: what it must give, and what the reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from dialoog.annotation.pipeline import (
    AFTER_PARSING,
    SENTENCES,
    add_components,
    check_annotations,
    load_pipeline,
    pipeline_facts,
)
from dialoog.errors import PipelineError

from .build import fit_pipeline

if TYPE_CHECKING:
    from pathlib import Path


def test_a_saved_pipeline_gets_our_components(tmp_path: Path) -> None:
    fit_pipeline().to_disk(tmp_path / "mine")
    nlp = load_pipeline(str(tmp_path / "mine"))
    assert nlp.pipe_names == [SENTENCES, "test_annotator", *AFTER_PARSING]
    assert load_pipeline(str(tmp_path / "mine")) is nlp
    facts = pipeline_facts(nlp)
    assert facts["name"] == "nl_pipeline"
    assert facts["components"].split() == nlp.pipe_names


def test_sentences_come_before_the_parser() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger")
    nlp.add_pipe("parser", name="my_parser")
    names = add_components(nlp).pipe_names
    assert names == ["tagger", SENTENCES, "my_parser", *AFTER_PARSING]


@pytest.mark.parametrize("word", ["ver", "dat", "top", "hand", "app", "pers", "volg"])
def test_an_everyday_word_keeps_no_full_stop(word: str) -> None:
    doc = add_components(spacy.blank("nl")).make_doc(f"Het gaat om {word}.")
    assert [token.text for token in doc][-2:] == [word, "."]


@pytest.mark.parametrize("word", ["prof.", "bijv.", "enz.", "m.b.t.", "dhr."])
def test_an_abbreviation_keeps_its_full_stop(word: str) -> None:
    doc = add_components(spacy.blank("nl")).make_doc(f"Daar was {word} Jansen")
    assert word in [token.text for token in doc]


def test_components_are_not_added_twice() -> None:
    nlp = fit_pipeline()
    nlp.add_pipe(SENTENCES, name="zinnen", first=True)
    add_components(nlp)
    names = list(nlp.pipe_names)
    assert add_components(nlp).pipe_names == names
    assert names.count(SENTENCES) == 0


def test_missing_annotations_are_named() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    with pytest.raises(PipelineError) as caught:
        check_annotations(nlp, "kaal")
    message = str(caught.value)
    assert "'kaal'" in message
    for word in ("morphologizer", "lemmatizer", "parser", "sentencizer"):
        assert word in message
    assert "sentence boundaries" not in message


def test_untrained_pipeline_is_refused_in_a_sentence() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagger")
    with pytest.raises(PipelineError, match="fails on a plain Dutch sentence"):
        check_annotations(nlp, "ongetraind")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nl_core_news_xx", "python -m spacy download nl_core_news_xx"),
        ("nl_bestaat_niet", "Installed: "),
        ("/no/such/folder", "not a folder"),
    ],
)
def test_missing_pipeline(name: str, expected: str) -> None:
    with pytest.raises(PipelineError) as caught:
        load_pipeline(name)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))


def test_other_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "english")
    with pytest.raises(PipelineError, match="'en'"):
        load_pipeline(str(tmp_path / "english"))
