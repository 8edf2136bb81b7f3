"""Names mentioned: against four editions read by hand, and case by case."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from dialoog.annotation.annotate import annotate
from dialoog.annotation.names import KEY
from dialoog.annotation.pipeline import load_pipeline
from dialoog.edition import read

DATA = Path(__file__).parents[2] / "data"
GOLD = tomllib.loads(
    (DATA / "gold" / "names" / "names.toml").read_text(encoding="utf-8")
)


def test_names_of_four_editions() -> None:
    gold: Counter[tuple[str, str, str]] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    for slug, turns in GOLD.items():
        gold.update((slug, turn, name) for turn in turns for name in turns[turn])
        edition = read(DATA / "editions" / f"{slug}.txt")
        for item in annotate(edition, load_pipeline()):
            found.update(
                (slug, str(item.turn.number), f"{span.label_}: {span.text}")
                for span in item.doc.spans[KEY]
            )
    right = (gold & found).total()
    assert right / found.total() >= 0.9, found - gold
    assert right / gold.total() >= 0.8, gold - found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dag Sietske, wat denk jij?", ["person: Sietske"]),
        ("Dat vroeg mevrouw Van der Aa ook.", ["person: Van der Aa"]),
        (
            "Zij werkt bij de Hogeschool Rotterdam.",
            ["organisation: Hogeschool Rotterdam"],
        ),
        ("De multinational Glimstra verkocht zeep.", ["organisation: Glimstra"]),
        (
            "We plaatsten het op YouTube en op X vandaag.",
            ["platform: YouTube", "platform: X"],
        ),
        ("Kijk eens bij @bakkerdegraan.", ["account: @bakkerdegraan"]),
        ("Kandidaat X en product X verschillen niet.", []),
        ("In Antwerpen en in Nederland is het anders.", []),
        ("Het Engelse woord HR zegt niemand iets.", []),
        ("Natuurlijk. Gelukkig wel. Eindelijk!", []),
    ],
)
def test_case(text: str, names: list[str]) -> None:
    doc = load_pipeline()(text)
    assert [f"{span.label_}: {span.text}" for span in doc.spans[KEY]] == names
