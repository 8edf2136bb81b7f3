"""What an edition is coded with where nobody says: the listing beside its file."""

from __future__ import annotations

import json
import shutil

import pandas as pd
import pytest

import dialoog
from dialoog.cli import main
from dialoog.errors import UsageError
from tests.conftest import EDITIONS, ROOT

OFFICE = ROOT / "data" / "codebooks" / "hybride-werken.toml"
HOME, REAL = "thuis-is-ook-werk.txt", "medewerkers-als-merkdragers.txt"
LISTING = f"""
[[edition]]
file = "{HOME}"
codebook = "kantoor.toml"
fictional = true
"""


@pytest.fixture
def folder(tmp_path):
    """Two editions and a listing that names one of them."""
    for name in (HOME, REAL):
        shutil.copy(EDITIONS / name, tmp_path)
    shutil.copy(OFFICE, tmp_path / "kantoor.toml")
    (tmp_path / "editions.toml").write_text(LISTING, encoding="utf-8")
    return tmp_path


def facts(analysis):
    known = analysis.edition.notes
    return (
        analysis.codebook.id,
        analysis.provenance["codebook_origin"],
        [note.code for note in analysis.notes if note not in known],
    )


@pytest.mark.parametrize(
    "taken",
    [str, lambda path: path, dialoog.read, lambda path: dialoog.read(str(path))],
)
def test_the_listing_beside_the_file_names_the_codebook(folder, taken):
    analysis = dialoog.analyse(taken(folder / HOME))
    assert facts(analysis) == ("hybride-werken", "editions.toml", ["fictional"])


def test_a_codebook_that_is_given_goes_before_the_listing(folder):
    given = dialoog.analyse(folder / HOME, codebook="employee-advocacy")
    assert facts(given) == ("employee-advocacy", "given", ["fictional"])


def test_a_file_that_the_listing_does_not_name_has_the_usual_codebook(folder):
    analysis = dialoog.analyse(folder / REAL)
    assert facts(analysis) == ("employee-advocacy", "default", ["codebook-assumed"])
    assert REAL in analysis.notes[-1].message


def test_without_a_listing_the_codebook_is_the_usual_one(folder):
    (folder / "editions.toml").unlink()
    assert facts(dialoog.analyse(folder / HOME)) == ("employee-advocacy", "default", [])


@pytest.mark.parametrize("name", ["dataframe", "weg.txt", "een lange naam " * 100])
def test_what_is_no_file_stands_beside_no_listing(folder, monkeypatch, name):
    monkeypatch.chdir(folder)
    turns = pd.DataFrame({"speaker": ["Ada", "Bram"], "text": ["Ja?", "Nee."]})
    analysis = dialoog.analyse(dialoog.from_dataframe(turns, name=name))
    assert facts(analysis) == ("employee-advocacy", "default", [])


def test_a_broken_listing_is_an_error(folder):
    (folder / "editions.toml").write_text("[[editie]]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"editions\.toml, line 1: editie is unknown"):
        dialoog.analyse(folder / HOME)


@pytest.mark.parametrize("options", [{}, {"codebook": "employee-advocacy"}])
@pytest.mark.parametrize("name", [HOME, REAL])
def test_the_command_line_gives_the_same(folder, capsys, name, options):
    argv = [word for key, value in options.items() for word in (f"--{key}", value)]
    path = str(folder / name)
    assert main(["analyse", path, "--format", "json", *argv]) == 0
    in_python = dialoog.analyse(path, **options).to_json()
    assert json.loads(capsys.readouterr().out) == json.loads(in_python)


def test_editions_and_analyses_are_compared_as_their_files_are(folder):
    paths = [folder / HOME, folder / REAL]
    by_path = dialoog.compare(paths)
    assert [note.code for note in by_path.notes] == ["codebook-assumed", "fictional"]
    for taken in (dialoog.read, dialoog.analyse):
        comparison = dialoog.compare(map(taken, paths))
        assert comparison.notes == by_path.notes
        assert comparison.provenance == by_path.provenance
        pd.testing.assert_frame_equal(
            comparison.table("editions"), by_path.table("editions")
        )
