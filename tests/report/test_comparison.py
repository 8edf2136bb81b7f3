"""What must hold of the page of a comparison."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from dialoog.coding import Stance
from dialoog.comparison import compare
from dialoog.edition import Perspective
from dialoog.errors import Note
from dialoog.report import comparison_html
from dialoog.report.comparison import LATEST
from tests.report.build import NASTY
from tests.strategies import claim, codebook, coded_edition, coded_editions, theme


def edition(number, name="Ada de Vries", *, book=None, claims=((), ())):
    """An edition with a title, in a codebook with a title of its own."""
    coded = coded_edition(
        {name: Perspective.ACADEMIC, "Bram Smit": Perspective.PRACTITIONER},
        [
            (name, [said(f"Eerste {number}.", "theme-0", claims[0])]),
            ("Bram Smit", [said("Tweede.", "theme-1", claims[1])]),
        ],
        book=book or named_book("office", "Wie is er op kantoor?"),
        date=dt.date(2024, 1, 1) + dt.timedelta(days=30 * number),
        name=f"editie-{number:02}.txt",
    )
    titled = replace(coded.edition, title=f"Editie {number:02}")
    return replace(coded, edition=titled)


def said(text, about, claims):
    return {"text": text, "themes": (theme(about),), "claims": claims}


def named_book(name, title):
    return replace(codebook(), id=name, title=title)


def page_of(*editions, lang="nl"):
    return html.document_fromstring(comparison_html(compare(editions), lang=lang))


def holds(page):
    ids = Counter(page.xpath("//@id"))
    assert not [name for name, count in ids.items() if count > 1]
    for href in page.xpath("//@href"):
        assert href == "data:," or (href.startswith("#") and href[1:] in ids), href
    assert not page.xpath("//script|//img|//iframe|//object|//form|//*[@src]")


@given(st.lists(coded_editions(), max_size=4))
@settings(deadline=None, max_examples=10)
def test_any_editions_have_a_page(editions):
    comparison = compare(editions)
    text = comparison_html(comparison)
    holds(html.document_fromstring(text))
    assert text == comparison_html(comparison)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_many_editions_show_the_latest(lang):
    count = LATEST + 3
    comparison = compare(edition(i) for i in range(count))
    page = html.document_fromstring(comparison_html(comparison, lang=lang))
    holds(page)
    assert page.xpath("string(//h1)").startswith(str(count))
    shown = page.xpath("//section[@id='edities']//tbody/tr/th/bdi/text()")
    assert shown == [f"Editie {i:02}" for i in range(3, count)]
    heads = page.xpath("//table[contains(@class, 'heat')]/thead//bdi/text()")
    assert heads == [f"Editie {i:02}" for i in range(3, count)]


def test_shares_and_counts_are_those_of_the_table():
    comparison = compare(edition(i) for i in range(3))
    page = html.document_fromstring(comparison_html(comparison))
    shown = [
        int(text.strip("()"))
        for text in page.xpath("//span[contains(@class, 'share')]/small/text()")
    ]
    assert sum(shown) == comparison.table("themes")["sentences"].sum() == 6


def test_text_cannot_break_out():
    named = coded_edition(
        {"Ada de Vries": Perspective.ACADEMIC},
        [("Ada de Vries", [{"text": "Dag."}])],
        name=NASTY["script"],
    )
    page = html.document_fromstring(comparison_html(compare([named])))
    holds(page)
    assert NASTY["script"] in page.xpath("//th/bdi/text()")


@pytest.mark.parametrize(("count", "said"), [(3, "too few dialogues"), (6, "chance")])
def test_conduct_says_how_sure_it_is(count, said):
    comparison = compare(edition(i) for i in range(count))
    page = html.document_fromstring(comparison_html(comparison, lang="en"))
    rows = page.xpath("//section[@id='omgang']//tbody/tr")
    assert len(rows) == len(comparison.table("conduct"))
    assert all(said in row.text_content() for row in rows)


YES, NO = claim("claim-0", Stance.AFFIRMS), claim("claim-0", Stance.DENIES)


def test_invented_editions_are_marked_wherever_they_are_named():
    made_up = edition(1, claims=((YES,), ()))
    comparison = compare(
        [edition(0, claims=((NO,), ())), made_up],
        fictional={made_up.edition.source.name},
    )
    assert comparison.table("editions")["mark"].tolist() == ["", "fictional"]
    page = html.document_fromstring(comparison_html(comparison))
    assert (
        "Eén van de 2 gesprekken is verzonnen"
        in page.find_class("brief")[0].text_content()
    )
    for section in ("edities", "themas", "nieuw"):
        marked = page.xpath(
            f"//section[@id='{section}']//span[@class='invented']/../bdi/text()"
        )
        assert set(marked) == {"Editie 01"}, section


def test_titles_stand_where_the_tables_have_ids():
    other = named_book("alone", "Alleen op de wereld")
    page = page_of(
        edition(0, claims=((YES,), (YES,))),
        edition(1, claims=((NO,), (YES,))),
        edition(2, book=other, claims=((YES,), ())),
    )
    for versions in page.find_class("versions"):
        versions.drop_tree()
    text = page.text_content()
    for name in ("editie-0", "office", "alone", "theme-", "claim-"):
        assert name not in text
    for title in ("Editie 02", "Wie is er op kantoor?", "Alleen op de wereld"):
        assert title in text


def test_news_stands_under_its_codebook_edition_and_perspective():
    other = named_book("alone", "Alleen op de wereld")
    page = page_of(
        edition(0, claims=((YES,), ())),
        edition(1, claims=((NO,), (YES,))),
        edition(2, book=other, claims=((YES,), ())),
    )
    (news,) = page.xpath("//section[@id='nieuw']")
    assert news.xpath(".//h3/bdi/text()") == ["Wie is er op kantoor?"]
    assert news.xpath("./p/bdi/text()") == ["Editie 01"]
    sides = {
        side.xpath("string(./h4)").split()[-1]: [
            item.text_content() for item in side.xpath("./ul/li")
        ]
        for side in news.xpath(".//h4/..")
    }
    assert sides == {
        "wetenschap": ["Bewering 0: bestrijdt (eerder: bevestigt)"],
        "praktijk": ["Bewering 0: bevestigt (voor het eerst)"],
    }


def test_a_movement_is_only_denied_where_it_could_be_seen():
    few = page_of(edition(0), edition(1))
    (section,) = few.xpath("//section[@id='trends']")
    assert not section.xpath(".//li")
    assert "te weinig gedateerde gesprekken" in section.text_content()
    enough = page_of(*(edition(i) for i in range(7)))
    (section,) = enough.xpath("//section[@id='trends']")
    assert section.xpath(".//h3/bdi/text()") == ["Wie is er op kantoor?"]
    assert "geen duidelijke beweging" in section.xpath("string(.//li)")
    assert "te weinig" not in section.text_content()


def test_claims_recur_within_a_codebook_of_more_than_one_edition():
    other = named_book("alone", "Alleen op de wereld")
    rare = claim("claim-1", Stance.DENIES)
    page = page_of(
        edition(0, claims=((YES,), (YES,))),
        edition(1, claims=((YES,), (NO,))),
        edition(2, claims=((YES, rare), ())),
        edition(3, book=other, claims=((YES,), (YES,))),
    )
    (section,) = page.xpath("//section[@id='stellingen']")
    assert section.xpath(".//h3/bdi/text()") == ["Wie is er op kantoor?"]
    ((label, count, academic, practitioner, both),) = (
        [" ".join(cell.text_content().split()) for cell in row]
        for row in section.xpath(".//tbody/tr")
    )
    assert (label, count) == ("Bewering 0", "3 van 3")
    assert academic == "✓ bevestigt 3×"
    assert practitioner == "✓ bevestigt 1×✗ bestrijdt 1×"
    assert both == "Editie 00"
    assert "één gesprek komen ter sprake: Bewering 1." in section.text_content()


def test_the_codebooks_are_told_with_their_themes_and_claims():
    other = named_book("alone", "Alleen op de wereld")
    page = page_of(edition(0), edition(1), edition(2, book=other))
    books = page.xpath("//section[@id='verantwoording']/details")
    assert [book.xpath("string(./summary)") for book in books] == [
        "Alleen op de wereld (1 gesprek; 3 thema's en 3 stellingen)",
        "Wie is er op kantoor? (2 gesprekken; 3 thema's en 3 stellingen)",
    ]
    for book in books:
        assert book.xpath(".//dt/text()") == [
            *(f"Thema {i}" for i in range(3)),
            *(f"Bewering {i}" for i in range(3)),
        ]


def test_how_it_was_made_is_told_of_several_dialogues():
    comparison = compare(edition(i) for i in range(2))
    page = html.document_fromstring(comparison_html(comparison))
    (made,) = page.xpath("//section[@id='verantwoording']")
    text = made.text_content()
    assert "deze gesprekken" in text
    assert not re.search(r"dit gesprek|deze tekst|hetzelfde bestand", text)
    shown = dict(
        zip(
            made.xpath(".//dl[@class='versions']/dt/text()"),
            made.xpath(".//dl[@class='versions']/dd/text()"),
            strict=True,
        )
    )
    assert shown == dict(comparison.provenance)


def test_a_doubt_is_told_once_in_the_language_of_the_reader():
    notes = [
        *(Note(code="codebook-assumed", message=f"File {i}.") for i in range(2)),
        Note(code="new", message=NASTY["script"]),
    ]
    comparison = replace(compare([edition(0)]), notes=tuple(notes))
    page = html.document_fromstring(comparison_html(comparison))
    known, unknown = page.xpath("//ul[@class='notes']/li")
    assert known.text_content().startswith("Voor een deel van de gesprekken")
    assert (unknown.get("lang"), unknown.text_content()) == ("en", NASTY["script"])


def test_editions_of_one_day_have_one_date():
    (lead,) = page_of(edition(0)).xpath("//p[@class='lead']")
    assert lead.text_content().endswith("Verschenen op 1 januari 2024.")
    (lead,) = page_of(edition(0), edition(1)).xpath("//p[@class='lead']")
    assert lead.text_content().endswith("tussen 1 januari 2024 en 31 januari 2024.")


def test_a_doubt_about_editions_names_them():
    doubt = Note(code="perspective-assumed", message="Nothing says what Ada does.")
    doubtful = [
        replace(coded, edition=replace(coded.edition, notes=(doubt,)))
        for coded in map(edition, range(LATEST + 2))
    ]
    page = page_of(edition(99), *doubtful[:2])
    (told,) = page.xpath("//ul[@class='notes']/li")
    assert told.text_content().startswith("Van een spreker zegt de tekst niet")
    assert told.text_content().endswith("(Editie 00; Editie 01)")
    (told,) = page_of(*doubtful).xpath("//ul[@class='notes']/li")
    assert told.text_content().endswith("en nog 2 andere)")
    assert not page_of(edition(99)).xpath("//ul[@class='notes']")


def test_the_legend_names_the_perspectives_that_have_a_turn():
    legend = "//section[@id='themas']/p[@class='intro']/span/text()"
    shown = [text.strip() for text in page_of(edition(0)).xpath(legend)]
    assert [text for text in shown if text] == ["wetenschap", "praktijk"]


def test_in_brief_it_says_what_is_compared_and_what_is_most_agreed_on():
    other = claim("claim-1", Stance.AFFIRMS)
    page = page_of(
        edition(0, claims=((YES, other), (YES, other))),
        edition(1, claims=((YES,), (YES,))),
        edition(2, claims=((NO,), (YES,))),
    )
    (brief,) = page.find_class("brief")
    said = " ".join(brief.text_content().split())
    assert "3 gesprekken, gecodeerd met één codeboek." in said
    assert "tussen 1 januari 2024 en 1 maart 2024" in said
    assert brief.xpath(".//li/strong/text()") == ["Bewering 0"]
    assert "(2 van 3)" in brief.xpath("string(.//li)")
    assert "verzonnen" not in said


def test_every_section_stands_in_the_contents():
    page = page_of(edition(0), edition(1))
    linked = page.xpath("//nav[@class='contents']//a/@href")
    assert linked == [f"#{name}" for name in page.xpath("//main/section/@id")]
