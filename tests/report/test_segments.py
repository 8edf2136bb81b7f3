"""The page of a split shows every character once, escaped, and asks for nothing."""

from __future__ import annotations

import re
from html import unescape

import pytest

import dialoog
from dialoog.cli import main
from dialoog.report import segments_html
from tests.conftest import REAL

HOSTILE = (
    "Praatje\n\nHoogleraar Anna Berg (Universiteit X) en bakker Bram Smit praten.\n\n"
    'Anna Berg: <script>alert(1)</script> & "zo" is dat.\n\n'
    "Bram Smit: Ja </div><img src=http://x.nl/a.png> nee.\n\n"
    "Anna Berg: Wat vind jij daarvan?\n\nBram Smit: Dat is goed.\n"
)


def shown(page: str) -> str:
    pieces = re.findall(
        r'<span class="[\w-]+" data-kind="\w+">(.*?)</span>', page, re.DOTALL
    )
    return unescape("".join(pieces))


def test_the_page_gives_the_source_back(real_edition):
    assert shown(segments_html(real_edition)) == real_edition.source.text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_text_is_escaped_and_nothing_is_asked_for(lang, tmp_path):
    path = tmp_path / "vijand.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    page = segments_html(dialoog.read(path), lang=lang)
    assert shown(page) == HOSTILE
    assert "<script" not in page
    assert "<img" not in page


def test_the_command_prints_the_page(capsys, tmp_path):
    assert main(["turns", str(REAL), "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")
    path = tmp_path / "leeg.txt"
    path.write_text("", encoding="utf-8")
    assert main(["turns", str(path), "--format", "html"]) == 0
    assert "geen gesprek" in capsys.readouterr().out
