"""The site builds without a warning, is complete, and asks nothing of other sites."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
import yaml
from lxml import html

from dialoog.cli.main import build_parser
from dialoog.comparison import SCHEMAS as COMPARISON_SCHEMAS
from dialoog.tables import SCHEMAS
from tests.conftest import ROOT
from tests.docs.pages import DOCS, PAGES
from tests.docs.test_code import commands

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def words(page):
    return html.fromstring(page.read_text(encoding="utf-8")).text_content()


def test_every_page_is_built_and_in_the_navigation(site):
    pages = {page.relative_to(DOCS).as_posix() for page in PAGES}
    for page in pages:
        assert (site / page).with_suffix(".html").is_file(), page
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    navigation = yaml.safe_load(text)["nav"]
    named = set(re.findall(r"[\w/-]+\.md", str(navigation)))
    assert {p for p in pages if not p.startswith("decisions/0")} == named


def test_nothing_comes_from_another_site(site):
    for page in site.rglob("*.html"):
        tree = html.fromstring(page.read_bytes())
        loads = [
            *tree.xpath("//*[not(self::a)]/@src"),
            *tree.xpath("//link[not(@rel='canonical')]/@href"),
            *tree.xpath("//*/@srcset"),
            *tree.xpath("//form/@action"),
        ]
        assert not [x for x in loads if re.match(r"(?:https?:)?//", x)], page
        assert "@import" not in page.read_text(encoding="utf-8")
    for sheet in site.rglob("*.css"):
        style = sheet.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", style), sheet


def test_what_is_generated_is_there(site):
    for page in site.rglob("*.html"):
        assert not re.search(r"<!-- [a-z-]+ -->", page.read_text(encoding="utf-8"))
    tables = words(site / "reference" / "tables.html")
    for schema in (*SCHEMAS.values(), *COMPARISON_SCHEMAS.values()):
        for column in schema.columns:
            assert column.name in tables
    shown = words(site / "reference" / "command-line.html")
    for command in commands(build_parser()):
        assert f"dialoog {' '.join(command)}" in shown
    assert "--perspective NAME=PERSPECTIVE" in shown
    assert "FILE|DIR" in shown
    assert "wilson(3, 10)" in words(site / "reference" / "measures.html")
    python = words(site / "reference" / "python.html")
    assert all(f"dialoog.{name}" in python for name in ("read", "analyse", "compare"))
    assert "Read one edition and split it into turns." in python
    index = words(site / "decisions" / "index.html")
    for record in (DOCS / "decisions").glob("[0-9]*.md"):
        assert record.read_text("utf-8").splitlines()[0].removeprefix("# ") in index


def test_the_example_page_is_a_whole_report(site):
    page = (site / "voorbeeld-gespreksverslag.html").read_text(encoding="utf-8")
    assert "Waarover gaat het?" in page
    assert "Het gesprek is verzonnen. Citeer er niet uit." in page
    assert (site / "assets" / "themes.svg").is_file()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(site):
    serving = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_browser_asks_no_other_site_and_finds_a_word(browser, address):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("voor-communicatieteams.html", "reference/measures.html", "walk.html"):
        page.goto(address + name)
    page.locator(".md-search__input").first.click()
    page.keyboard.type("wilson")
    page.locator(".md-search-result__item").first.wait_for()
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    page.close()
