"""Wrong input gets one clear sentence and an exit status, never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dialoog.cli import main
from tests.conftest import REAL


def outcome(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    try:
        status = main(argv)
    except SystemExit as stop:  # argparse's own refusals
        status = int(stop.code or 0)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def assert_one_sentence(err: str, *words: str) -> None:
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("error: ")
    assert "Traceback" not in err
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize("command", ["turns", "analyse"])
def test_a_missing_file_is_named(command, capsys):
    status, out, err = outcome(capsys, command, "bestaat-niet.txt")
    assert (status, out) == (3, "")
    assert_one_sentence(err, "bestaat-niet.txt")


@pytest.mark.parametrize("command", [["turns"], ["analyse"], ["kwic", "trots"]])
def test_a_folder_without_files_is_named(command, capsys, tmp_path):
    status, out, err = outcome(capsys, *command, str(tmp_path))
    assert (status, out) == (3, "")
    assert_one_sentence(err, str(tmp_path), "folder")


def test_a_binary_file_is_no_text(capsys, tmp_path):
    path = tmp_path / "foto.txt"
    path.write_bytes(bytes(range(256)) * 40)
    status, out, err = outcome(capsys, "analyse", str(path))
    assert (status, out) == (3, "")
    assert_one_sentence(err, "foto.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(capsys, tmp_path):
    path = tmp_path / "dicht.txt"
    path.write_text("Jan: dag", encoding="utf-8")
    path.chmod(0)
    status, _, err = outcome(capsys, "turns", str(path))
    assert status == 3
    assert_one_sentence(err, "dicht.txt")


@pytest.mark.parametrize("text", ["", "\n\n", "Een los stukje tekst zonder gesprek.\n"])
@pytest.mark.parametrize("command", ["turns", "analyse"])
def test_a_text_without_dialogue_is_a_warning(command, text, capsys, tmp_path):
    path = tmp_path / "leeg.txt"
    path.write_text(text, encoding="utf-8")
    status, out, err = outcome(capsys, command, str(path), "--format", "json")
    record = json.loads(out)
    assert status == 0
    assert record["turns"] == []
    assert record["warnings"]
    assert err.startswith("warning: ")


def test_utf16_is_read(capsys, tmp_path):
    path = tmp_path / "utf16.txt"
    path.write_bytes(REAL.read_text(encoding="utf-8").encode("utf-16"))
    status, out, _ = outcome(capsys, "turns", str(path), "--format", "json")
    assert status == 0
    assert len(json.loads(out)["turns"]) == 8


def test_cp1252_is_read_with_a_warning(capsys, tmp_path):
    path = tmp_path / "oud.txt"
    text = REAL.read_text(encoding="utf-8")
    path.write_bytes(text.encode("cp1252", errors="ignore"))
    status, out, err = outcome(capsys, "turns", str(path), "--format", "json")
    record = json.loads(out)
    assert status == 0
    assert len(record["turns"]) == 8
    assert "opportuniteiten" in record["turns"][0]["text"]
    assert any(w["code"] == "encoding-guessed" for w in record["warnings"])
    assert "warning: " in err


def test_an_unknown_codebook_lists_the_known_ones(capsys):
    status, out, err = outcome(
        capsys, "analyse", str(REAL), "--codebook", "bestaatniet"
    )
    assert (status, out) == (2, "")
    assert_one_sentence(err, "bestaatniet", "employee-advocacy")


HEAD = '[codebook]\nid = "x"\ntitle = "X"\nlanguage = "nl"\nversion = "1"\n'
THEME = '[[theme]]\nid = "t"\nlabel = "T"\ndefinition = "D"\nterms = ["a"]\n'
CLAIM = '[[claim]]\nid = "c"\nlabel = "C"\ntheme = "zoek"\nstatement = "S."\n'


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[codebook\nid = 1", "line 1"),
        ('[codebook]\nid = "x"\n', "title"),
        (HEAD + THEME.replace('"a"', ""), "terms"),
        (HEAD + THEME + THEME, "t"),
        (HEAD + THEME + "kleur = 1\n", "kleur"),
        (HEAD + THEME + CLAIM + 'affirms = ["a"]\ndenies = ["b"]\n', "zoek"),
    ],
)
def test_a_broken_codebook_names_file_and_place(content, named, capsys, tmp_path):
    path = tmp_path / "boek.toml"
    path.write_text(content, encoding="utf-8")
    status, out, err = outcome(capsys, "analyse", str(REAL), "--codebook", str(path))
    assert (status, out) == (2, "")
    assert_one_sentence(err, "boek.toml", named)


def test_an_unknown_pipeline_names_the_download(capsys):
    status, out, err = outcome(
        capsys, "analyse", str(REAL), "--model", "nl_core_news_lg"
    )
    assert (status, out) == (2, "")
    assert_one_sentence(err, "python -m spacy download nl_core_news_lg")


def test_an_unwritable_place_leaves_nothing_behind(capsys, tmp_path):
    out = tmp_path / "geen" / "map" / "uit.json"
    status, stdout, err = outcome(capsys, "analyse", str(REAL), "--out", str(out))
    assert (status, stdout) == (2, "")
    assert_one_sentence(err, "uit.json")
    assert list(tmp_path.iterdir()) == []


def test_one_bad_file_of_two_is_named_and_the_other_done(capsys):
    status, out, err = outcome(
        capsys, "analyse", str(REAL), "weg.txt", "--format", "json"
    )
    assert status == 1
    assert len(out.splitlines()) == 1
    assert json.loads(out)["schema"] == "dialoog/1"
    assert "weg.txt" in err


def test_two_bad_files_are_status_3(capsys):
    status, out, _ = outcome(capsys, "turns", "weg.txt", "ook-weg.txt")
    assert (status, out) == (3, "")


@pytest.mark.parametrize(
    "value", ["Ellen Soens", "Ellen Soens=koningin", "=academic", "Niemand=academic"]
)
def test_a_wrong_perspective_says_what_is_possible(value, capsys):
    status, out, err = outcome(capsys, "turns", str(REAL), "--perspective", value)
    assert (status, out) == (2, "")
    assert_one_sentence(err)


def test_a_reader_that_stops_reading_is_no_error():
    command = [sys.executable, "-m", "dialoog", "turns", str(REAL), "--format", "json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path("/")
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10) == b'{"schema":'
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_no_command_is_wrong_usage(capsys):
    status, out, err = outcome(capsys)
    assert (status, out) == (2, "")
    assert "usage" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--table", "weg"], "no table 'weg'"),
        (["--format", "table", "--out", "uit.txt"], "leave out --out"),
        (["--format", "xlsx", "--table", "themes"], "leave out --table"),
        (["--format", "csv", "--table", "weg"], "no table 'weg'"),
        (["--out", "uit.csv"], "name a folder"),
        (["--out", "uit.v2", "--format", "csv"], "name a folder"),
        (["--format", "csv"], "--out FOLDER, or --table NAME"),
        (["--out", "uit.foo"], ".html, .json, .md, .tex, .xlsx, or name a folder"),
        (["--out", "uit.xlsx", "--table", "themes"], "end it in .csv, .json, .md"),
        (["--lang", "en"], "--format html"),
        (["--lang", "en", "--format", "json"], "leave it out"),
    ],
)
def test_options_of_output_that_do_not_fit_say_what_to_do(
    options, said, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    status, out, err = outcome(capsys, "analyse", str(REAL), *options)
    assert (status, out) == (2, "")
    assert_one_sentence(err, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["uit.html", "uit.xlsx"])
def test_several_editions_in_one_file_that_holds_one_say_so(
    name, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    status, out, err = outcome(capsys, "analyse", str(REAL), str(REAL), "--out", name)
    assert (status, out) == (2, "")
    assert_one_sentence(err, name, "name a folder")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["analyse", "compare"])
def test_an_unknown_table_is_refused_before_anything_is_read(command, capsys):
    status, out, err = outcome(capsys, command, "weg.txt", "--table", "tafel")
    assert (status, out) == (2, "")
    assert_one_sentence(err, "no table 'tafel'", "themes, claims")


def test_compare_names_a_missing_file_and_a_broken_listing(capsys, tmp_path):
    status, _, err = outcome(capsys, "compare", "weg.txt")
    assert status == 3
    assert_one_sentence(err, "weg.txt")
    (tmp_path / "a.txt").write_text("Jan: dag", encoding="utf-8")
    (tmp_path / "editions.toml").write_text("[[edition]]\nfile = 3\n")
    status, _, err = outcome(capsys, "compare", str(tmp_path))
    assert status == 2
    assert_one_sentence(err, "editions.toml, line 2: file must be")


@pytest.mark.parametrize("command", [["turns"], ["analyse"], ["kwic", "brood"]])
def test_standard_input_is_called_so_in_messages(command, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"melk en brood\n")))
    status, _, err = outcome(capsys, *command, "-")
    assert status == 0
    assert err.startswith("warning: standard input holds no dialogue")


def test_standard_input_that_is_no_text_is_called_so(capsys, monkeypatch):
    raw = io.BytesIO(bytes(range(256)) * 40)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw))
    status, _, err = outcome(capsys, "turns", "-")
    assert status == 3
    assert_one_sentence(err, "error: standard input is not a text file")
