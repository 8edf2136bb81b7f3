"""What the author of a codebook is told about it."""

from pathlib import Path

import pytest

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import codebook_template, load_codebook
from dialoog.codebook.load import parse_codebook
from dialoog.coding import code
from dialoog.coding.codebook_check import check_codebook
from dialoog.edition import split
from dialoog.source import read_source

ROOT = Path(__file__).parents[2]
EDITION = ROOT / "data/editions/thuis-is-ook-werk.txt"

THEMES = """
[codebook]
id = "a"
title = "A"
[[theme]]
id = "honden"
label = "Honden"
definition = "Honden in huis en op straat."
terms = ["hond", "blaffen", "xylofoonspel"]
[[theme]]
id = "fietsen"
label = "Fietsen"
definition = "Fietsen in de stad."
terms = ["fiets", "helm", "Hond"]
"""


def book_of(*claims: str):
    return parse_codebook((THEMES + "".join(claims)).encode(), name="a")


def claim(name, theme, statement, affirms, denies):
    return (
        f'[[claim]]\nid = "{name}"\nlabel = "{name}"\ntheme = "{theme}"\n'
        f'statement = "{statement}"\naffirms = {affirms}\ndenies = {denies}\n'
    )


HELMETS = claim(
    "helm-verplicht",
    "fietsen",
    "Een fietshelm moet verplicht zijn.",
    '["Elke fietser hoort een helm te dragen.", "Maak die helm verplicht."]',
    '["Een helm op de fiets is betutteling."]',
)
DOGS = claim(
    "hond-aangelijnd",
    "honden",
    "Honden horen aan de lijn.",
    '["Een hond hoort altijd aan de riem."]',
    '["Laat een hond lekker los rennen in het park."]',
)


def remarks_on(book, *coded):
    return {(r.code, r.item, r.text): r.message for r in check_codebook(book, coded)}


@pytest.fixture(scope="module")
def coded():
    edition = split(read_source(EDITION))
    book = load_codebook(str(ROOT / "data/codebooks/hybride-werken.toml"))
    return code(edition, annotate(edition, load_pipeline()), book)


def test_wordings_that_get_their_own_claim_are_not_remarked_upon():
    remarks = remarks_on(book_of(HELMETS, DOGS))
    assert [key for key in remarks if key[0].startswith("wording")] == []


def test_a_wording_under_the_wrong_claim_is_named_with_the_claim_it_gets():
    stray = "Een hond zonder riem bijt."
    helmets = HELMETS.replace('"Maak die helm', f'"{stray}", "Maak die helm')
    more = '["Een hond hoort aan de riem.", "Een hond zonder riem bijt vroeg of laat."]'
    dogs = claim(
        "hond-aangelijnd", "honden", "Een hond zonder riem bijt.", more, '["Hond los."]'
    )
    remarks = remarks_on(book_of(helmets, dogs))
    message = remarks["wording-other-claim", "helm-verplicht", stray]
    assert "'hond-aangelijnd'" in message


def test_a_wording_that_asks_is_named_with_what_asks():
    asks = "Moet elke fietser een helm dragen?"
    remarks = remarks_on(book_of(HELMETS.replace('["Elke', f'["{asks}", "Elke'), DOGS))
    message = remarks["wording-raises", "helm-verplicht", asks]
    assert "“?”" in message
    assert "'affirms'" in message


def test_wordings_of_two_claims_with_the_same_words_are_named_once_and_together():
    twin = "Elke fietser hoort een helm te dragen."
    dogs = DOGS.replace('["Een hond', f'["{twin}", "Een hond')
    remarks = remarks_on(book_of(HELMETS, dogs))
    alike = {key: said for key, said in remarks.items() if key[0] == "wording-alike"}
    assert list(alike) == [("wording-alike", "helm-verplicht", twin)]
    (message,) = alike.values()
    assert f"“{twin}” of 'hond-aangelijnd'" in message


def test_opposite_wordings_are_named_unless_a_negation_sets_them_apart():
    apart = HELMETS.replace(
        "Een helm op de fiets is betutteling.",
        "Geen fietser hoort een helm te dragen.",
    )
    alike = HELMETS.replace(
        "Een helm op de fiets is betutteling.",
        "Een helm dragen hoort bij elke fietser.",
    )
    codes = [{key[0] for key in remarks_on(book_of(x, DOGS))} for x in (apart, alike)]
    assert "wording-alike" not in codes[0]
    assert "wording-alike" in codes[1]


def test_a_wording_of_common_words_tells_nothing():
    empty = "Het mag, maar het moet niet."
    remarks = remarks_on(book_of(HELMETS.replace('["Elke', f'["{empty}", "Elke')))
    assert ("wording-empty", "helm-verplicht", empty) in remarks


def test_a_term_of_two_themes_is_named_with_both(coded):
    message = remarks_on(book_of())["term-in-themes", "honden", "hond"]
    assert "honden, fietsen" in message


def test_terms_and_items_that_find_nothing_are_named_only_with_editions(coded):
    remarks = remarks_on(book_of(HELMETS), coded)
    assert ("term-never-found", "honden", "xylofoonspel") in remarks
    assert ("theme-never-given", "honden", "") in remarks
    assert ("claim-never-given", "helm-verplicht", "") in remarks
    assert not any("never" in key[0] for key in remarks_on(book_of(HELMETS)))


def test_wordings_are_never_found_where_no_sentence_shows_them(coded):
    unfound = {
        (r.item, r.text)
        for r in check_codebook(coded.codebook, [coded])
        if r.code == "wording-never-found"
    }
    shown = {
        (given.claim, each.rule)
        for sentence in coded.sentences
        for given in sentence.claims
        for each in given.evidence
    }
    given = {item for item, _ in shown}
    assert unfound
    for each in coded.codebook.claims:
        texts = (*each.affirms, *each.denies)
        found = [
            text
            for number, text in enumerate(texts, start=1)
            if (each.id, f"wording:{number}") in shown
        ]
        assert not unfound & {(each.id, text) for text in found}
        if each.id not in given:
            assert not unfound & {(each.id, text) for text in texts}


def test_remarks_come_in_the_order_of_the_codebook(coded):
    book = coded.codebook
    remarks = check_codebook(book, [coded])
    order = [(True, theme.id) for theme in book.themes]
    order += [(False, each.id) for each in book.claims]
    places = [order.index((remark.is_on_theme, remark.item)) for remark in remarks]
    assert len(set(places)) > 5
    assert places == sorted(places)


def test_the_template_needs_no_remark_and_the_shipped_codebook_few():
    template = parse_codebook(codebook_template("mijn-boek").encode(), name="x")
    assert check_codebook(template) == ()
    shipped = load_codebook("employee-advocacy")
    wordings = sum(len(x.affirms) + len(x.denies) for x in shipped.claims)
    remarks = [r for r in check_codebook(shipped) if not r.is_on_theme]
    assert len(remarks) < 0.05 * wordings
