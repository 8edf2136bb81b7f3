"""Which organisation the words about a person name, and which words name none."""

from __future__ import annotations

import pytest

from dialoog.edition.affiliation import affiliation_in


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("schepen van Mobiliteit", None),
        ("schepen van Mobiliteit en Openbare Werken", None),
        ("wethouder van Wonen, Sport en Jeugd", None),
        ("wethouder voor Ruimtelijke Ordening", None),
        ("minister van Justitie en Veiligheid", None),
        ("staatssecretaris voor Cultuur en Media", None),
        ("gedeputeerde voor Stikstofzaken", None),
        ("schepen van Mobiliteit van Oostvoorde", "Oostvoorde"),
        ("schepen van Onderwijs voor de stad Oostvoorde", "stad Oostvoorde"),
        ("wethouder voor Wonen in de gemeente Westermeer", "gemeente Westermeer"),
        ("wethouder van Westermeer", "Westermeer"),
        ("burgemeester van Oudewater", "Oudewater"),
        ("gedeputeerde van Noorderland", "Noorderland"),
        ("schepen in Oostvoorde en arts bij kliniek De Linde", "kliniek De Linde"),
        ("raadslid voor Lokaal Westermeer", "Lokaal Westermeer"),
        ("jurist bij het ministerie van Mobiliteit", "ministerie van Mobiliteit"),
        ("directeur van Mobiliteit Anders", "Mobiliteit Anders"),
    ],
)
def test_an_office_is_no_organisation_but_a_municipality_is(words, organisation):
    assert affiliation_in(words) == organisation


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("werkte jarenlang bij Weststroom, nu zelfstandig", None),
        ("werkte twaalf jaar bij de Havendienst en is nu zelfstandig adviseur", None),
        ("was directeur van Stichting Horizon, nu zelfstandig", None),
        ("voormalig directeur van Weststroom", None),
        ("oud-medewerker van Weststroom", None),
        ("ex-wethouder van Westermeer", None),
        ("voorheen bij Weststroom", None),
        ("werkte bij Zorg en Welzijn Westermeer, nu schrijver", None),
        ("werkte eerst bij Weststroom en nu bij Oostwind", "Oostwind"),
        ("begon bij Weststroom en werkt nu bij Oostwind", "Oostwind"),
        ("werkte bij Weststroom; leidt bureau Noord", "bureau Noord"),
        ("directeur van Oostwind (voorheen Weststroom)", "Oostwind"),
        ("werkt sinds 2004 bij Weststroom", "Weststroom"),
        ("werkt al jarenlang bij Weststroom", "Weststroom"),
        ("begon in 2004 bij Weststroom", "Weststroom"),
        ("was te gast namens alle leden van Weststroom", "Weststroom"),
        ("54 jaar oud, directeur van Weststroom", "Weststroom"),
        ("medewerker van museum Oud-Westermeer", "museum Oud-Westermeer"),
        ("nu bij Oostwind, na een jaar thuis", "Oostwind"),
    ],
)
def test_where_somebody_was_is_no_employer(words, organisation):
    assert affiliation_in(words) == organisation


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("host van de podcast Klare Taal", None),
        ("presentator van podcast De Dag van Morgen", None),
        ("maakt de podcast Klare Taal", None),
        ("auteur van het boek De Stille Stad", None),
        ("schrijver van de nieuwe roman Het Water", None),
        ("presentatrice van het radioprogramma Vroeg op Zondag", None),
        ("maker van de documentaireserie ‘Onder Water’", None),
        ("host van de podcast Klare Taal en zorgmanager bij Oostwind", "Oostwind"),
        ("auteur van het boek De Stille Stad, lector aan Hogeschool West", "Hogeschool West"),
        ("redacteur bij podcastbureau Oor", "podcastbureau Oor"),
        ("journalist van weekblad De Peiling", "weekblad De Peiling"),
        ("redactrice van magazine Kantlijn", "magazine Kantlijn"),
        ("eigenaar van boekhandel De Bladwijzer", "boekhandel De Bladwijzer"),
        ("werkt voor omroep Westermeer", "omroep Westermeer"),
        ("programmeur bij filmtheater De Lens", "filmtheater De Lens"),
    ],
)  # fmt: skip
def test_what_somebody_makes_is_no_organisation(words, organisation):
    assert affiliation_in(words) == organisation
