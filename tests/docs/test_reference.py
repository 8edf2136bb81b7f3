"""The reference has an entry for everything that a reader can meet."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

import dialoog
import dialoog.measures
from dialoog.coding import Act, Stance
from dialoog.edition import Perspective
from dialoog.measures.contrast import NO_INTERVAL, NOBODY_TO_COMPARE, TOO_FEW_TURNS
from dialoog.measures.dialogue import MoveKind
from dialoog.measures.positions import Position, Status
from tests.conftest import ROOT
from tests.docs.pages import DOCS

SOURCES = [
    path.read_text(encoding="utf-8") for path in (ROOT / "src/dialoog").rglob("*.py")
]
MEASURES = (DOCS / "reference" / "measures.md").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"^::: ([\w.]+)$", MEASURES, flags=re.MULTILINE)
ENUMS = (Perspective, Stance, Act, MoveKind, Position, Status)
# These find things, and measure nothing.
FINDERS = {"moves", "holders"}


def functions():
    """The functions that the page of measures shows."""
    for name in DOCUMENTED:
        module = importlib.import_module(name)
        for function in vars(module).values():
            if (
                inspect.isfunction(function)
                and function.__module__ == name
                and not function.__name__.startswith("_")
                and function.__name__ not in FINDERS | {"z_value", "shared_out"}
            ):
                yield function


def section(title: str) -> set[str]:
    """The codes in the table of one section of the page of messages."""
    text = (DOCS / "messages.md").read_text(encoding="utf-8")
    body = text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `?([\w -]+?)`? \|", body, flags=re.MULTILINE)[2:])


def test_every_public_name_is_in_the_reference():
    text = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    paths = re.findall(r"^::: (dialoog\.[\w.]+)$", text, flags=re.MULTILINE)
    shown = {path.rpartition(".")[2] for path in paths}
    assert shown - {"plots"} == set(dialoog.__all__) - {"__version__"}


def test_every_public_measure_is_in_the_reference():
    shown = {function.__name__ for function in functions()}
    assert set(dialoog.measures.__all__) <= shown


@pytest.mark.parametrize("function", list(functions()), ids=lambda f: f.__name__)
def test_every_measure_has_a_source_and_an_example(function):
    assert "References:" in function.__doc__
    assert ">>>" in function.__doc__


def test_every_warning_is_documented():
    used = {code for text in SOURCES for code in re.findall(r'code="([a-z-]+)"', text)}
    assert used == section("Warnings")


def test_every_error_is_documented():
    classes, found = [dialoog.DialoogError], set()
    while classes:
        subclasses = classes.pop().__subclasses__()
        found |= {c for c in subclasses if c.__module__.startswith("dialoog.")}
        classes += subclasses
    assert {error.__name__ for error in found} == section("Errors")
    text = (DOCS / "messages.md").read_text(encoding="utf-8")
    for error in found:
        assert f"| `{error.__name__}` | {error.exit_status} |" in text


def test_every_remark_on_a_codebook_is_documented():
    used = {
        code
        for name in ("codebook_check", "wording_check")
        for code in re.findall(
            r'Remark\(\s*"([a-z-]+)"',
            (ROOT / f"src/dialoog/coding/{name}.py").read_text("utf-8"),
        )
    }
    assert used
    assert used == section("Remarks on a codebook")


def test_every_doubt_is_documented():
    doubts = {TOO_FEW_TURNS, NO_INTERVAL, NOBODY_TO_COMPARE}
    assert doubts == section("Doubts in a table")


def test_the_glossary_has_every_value():
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    terms = set(re.findall(r"`([\w]+)`", text))
    assert {value for enum in ENUMS for value in enum} <= terms


@pytest.mark.parametrize(
    "part",
    ["## Wat staat er op de pagina?", "## Wat staat er op de pagina van een reeks?"],
)
def test_the_dutch_page_names_the_sections_of_the_report(part):
    page = (DOCS / "voor-communicatieteams.md").read_text(encoding="utf-8")
    texts = (ROOT / "src/dialoog/report/texts/nl.ftl").read_text(encoding="utf-8")
    headings = set(re.findall(r"^[a-z-]+-heading = (.+)$", texts, flags=re.MULTILINE))
    body = page.partition(part)[2].partition("\n## ")[0]
    named = re.findall(r"^\| (.+?) \|", body, flags=re.MULTILINE)[2:]
    assert len(named) >= 8
    assert set(named) <= headings
