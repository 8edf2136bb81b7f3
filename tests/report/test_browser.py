"""The page in a real browser: headless Chromium, as Debian packs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dialoog.comparison import compare
from dialoog.report import comparison_html, report_html
from tests.report.build import SHAPES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
PAGES = {
    **{name: lambda make=make: report_html(make()) for name, make in SHAPES.items()},
    "comparison": lambda: comparison_html(
        compare(make().coded for make in SHAPES.values())
    ),
}
# Fonts are there, two frames are drawn (the first of a scroll timeline has no position
# yet), and nothing is on its way but what moves with a scroll bar, which never ends.
SETTLED = """async () => {
    await document.fonts.ready;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const timed = document.getAnimations().filter(a => a.timeline === document.timeline);
    await Promise.all(timed.map(a => a.finished));
}"""


def show_in(page: Page, scheme: str) -> None:
    """Show the page in light or dark, and wait until it is drawn so."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "s => matchMedia(`(prefers-color-scheme: ${s})`).matches", arg=scheme
    )
    page.evaluate(SETTLED)


@pytest.fixture(scope="module", params=PAGES)
def path(request, tmp_path_factory) -> Path:
    written = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    written.write_text(PAGES[request.param](), encoding="utf-8")
    return written


@pytest.fixture
def opened(browser, path):
    """The page, its console messages and its requests."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.complaints, page.requested = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.requested.append(request.url))
    # A machine with much to do is slow, which is no fault of the page.
    page.set_default_timeout(120_000)
    page.goto(path.as_uri())
    page.evaluate(SETTLED)
    yield page
    page.close()


def test_it_renders_quietly_and_asks_for_nothing(opened, path):
    assert opened.locator("h1").is_visible()
    assert opened.title() != "gekaapt"
    assert opened.complaints == []
    assert [
        url for url in opened.requested if url not in (path.as_uri(), "data:,")
    ] == []


def test_no_axe_violation(opened):
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        show_in(opened, scheme)
        found = Axe().run(opened).response["violations"]
        assert [
            (v["id"], n["html"], n["failureSummary"]) for v in found for n in v["nodes"]
        ] == []


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_sticks_out(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    for closed in opened.locator("summary").all():
        closed.click()
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1200])
def test_what_is_wider_than_the_screen_can_be_reached_and_says_so(opened, width):
    opened.set_viewport_size({"width": width, "height": 800})
    for closed in opened.locator("summary").all():
        closed.click()
    opened.evaluate(SETTLED)
    regions = opened.locator(".scroll")
    for region in regions.all():
        is_wide, hint = region.evaluate(
            "e => [e.scrollWidth > e.clientWidth, getComputedStyle(e, '::before').visibility]"
        )
        assert (hint == "visible") == is_wide
        assert region.get_attribute("aria-label")
        region.focus()
        assert region.evaluate("e => e === document.activeElement")
    cut = opened.evaluate(
        """[...document.querySelectorAll("table, svg.figure")].filter(e =>
            e.scrollWidth > e.parentElement.clientWidth && !e.closest(".scroll")).length"""
    )
    assert cut == 0


def test_the_rule_below_a_table_is_that_of_the_section(opened):
    ends = opened.evaluate(
        """[...document.querySelectorAll("table")].flatMap(table => {
            const low = e => e.getBoundingClientRect().bottom;
            return [...table.querySelectorAll("tbody, tr, th, td")]
                .filter(e => Math.abs(low(e) - low(table)) < 3)
                .map(e => getComputedStyle(e).borderBottomWidth);
        })"""
    )
    assert set(ends) <= {"0px"}


def test_a_number_opens_and_closes_by_keyboard(opened):
    numbers = opened.locator("a.n")
    if not numbers.count():
        pytest.skip("this page counts no sentences")
    number = numbers.first
    count, panel = (
        int(number.inner_text()),
        opened.locator(number.get_attribute("href")),
    )
    assert not panel.is_visible()
    number.focus()
    opened.keyboard.press("Enter")
    assert panel.is_visible()
    assert panel.locator("ol > li").count() == count
    opened.keyboard.press("Tab")
    assert panel.locator("a.close").evaluate("e => e === document.activeElement")
    opened.keyboard.press("Enter")
    assert not panel.is_visible()
    assert number.evaluate("e => e === document.activeElement")


def test_a_listed_sentence_leads_to_its_place(opened):
    numbers = opened.locator("a.n")
    if not numbers.count():
        pytest.skip("this page counts no sentences")
    numbers.first.click()
    listed = opened.locator(".panel:target ol a").first
    said = listed.locator("span[dir=auto]").inner_text()
    listed.click()
    place = opened.locator(".sentences > li:target")
    assert place.locator("p").inner_text() == said
    assert opened.locator(".panel:target").count() == 0
    place.scroll_into_view_if_needed()
    assert place.is_visible()


def test_it_prints(opened):
    assert opened.pdf(format="A4").startswith(b"%PDF")
