"""Parts of compounds: a table of cases, and what must hold for every word."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from dialoog.annotation.compounds import base_of, create_compounds, split_compound
from dialoog.annotation.splitting import load_splitter, stems

from .build import doc_of

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "compounds.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["word"])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case.get("known"):
        request.applymarker(pytest.mark.xfail(strict=True))
    assert list(split_compound(case["word"])) == case["parts"]
    if "base" in case:
        assert base_of(case["word"]) == case["base"]


def test_component_sets_plain_values_on_nouns() -> None:
    for _ in range(2):  # making it twice must not register twice
        component = create_compounds(None, "compounds")  # type: ignore[arg-type]
    doc = component(
        doc_of(
            "ambassadeursrol ambassadeursrol NOUN ROOT 0",
            "ambassadeurschap ambassadeurschap NOUN conj 1",
            "doorgaan doorgaan VERB conj 1",
        )
    )
    assert [token._.compound for token in doc] == [("ambassadeur", "rol"), (), ()]
    assert [token._.derivation for token in doc] == ["", "ambassadeur", ""]
    assert Token.has_extension("compound")


@settings(deadline=None)
@given(st.text(alphabet="abdeghiklmnoprstuvw-'’éë3", max_size=70))
def test_any_word_has_no_part_or_several(word: str) -> None:
    parts = split_compound(word)
    assert len(parts) != 1
    assert all(parts)
    assert all(part == part.lower() for part in parts)


def test_parts_make_new_compounds() -> None:
    """Two nouns put together, of which nobody has seen the whole, come apart."""
    firsts = ["theorie", "koffie", "probleem", "systeem", "strategie", "netwerk"]
    lasts = ["aanpak", "gesprek", "gebruik", "verhaal", "cultuur", "beleid"]
    pairs = [(one, other) for one in firsts for other in lasts]
    right = sum(split_compound(one + other) == (one, other) for one, other in pairs)
    assert right >= 0.9 * len(pairs)


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("man", "maan"),
        ("bomm", "bom"),
        ("prijz", "prijs"),
        ("duiv", "duif"),
        ("boek", "boek"),
    ],
)
def test_spelling_rules_are_undone(stem: str, word: str) -> None:
    assert word in set(stems(stem))


def test_splitter_is_loaded_once() -> None:
    assert load_splitter() is load_splitter()
