"""Which files are compared, and with which codebook each is coded."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from dialoog.analysis import DEFAULT_CODEBOOK, analyse
from dialoog.analysis.compare import compare
from dialoog.cli import main
from dialoog.codebook import load_codebook
from dialoog.comparison import collect as collect_files
from dialoog.comparison.compare import OF_THE_RUN
from dialoog.comparison.listing import read_listing
from dialoog.edition import read
from dialoog.errors import CodebookError, SourceError, UsageError
from tests.conftest import EDITIONS, REAL, ROOT

OFFICE = ROOT / "data" / "codebooks" / "hybride-werken.toml"
TWO = ("medewerkers-als-merkdragers.txt", "thuis-is-ook-werk.txt")


collect = partial(collect_files, default=DEFAULT_CODEBOOK)


def folder_of_two(tmp_path, listing=None):
    """A folder of a team: two editions, a codebook, and perhaps a listing."""
    for name in TWO:
        shutil.copy(EDITIONS / name, tmp_path)
    shutil.copy(OFFICE, tmp_path / "kantoor.toml")
    if listing is not None:
        (tmp_path / "editions.toml").write_text(listing, encoding="utf-8")
    return tmp_path


def entry(file=TWO[1], codebook="kantoor.toml", more=""):
    return f'[[edition]]\nfile = "{file}"\ncodebook = "{codebook}"\n{more}\n'


def ids(found):
    return {
        Path(file).name: choice.codebook.id for file, choice in found.choices.items()
    }


def test_the_editions_that_come_along_have_their_codebooks_and_say_they_are_invented():
    found = collect([EDITIONS])
    assert len(found.choices) == 12
    assert list(ids(found).values()).count("employee-advocacy") == 6
    assert set(ids(found).values()) == {
        "employee-advocacy",
        *(path.stem for path in (ROOT / "data" / "codebooks").glob("*.toml")),
    }
    (note,) = found.notes
    assert note.code == "fictional"
    assert note.message.startswith("11 of the 12 editions are invented")
    assert len(found.fictional) == 11
    assert not any("medewerkers" in file for file in found.fictional)
    listed = {e.file.name for e in read_listing(EDITIONS / "editions.toml")}
    assert listed == {path.name for path in EDITIONS.glob("*.txt")}


def test_without_a_listing_the_codebook_is_the_usual_one(tmp_path):
    found = collect([folder_of_two(tmp_path)])
    assert set(ids(found).values()) == {"employee-advocacy"}
    assert found.notes == ()


def test_a_file_beside_a_listing_that_does_not_name_it_is_noted(tmp_path):
    found = collect([folder_of_two(tmp_path, entry())])
    assert ids(found) == dict(
        zip(TWO, ("employee-advocacy", "hybride-werken"), strict=True)
    )
    assert [note.code for note in found.notes] == ["codebook-assumed"]
    assert TWO[0] in found.notes[0].message


def test_a_codebook_for_all_goes_before_a_listing_found_by_chance(tmp_path):
    found = collect([folder_of_two(tmp_path, entry())], codebook=OFFICE)
    assert set(ids(found).values()) == {"hybride-werken"}
    assert found.notes == ()


def test_what_is_invented_is_told_whatever_the_codebook(tmp_path):
    folder = folder_of_two(tmp_path, entry(more="fictional = true"))
    found = collect([folder], codebook=OFFICE)
    assert found.fictional == {str(folder / TWO[1])}
    assert [note.code for note in found.notes] == ["fictional"]
    # A file under two names is one edition.
    other = folder / ".." / folder.name / TWO[1]
    found = collect([folder / TWO[1], other], codebook=OFFICE)
    assert found.fictional == {str(folder / TWO[1]), str(other)}
    assert [note.message for note in found.notes] == [
        "The edition is invented: do not quote it."
    ]


def test_what_was_left_out_is_told_on_stderr_and_in_the_result(tmp_path, capsys):
    folder = folder_of_two(tmp_path)
    (folder / "kapot.pdf").write_bytes(b"PK\x03\x04xx")
    shutil.copy(folder / TWO[0], folder / "nog-eens.txt")
    assert main(["compare", str(folder), "--format", "json"]) == 1
    said = capsys.readouterr()
    record = json.loads(said.out)
    warnings = {w["code"]: w["message"] for w in record["warnings"]}
    assert warnings.keys() == {"same-edition", "not-read"}
    assert "nog-eens.txt is the same edition as" in warnings["same-edition"]
    assert warnings["same-edition"] in said.err
    assert "kapot.pdf" in warnings["not-read"]
    assert len(record["editions"]) == 2


def test_a_codebook_by_file_goes_before_all(tmp_path):
    folder = folder_of_two(tmp_path, entry())
    book = load_codebook(OFFICE)
    found = collect([folder], codebooks={folder / TWO[0]: book})
    assert set(ids(found).values()) == {"hybride-werken"}
    with pytest.raises(UsageError, match=r"weg.txt, which is not among"):
        collect([folder], codebooks={"weg.txt": book})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[edition]\n", "not a valid TOML file"),
        ("[[editie]]\nfile = 'x'\n", "line 1: editie is unknown"),
        ("edition = 3\n", "edition must be a list of tables"),
        (entry() + entry(), 'line 6: file "thuis-is-ook-werk.txt" is listed twice'),
        (entry(file="weg.txt"), 'line 2: file "weg.txt" is no file in'),
        (entry(more="kleur = 1"), "line 4: kleur is unknown"),
        (entry(more='fictional = "ja"'), "line 4: fictional must be true or false"),
        (entry(codebook=""), "line 3: codebook must be a text"),
        ('[[edition]]\nfile = "thuis-is-ook-werk.txt"\n', "codebook is missing"),
    ],
)
def test_a_broken_listing_names_file_line_and_key(content, said, tmp_path):
    with pytest.raises(UsageError) as error:
        collect([folder_of_two(tmp_path, content)])
    assert said in str(error.value)
    assert "editions.toml" in str(error.value)


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(SourceError, match="no files in the folder"):
        collect([tmp_path])
    with pytest.raises(CodebookError, match=r"weg.toml"):
        collect([folder_of_two(tmp_path, entry(codebook="weg.toml"))])
    with pytest.raises(UsageError, match="cannot be read"):
        collect([tmp_path], listing=tmp_path / "weg.toml")


def test_editions_on_different_topics_are_compared_on_talk_and_each_on_its_own(
    tmp_path, capsys
):
    folder = folder_of_two(tmp_path, entry(more="fictional = true"))
    assert main(["compare", str(folder), "--format", "json"]) == 0
    captured = capsys.readouterr()
    record = json.loads(captured.out)
    assert [w["code"] for w in record["warnings"]] == ["codebook-assumed", "fictional"]
    assert captured.err.count("warning: ") == 2
    tables = record["tables"]
    assert {r["edition"]: r["mark"] for r in tables["editions"]} == {
        "medewerkers-als-merkdragers": "",
        "thuis-is-ook-werk": "fictional",
    }
    assert {(r["edition"], r["codebook"]) for r in tables["themes"]} == {
        ("medewerkers-als-merkdragers", "employee-advocacy"),
        ("thuis-is-ook-werk", "hybride-werken"),
    }
    talk = {(r["edition"], r["perspective"], r["measure"]) for r in tables["talk"]}
    measures = {measure for *_, measure in talk}
    assert {"talk", "hedging", "question", "uptake", "affirms"} <= measures
    for edition in ("medewerkers-als-merkdragers", "thuis-is-ook-werk"):
        assert {m for e, _, m in talk if e == edition} == measures
    # In Python the same.
    again = compare([folder])
    assert [note.code for note in again.notes] == ["codebook-assumed", "fictional"]
    assert again.table("editions")["mark"].tolist() == ["fictional", ""]
    assert len(again.table("themes")) == len(tables["themes"])
    assert "hybride-werken" in again.provenance["codebooks"]
    assert again.provenance["model"] == "nl_dialoog"
    # In the order of an analysis, so that the page is the same every time.
    assert [key for key in again.provenance if key in OF_THE_RUN] == [
        key for key in analyse(read(folder / TWO[0])).provenance if key in OF_THE_RUN
    ]


def test_codebook_and_listing_exclude_each_other(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["compare", "x", "--codebook", "a", "--codebooks", "b"])
    assert stop.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["thuis-is-ook-werk.txt"], "The edition is invented: do not quote it."),
        (
            ["thuis-is-ook-werk.txt", REAL.name],
            "1 of the 2 editions is invented: do not quote it.",
        ),
    ],
)
def test_one_invented_edition_is_spoken_of_as_one(names, message):
    found = collect([REAL.with_name(name) for name in names])
    assert [note.message for note in found.notes] == [message]
