"""What is written can be read back, starts no formula, and is there whole or not."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dialoog.analysis import Analysis
from dialoog.coding import Stance
from dialoog.edition import Perspective
from dialoog.errors import MissingExtra, Note, UsageError
from dialoog.export import EXPORTERS, open_sink, to_json
from dialoog.export.cells import FORMULA_STARTS, guarded
from dialoog.export.editions import json_pieces
from dialoog.export.files import whole_file
from dialoog.export.markdown import markdown_table
from tests.strategies import claim, coded_edition, theme

NASTY = '=HYPERLINK("http://x"; "klik") | <b> & \\ $ % _ \'é\' 😉'


@pytest.fixture
def analysis() -> Analysis:
    coded = coded_edition(
        {"Ada de Vries": Perspective.ACADEMIC, "Bram Smit": Perspective.PRACTITIONER},
        [
            ("Ada de Vries", [{"text": NASTY, "themes": (theme("theme-0"),)}]),
            (
                "Bram Smit",
                [{"text": "+31 is ok", "claims": (claim("claim-1", Stance.DENIES),)}],
            ),
        ],
        name="=cmd.txt",
    )
    return Analysis(coded=coded, provenance={"dialoog": "0"}, notes=())


def put(analysis: Analysis, name: str, out, *, several: bool = False) -> None:
    with open_sink(name, out, several=several) as sink:
        sink(analysis)


@pytest.mark.parametrize(("name", "separator"), [("csv", ","), ("csv-nl", ";")])
def test_csv_comes_back_with_a_manifest(name, separator, analysis, tmp_path):
    put(analysis, name, tmp_path / "uit")
    manifest = json.loads((tmp_path / "uit" / "manifest.json").read_text("utf-8"))
    assert manifest["provenance"] == {"dialoog": "0"}
    for entry in manifest["files"]:
        raw = (tmp_path / "uit" / entry["name"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == entry["sha256"]
    back = pd.read_csv(
        tmp_path / "uit" / "sentences.csv", sep=separator, encoding="utf-8-sig"
    )
    assert list(back.columns) == list(analysis.sentences.columns)
    assert back["text"].str.removeprefix("'").tolist() == [NASTY, "+31 is ok"]


def test_csv_for_dutch_excel_has_a_mark_and_semicolons(analysis, tmp_path):
    put(analysis, "csv-nl", tmp_path)
    raw = (tmp_path / "perspectives.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b";0,5;" in raw or b";0,4" in raw or b";0,6" in raw


def test_excel_keeps_text_as_text(analysis, tmp_path):
    put(analysis, "xlsx", tmp_path / "uit.xlsx")
    book = load_workbook(tmp_path / "uit.xlsx")
    assert book.sheetnames == ["contents", *analysis.tables(), "provenance"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert all(cell.data_type != "f" for row in sheet for cell in row)
    texts = {cell.value for cell in next(book["sentences"].iter_cols(min_col=10))}
    cells = {cell.value for row in book["sentences"] for cell in row}
    assert NASTY in cells, texts


def test_doubts_go_along(analysis, tmp_path, capsys):
    doubt = Note(code="perspective-unknown", message="=1 Wie is\nAda | %?")
    doubtful = replace(analysis, notes=(doubt,))
    put(doubtful, "xlsx", tmp_path / "uit.xlsx")
    sheet = load_workbook(tmp_path / "uit.xlsx")["warnings"]
    assert [cell.value for cell in sheet[2]] == [doubt.code, doubt.message]
    assert all(cell.data_type == "s" for cell in sheet[2])
    put(doubtful, "csv", tmp_path / "uit")
    manifest = json.loads((tmp_path / "uit" / "manifest.json").read_text("utf-8"))
    assert [w["message"] for w in manifest["warnings"]] == [doubt.message]
    put(doubtful, "md", None)
    assert r"- =1 Wie is Ada \| %? (perspective-unknown)" in capsys.readouterr().out
    put(doubtful, "latex", None)
    needs, said, first, *_ = capsys.readouterr().out.splitlines()
    assert needs.startswith(r"% Needs \usepackage{booktabs}")
    assert said == "% warning: =1 Wie is Ada | %? [perspective-unknown]"
    assert first.startswith(r"\begin{table}")


def test_latex_has_the_columns_that_a_paper_prints(analysis, capsys):
    put(analysis, "latex", None)
    printed = capsys.readouterr().out.replace("\\%", "%")
    for table in ("themes", "claims_by_perspective", "moves_by_perspective"):
        part = printed.split(rf"\label{{tab:{table}}}")[1].split(r"\end{table}")[0]
        head = part.split(r"\toprule")[1].split(r"\\")[0].split(" & ")
        assert [cell.strip() for cell in head[1:3]] == ["academic", "practitioner"]
        assert len(head) <= 6
    assert "1 (100%) & 0 (0%)" in printed


def test_parquet_keeps_dtypes(analysis, tmp_path):
    put(analysis, "parquet", tmp_path / "uit")
    for name, frame in analysis.tables().items():
        frame.attrs = {}
        back = pd.read_parquet(tmp_path / "uit" / f"{name}.parquet")
        pd.testing.assert_frame_equal(
            back, frame, check_dtype=False, check_categorical=False
        )


@pytest.mark.parametrize("name", ["json", "md", "latex"])
def test_text_goes_to_stdout_or_to_a_file(name, analysis, tmp_path, capsys):
    put(analysis, name, None)
    printed = capsys.readouterr().out
    put(analysis, name, tmp_path / "uit")
    assert (tmp_path / "uit").read_text("utf-8") == printed
    assert "Ada de Vries" in printed


def test_latex_escapes_what_is_special(analysis, capsys):
    put(analysis, "latex", None)
    printed = capsys.readouterr().out
    assert r"\&" in printed
    assert r"\_" in printed
    assert " & \\ $" not in printed


def test_markdown_cells_stay_cells():
    frame = pd.DataFrame({"a": ["x | y\nz", None], "b": [1.5, float("nan")]})
    lines = markdown_table(frame).splitlines()
    assert len(lines) == 4
    assert lines[2] == r"| x \| y z | 1.5 |"
    assert lines[3] == "|  |  |"


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_two_runs_give_the_same_bytes(name, analysis, tmp_path):
    for run in ("een", "twee"):
        put(analysis, name, tmp_path / run)
    files = [
        {p.name: p.read_bytes() for p in place.iterdir()}
        if place.is_dir()
        else place.read_bytes()
        for place in (tmp_path / "een", tmp_path / "twee")
    ]
    assert files[0] == files[1]


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])
def test_formats_that_are_no_text_need_a_place(name, analysis):
    with pytest.raises(UsageError, match="--out"):
        put(analysis, name, None)


def test_editions_of_one_name_do_not_overwrite_each_other(analysis, tmp_path):
    with open_sink("xlsx", tmp_path / "uit", several=True) as sink:
        sink(analysis)
        sink(analysis)
    names = {path.name for path in (tmp_path / "uit").iterdir()}
    assert names == {"=cmd.xlsx", "=cmd-2.xlsx", "manifest.json"}


def test_a_missing_library_names_the_extra(analysis, tmp_path, monkeypatch):
    for module in ("excel", "parquet"):
        monkeypatch.setattr(f"dialoog.export.{module}.find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"dialoog\[excel\]"):
        put(analysis, "xlsx", tmp_path / "x.xlsx")
    with pytest.raises(MissingExtra, match=r"dialoog\[parquet\]"):
        put(analysis, "parquet", tmp_path / "x")


def test_a_file_is_whole_or_as_it_was(tmp_path):
    path = tmp_path / "uit.txt"
    path.write_text("oud")
    with pytest.raises(RuntimeError), whole_file(path) as beside:  # noqa: PT012
        beside.write_text("half")
        raise RuntimeError
    assert path.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [path]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.sampled_from(FORMULA_STARTS))
def test_no_text_cell_can_start_a_formula(text, start):
    frame = guarded(pd.DataFrame({start + "kolom": [start + text, text], "n": [1, -2]}))
    assert not str(frame.columns[0]).startswith(FORMULA_STARTS)
    assert not any(cell.startswith(FORMULA_STARTS) for cell in frame.iloc[:, 0])
    assert frame["n"].tolist() == [1, -2]


def test_an_edition_without_dialogue_has_the_same_columns(
    empty_analysis, real_analysis
):
    for name, frame in real_analysis.tables().items():
        empty = empty_analysis.tables()[name]
        assert empty.empty or name == "themes"
        pd.testing.assert_series_equal(empty.dtypes, frame.dtypes)


@pytest.mark.parametrize("name", ["md", "latex", "csv"])
def test_dates_have_no_time_of_day(name, tmp_path):
    frame = pd.DataFrame({"date": pd.to_datetime(["2024-03-12", None])})
    frame.attrs.update(unit="editions", n=2, note="")
    path = tmp_path / "uit"
    write = EXPORTERS[name].table
    assert write is not None
    write(frame, "editions", path)
    text = path.read_text("utf-8")
    assert "2024-03-12" in text
    assert "00:00" not in text


@pytest.mark.parametrize(
    "value",
    [{}, [], None, {"a": {}, "b": []}, {"a": [1, "é", {"b": [2.5]}], "c": "😉"}],
)
def test_json_in_pieces_is_the_same_text(value):
    assert "".join(json_pieces(value)) == to_json(value)


def test_an_analysis_is_written_as_its_json(analysis, tmp_path):
    put(analysis, "json", tmp_path / "uit.json")
    text = (tmp_path / "uit.json").read_text("utf-8")
    assert text == analysis.to_json() + "\n"
