"""What must hold of the page of a comparison."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from dialoog.comparison import compare
from dialoog.edition import Perspective
from dialoog.report import comparison_html
from dialoog.report.comparison import LATEST
from tests.report.build import NASTY
from tests.strategies import coded_edition, coded_editions, theme


def edition(number, name="Ada de Vries"):
    return coded_edition(
        {name: Perspective.ACADEMIC, "Bram Smit": Perspective.PRACTITIONER},
        [
            (name, [{"text": f"Eerste {number}.", "themes": (theme("theme-0"),)}]),
            ("Bram Smit", [{"text": "Tweede.", "themes": (theme("theme-1"),)}]),
        ],
        date=dt.date(2024, 1, 1) + dt.timedelta(days=30 * number),
        name=f"editie-{number:02}.txt",
    )


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
    assert shown == [f"editie-{i:02}.txt" for i in range(3, count)]
    heads = page.xpath("//table[contains(@class, 'heat')]/thead//bdi/text()")
    assert heads == [f"editie-{i:02}" for i in range(3, count)]


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
