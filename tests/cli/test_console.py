"""Tables fit the terminal: long text goes on below, wide tables come in pieces."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dialoog.cli import main
from dialoog.cli.console import print_table
from tests.conftest import REAL

NAMES = ["een-lange-naam-van-een-editie", "kort"]
WIDE = {
    "edition": NAMES,
    "date": ["2024-03-12", "2025-04-11"],
    "label": ["Vertrouwen boven controle", "Kantoor is voor ontmoeting"],
    **{name: ["1", "22"] for name in ("sentences", "shared", "differs", "expected")},
}


def printed(columns, *, width, keys=1):
    out = Console(width=width, file=io.StringIO())
    print_table(out, "Titel", columns, keys=keys)
    return [line.rstrip() for line in out.file.getvalue().splitlines()]


def test_a_table_that_fits_is_one_table_with_nothing_cut():
    lines = printed(WIDE, width=120)
    assert sum("edition" in line.split() for line in lines) == 1
    assert any("een-lange-naam-van-een-editie" in line for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_table_that_does_not_fit_keeps_its_headers_and_numbers_whole(width):
    lines = printed(WIDE, width=width)
    assert max(map(len, lines)) <= width
    words = [word for line in lines for word in line.split()]
    for name in WIDE:
        assert name in words
    for day in WIDE["date"]:
        assert day in words


def test_every_piece_says_what_its_rows_are_about():
    lines = printed(WIDE, width=50, keys=1)
    headers = [line.split() for line in lines if "edition" in line.split()]
    assert len(headers) > 1
    assert {header[0] for header in headers} == {"edition"}
    assert sum("kort" in line.split() for line in lines) == len(headers)


def test_editions_compared_fit_in_80_columns(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    other = REAL.with_name("trotse-techneuten.txt")
    assert main(["compare", str(REAL), str(other)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    (header,) = (line for line in out.splitlines() if " turns " in line)
    assert "turns  shared  differs" in header
    assert "Held by: editions in which A (academics)" in " ".join(out.split())


def test_an_analysis_fits_in_80_columns(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["analyse", str(REAL)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "difference G² p adj." in " ".join(out.split())
