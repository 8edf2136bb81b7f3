"""Quotations in running text belong to whom the text around them names."""

from __future__ import annotations

import pytest

from dialoog.edition.conventions.narrative import CONVENTION
from dialoog.edition.layout import Layout
from dialoog.edition.lexicon import tells_of_the_page
from dialoog.source import source_from_bytes

SILENT = "De zaal luistert, en buiten valt de avond over het plein.\n\n"


def speakers(text: str) -> list[str]:
    reading = CONVENTION.propose(Layout(source_from_bytes(text.encode(), "x.txt")))
    assert reading is not None
    return [piece.speaker for piece in reading.turns]


def article(between: str, *, first: str = "Ada Kolk") -> str:
    """Two people are quoted; before the last quotation stands `between`."""
    given = first.split()[0]
    return (
        f"Twee mensen over het plein\n\n{first}, hoogleraar stedenbouw, en Bram Smit, "
        "marktkoopman, kijken uit over het plein.\n\n"
        f"“Het plein is van iedereen die er loopt,” zegt {given}.\n\n"
        "“Het plein is van wie er staat, elke dag,” zegt Bram.\n\n"
        f"“Dat is toch hetzelfde als je er lang genoeg blijft,” zegt {given}.\n\n"
        f"{between}"
        "“Wie hier ooit een kraam had, gaat nooit meer helemaal weg.”\n"
    )


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Bram Smit zwijgt even.\n\n", "Bram Smit"),
        ("Bram kijkt weg. Dan wijst hij naar de kerk.\n\n" + SILENT * 40, "Bram Smit"),
        ("Bram loopt weg.\n\nDe hoogleraar lacht.\n\n", "Ada Kolk"),
        ("Ada loopt weg.\n\nDaar is de marktkoopman weer.\n\n" + SILENT, "Bram Smit"),
        ("De hoogleraar ziet Bram gaan.\n\n", "Ada Kolk"),
        (SILENT * 3, "Ada Kolk"),
        ("Adam en Abraham zijn beelden op de kerk.\n\n", "Ada Kolk"),
    ],
)
def test_a_quotation_without_attribution_is_of_whom_was_named_last(between, speaker):
    assert speakers(article(between))[-1] == speaker


@pytest.mark.parametrize("name", ["İlker Kaya", "Élise Kaya", "Øyvind Kaya"])
def test_a_name_comes_back_with_any_letter_in_front(name):
    assert speakers(article(SILENT, first=name)) == [name, "Bram Smit", name, name]


@pytest.mark.parametrize(
    "text",
    [
        "Wij gebruiken cookies om de site te verbeteren",
        "COPYRIGHT 2025",
        "© De Redactie",
        "Schrijf je in voor de nieuwsbrief",
        "Lees ook: het plein van morgen",
        "Delen via e-mail",
        "Dit veld is verplicht",
        "Privacyverklaring",
        "Mail naar redactie@example.org",
        "Leestijd 4 minuten",
    ],
)
def test_words_about_the_page(text):
    assert tells_of_the_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ze bakt cookiesdeeg voor de hele straat",
        "Hij had copyrightproblemen",
        "Wij verdelen via het wijkteam de sleutels",
        "Delen is het nieuwe hebben",
        "Ik lees graag een boek",
        "Op dit veld" + "werk is niets aan te merken",
        "Mailen doet hij niet",
        "Hij mailt mijn buurman",
        "Wij staan voor de deur",
        "Dat kopieert niemand",
    ],
)
def test_words_that_only_look_like_it(text):
    assert not tells_of_the_page(text)
