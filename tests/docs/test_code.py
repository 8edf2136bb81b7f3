"""What the documentation tells a reader to type works, in the order of the page."""

from __future__ import annotations

import doctest
import importlib
import re
import shlex
import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import docx
import matplotlib.pyplot as plt
import pytest

from dialoog.analysis.analyse import analyse_as
from dialoog.cli import main
from dialoog.cli.main import build_parser
from dialoog.codebook.load import parse_codebook
from dialoog.comparison.listing import read_listing
from tests.conftest import REAL, ROOT
from tests.docs.pages import PAGES, blocks, name_of

README = ROOT / "README.md"
WITH_CODE = [p for p in PAGES if any(b.language in {"python", "sh"} for b in blocks(p))]
SOURCES = sorted((ROOT / "src" / "dialoog").rglob("*.py"))
MODULES = [
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    for path in SOURCES
    if ">>>" in path.read_text(encoding="utf-8")
]
ANALYSING = ("dialoog.analysis.compare", "dialoog.analysis.analyse")
# What makes the machine on which it is typed, and not dialoog, is not run.
NOT_OURS = ("python3 ", ".venv/bin/python ", ". .venv/", "mkdocs ")


@pytest.fixture(scope="module")
def once():
    """Analyse, but an edition only once with a codebook: pages share their example."""
    done = {}

    def remembered(edition, choice, *, watch=None, **options):
        made = choice.codebook.sha256, choice.origin, choice.notes
        key = (edition.source.sha256, edition.speakers, made, *options.items())
        if key not in done:
            done[key] = analyse_as(edition, choice, **options)
        coded = replace(done[key].coded, edition=edition)
        return replace(done[key], coded=coded)

    return remembered


@pytest.fixture
def reader(tmp_path, monkeypatch, once):
    """A folder of their own in which a reader of the documentation types."""
    (tmp_path / "data").symlink_to(ROOT / "data", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for name in ANALYSING:
        monkeypatch.setattr(importlib.import_module(name), "analyse_as", once)
    before = plt.get_backend()
    plt.switch_backend("agg")
    yield tmp_path
    plt.close("all")
    plt.switch_backend(before)


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_CODE, ids=name_of)
def test_the_code_of_a_page_runs(page, reader):
    names = {}
    for block in blocks(page):
        where = f"{name_of(page)}, line {block.line}"
        if block.language == "python":
            exec(compile(block.text, where, "exec"), names)  # noqa: S102 (our own docs)
        elif block.language == "pycon":
            check_session(block.text, names, where)
        elif block.language == "sh":
            run_commands(block.text, where)


def check_session(text, names, where):
    test = doctest.DocTestParser().get_doctest(text, names, where, where, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    said = []
    runner.run(test, out=said.append, clear_globs=False)
    assert not runner.failures, "".join(said)
    names.update(test.globs)


def run_commands(text, where):
    for line in text.splitlines():
        command = line.partition(" #")[0].partition(" > ")[0]
        if command.startswith("dialoog "):
            assert main(shlex.split(command)[1:]) == 0, f"{where}: {line}"
        else:
            assert line.startswith(NOT_OURS), f"{where}: what is {line!r}?"


def test_the_python_of_the_readme_runs(reader, once):
    names = {}
    for block in blocks(README):
        if block.language == "python":
            exec(compile(block.text, "README.md", "exec"), names)  # noqa: S102


@pytest.mark.slow
def test_the_commands_of_the_readme_run(reader, capsys):
    shutil.copy(REAL, "edition.txt")
    paragraphs = docx.Document()
    for line in REAL.read_text(encoding="utf-8").splitlines():
        paragraphs.add_paragraph(line)
    paragraphs.save("edition.docx")
    Path("map-met-edities").mkdir()
    shutil.copy(REAL.with_name("trotse-techneuten.txt"), "map-met-edities")
    assert main(["codebook", "new", "mijn.toml"]) == 0
    for block in blocks(README):
        if block.language == "sh":
            run_commands(block.text, f"README.md, line {block.line}")


@pytest.mark.parametrize("page", [README, *PAGES], ids=name_of)
def test_every_command_exists(page):
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"`dialoog ((?:[a-z]+ ?)+)", text)
    known = commands(build_parser())
    for words in shown:
        first = words.split()
        assert any(first[: len(c)] == c for c in known), f"dialoog {words}"
    for block in blocks(page):
        if block.language == "sh":
            for line in re.findall(r"^dialoog (.*)$", block.text, flags=re.MULTILINE):
                arguments = line.partition(" #")[0].partition(" > ")[0]
                build_parser().parse_args(shlex.split(arguments))


def commands(parser):
    """Every command as words, those of groups included."""
    found = []
    for action in parser._subparsers._group_actions if parser._subparsers else ():
        for word, below in action.choices.items():
            found += [[word], *([word, *rest] for rest in commands(below))]
    return found


@pytest.mark.parametrize("page", [README, *PAGES], ids=name_of)
def test_every_codebook_and_listing_shown_is_valid(page):
    for block in blocks(page):
        if block.language != "toml":
            continue
        if block.text.startswith("[[edition]]"):
            assert listing_of(block.text)
        else:
            assert parse_codebook(block.text.encode(), name=name_of(page)).themes


def listing_of(text):
    """What a listing says that stands beside the editions."""
    listing = ROOT / "data" / "editions" / "editions.toml"
    with patch.object(Path, "read_bytes", lambda _: text.encode()):
        return read_listing(listing)


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_docstrings_run(module):
    done = doctest.testmod(importlib.import_module(module))
    assert done.attempted or "SKIP" in open_source(module)
    assert not done.failed


def open_source(module):
    path = importlib.import_module(module).__file__
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()
