"""Which capitals are the name of a person, and where the name ends."""

from __future__ import annotations

import pytest

from dialoog.edition.names import find_names, is_full_name


def names(text: str, *labels: str) -> list[str]:
    return [name.text for name in find_names(text, labels)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij is Chief Scientist bij een lab.", []),
        ("Als Senior Researcher ziet ze veel.", []),
        ("Hij werd Product Owner.", []),
        ("Het is de taak van de Community Manager.", []),
        ("Chief Scientist Anna Kolk van Bedrijf Xeno", ["Anna Kolk"]),
        ("Chief Executive Officer Jan Smit", ["Jan Smit"]),
        ("Chief Executive Jan Smit", ["Jan Smit"]),
        ("De Data Scientist Els van der Pol", ["Els van der Pol"]),
        ("Managing Partner Els de Wit", ["Els de Wit"]),
        ("Senior Vice President Karel Bos", ["Karel Bos"]),
        ("Research Fellow Dr. Anna Kolk", ["Anna Kolk"]),
        ("Customer Success Manager Jan Smit", ["Jan Smit"]),
    ],
)
def test_an_english_title_is_no_name(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "name",
    [
        "Jan Bakker",
        "Els Visser-Meester",
        "Jan de Boer Senior",
        "Paul Partner",
        "Els Coach",
        "Anna Kolk Manager",
        "Research van Dam",
        "General Ndlovu",
        "Maria Coördinator",
        "Mark Masters",
        "Karel Head",
    ],
)
def test_a_name_that_only_looks_like_a_title_stays(name):
    assert names(f"Te gast is {name}, al jaren.") == [name]


def test_a_title_is_no_full_name_for_a_label():
    assert is_full_name("Jan Bakker")
    assert not is_full_name("Chief Scientist")
    assert not is_full_name("Product Owner")


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        ("Daar zit Anna Maria van Galen Last, al jaren.", ["Van Galen Last"], "Anna Maria van Galen Last"),
        ("Anna Maria van Galen Last lacht. Dan zegt mevrouw Van Galen Last iets.", [], "Anna Maria van Galen Last"),
        ("Anna Maria van Galen Last lacht.\n\nVan Galen Last: Ja.", [], "Anna Maria van Galen Last"),
        ("Anna Maria op den Camp lacht, en dat doet Op den Camp vaak.", [], "Anna Maria op den Camp"),
        ("Jan Willem aan de Stegge komt. Hier is Aan de Stegge zelf.", [], "Jan Willem aan de Stegge"),
        ("Hier is Rob Jan van Haren Noman, de zoon van dokter Van Haren Noman.", [], "Rob Jan van Haren Noman"),
    ],
)  # fmt: skip
def test_a_double_surname_that_the_text_uses_alone_stays_whole(text, labels, found):
    assert names(text, *labels)[0] == found


@pytest.mark.parametrize(
    ("text", "labels", "found"),
    [
        ("Daar zit Tom Vercruysse van Natuurpunt Dender.", ["Tom"], "Tom Vercruysse"),
        ("Tom Vercruysse van Natuurpunt Dender. Van Natuurpunt Dender kwam niets.", ["Vercruysse"], "Tom Vercruysse"),
        ("Daar zit Tom Vercruysse bij Natuurpunt Dender.", ["Natuurpunt Dender"], "Tom Vercruysse"),
        ("Corrie Meeuwsen in de Grote Kerk is stil. De Grote Kerk ook.", [], "Corrie Meeuwsen"),
        ("Wietske Hofland van Thuiszorg De Linde komt.", ["Wietske"], "Wietske Hofland"),
        ("Burgemeester Theo Rijnders van Oudewater groet.", ["Rijnders"], "Theo Rijnders"),
        ("Anna Maria van Dam groet.", ["Van Dam"], "Anna Maria van Dam"),
    ],
)  # fmt: skip
def test_an_employer_or_a_place_is_still_cut_off(text, labels, found):
    assert names(text, *labels)[0] == found
