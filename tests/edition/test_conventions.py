"""Every convention of the catalogue, on a file whose turns a person checked."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from dialoog.edition import Edition, normalise, split
from dialoog.source import read_source

_DATA = Path(__file__).parents[1] / "data"
_GOLD = sorted(
    gold
    for collection in ("turns", "turns2", "turns3")
    for gold in (_DATA / collection).glob("*.gold.json")
)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).casefold()


def _file_of(gold: Path) -> Path:
    stem = gold.name.removesuffix(".gold.json")
    return next(
        file
        for file in gold.parent.glob(f"{stem}.*")
        if not file.name.endswith(".gold.json")
    )


@pytest.fixture(
    scope="module",
    params=_GOLD,
    ids=lambda path: f"{path.parent.name}-{path.name[:-10]}",
)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Edition]:
    gold = json.loads(request.param.read_text(encoding="utf-8"))
    return gold, split(read_source(_file_of(request.param)))


def test_turns(case: tuple[dict[str, Any], Edition]) -> None:
    gold, edition = case
    forms = {
        speaker["name"]: {_letters(f) for f in [speaker["name"], *speaker["labels"]]}
        for speaker in gold["speakers"]
    }
    said = [_letters(turn.text) for turn in edition.turns]
    assert said == [_letters(turn["text"]) for turn in gold["turns"]]
    for turn, expected in zip(edition.turns, gold["turns"], strict=True):
        assert _letters(turn.speaker) in forms[expected["speaker"]]


def test_perspectives(case: tuple[dict[str, Any], Edition]) -> None:
    gold, edition = case
    found = {_letters(s.name): s.perspective.value for s in edition.speakers}
    for speaker in gold["speakers"]:
        forms = [_letters(form) for form in [speaker["name"], *speaker["labels"]]]
        perspective = next((found[form] for form in forms if form in found), None)
        if speaker["perspective"] != "other":
            assert perspective == speaker["perspective"], speaker["name"]


def test_nothing_leaks(case: tuple[dict[str, Any], Edition]) -> None:
    gold, edition = case
    said = [_letters(turn.text) for turn in edition.turns]
    for words in gold.get("not_in_turns", []):
        if len(_letters(words)) > 12:
            assert not any(_letters(words) in turn for turn in said), words


def test_nothing_lost(case: tuple[dict[str, Any], Edition]) -> None:
    _, edition = case
    text = edition.source.text
    assert "".join(text[s.start : s.end] for s in edition.segments) == text
    for turn in edition.turns:
        assert turn.text == normalise(text, turn.spans).text
    codes = {note.code for note in edition.notes}
    assert bool(edition.turns) != bool(codes & {"empty", "no-dialogue"})


def test_a_perspective_has_its_evidence(case: tuple[dict[str, Any], Edition]) -> None:
    _, edition = case
    for speaker in edition.speakers:
        assert speaker.evidence or speaker.perspective == "other"
        for evidence in speaker.evidence:
            if evidence.start is not None and evidence.end is not None:
                quoted = edition.source.text[evidence.start : evidence.end]
                assert _letters(quoted) == _letters(evidence.text)
