"""Whoever waits long is told how far it is; whoever does not, is not."""

from __future__ import annotations

import sys

import pytest

from dialoog.cli import main, progress
from dialoog.cli.progress import Progress
from tests.conftest import REAL


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(progress, "monotonic", clock)
    return clock


def test_what_is_done_soon_says_nothing(clock, capsys):
    told = Progress()
    for done in range(1, 11):
        clock.now += 1.0
        told.tell("a.txt", done, 10)
    told.clear()
    assert capsys.readouterr().err == ""


def test_a_log_gets_lines_ever_further_apart(clock, capsys):
    told = Progress()
    for done in range(1, 201):
        clock.now += 1.0
        told.tell("a.txt", done, 200)
    told.clear()
    assert capsys.readouterr().err.splitlines() == [
        "a.txt: 15 of 200 turns read",
        "a.txt: 45 of 200 turns read",
        "a.txt: 105 of 200 turns read",
        "a.txt: 200 of 200 turns read; coding them",
    ]


def test_a_log_does_not_get_a_line_for_every_input(clock, capsys):
    told = Progress()
    for number in range(1, 61):
        clock.now += 1.0
        told.tell(f"{number}.txt", 8, 8)
    assert [line.split(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "15.txt",
        "45.txt",
    ]


def test_at_a_terminal_it_is_one_line_that_goes_away(clock, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = Progress()
    for done in range(1, 9):
        clock.now += 1.0
        told.tell("a.txt", done, 8)
    told.clear()
    err = capsys.readouterr().err
    assert "\n" not in err
    lines = err.split("\r\x1b[K")
    assert lines[1] == "a.txt: 3 of 8 turns read …"
    assert lines[-2:] == ["a.txt: 8 of 8 turns read; coding them …", ""]


def test_a_long_analysis_says_how_far_it_is_on_stderr(monkeypatch, capsys):
    monkeypatch.setattr(progress, "LOG", 0.0)
    assert main(["analyse", str(REAL), str(REAL), "--table", "themes"]) == 0
    said = capsys.readouterr()
    assert f"2 of 2, {REAL}: 8 of 8 turns read; coding them\n" in said.err
    assert "turns read" not in said.out
