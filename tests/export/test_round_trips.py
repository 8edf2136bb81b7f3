"""Every format gives back the cells it was given, and says what they rest on."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dialoog.analysis import Analysis
from dialoog.comparison import compare
from dialoog.edition import Perspective
from dialoog.errors import UsageError
from dialoog.export import COMPARISON_EXPORTERS, EXPORTERS, open_exporter, open_table
from dialoog.export.cells import FORMULA_STARTS
from dialoog.export.exporters import TABLE_FORMATS
from dialoog.export.records import table_records
from dialoog.export.tables import TableSet
from dialoog.measures.parameters import PARAMETERS
from dialoog.tables.schema import Column, Schema
from tests.strategies import coded_edition, coded_editions

ANY = Schema(
    name="any",
    row="row",
    order="none",
    unit="rows",
    columns=(
        Column(name="text", kind="text", meaning="Any."),
        Column(name="perhaps", kind="text", meaning="Any.", nullable=True),
        Column(name="count", kind="integer", unit="rows", meaning="Any."),
        Column(name="place", kind="integer", unit="rows", meaning=".", nullable=True),
        Column(name="share", kind="number", unit="1", meaning="Any.", nullable=True),
        Column(name="date", kind="date", meaning="Any.", nullable=True),
        Column(name="perspective", kind="perspective", meaning="Any."),
    ),
)
# Control characters have no place in a spreadsheet or in XML.
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1) | st.builds(
    "{}{}".format,
    st.sampled_from([s for s in FORMULA_STARTS if s > " "]),
    st.text("ab"),
)
integers = st.integers(-(2**31), 2**31)
rows = st.fixed_dictionaries(
    {
        "text": texts,
        "perhaps": st.none() | texts,
        "count": integers,
        "place": st.none() | integers,
        "share": st.none() | st.integers(-(10**6), 10**6).map(lambda n: n / 1000),
        "date": st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
        "perspective": st.sampled_from([p.value for p in Perspective]),
    }
)
frames = st.lists(rows, max_size=5).map(
    lambda records: ANY.frame(records, n=len(records), note="A & B: 5 % of x_1.")
)


def written(frame, name):
    """The bytes of one table in a format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        TABLE_FORMATS[name].table(frame, "any", path)
        return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "sep", "decimal", "mark"),
    [
        ("csv", ",", ".", b""),
        ("csv-bom", ",", ".", b"\xef\xbb\xbf"),
        ("csv-nl", ";", ",", b"\xef\xbb\xbf"),
    ],
)
@given(frame=frames)
@settings(max_examples=20)
def test_csv(name, sep, decimal, mark, frame):
    raw = written(frame, name)
    assert raw.startswith(mark + b"text")
    back = pd.read_csv(
        io.BytesIO(raw),
        sep=sep,
        decimal=decimal,
        encoding="utf-8-sig",
        keep_default_na=False,
        na_values={c: [""] for c in frame if c != "text"},
        dtype={c.name: c.dtype for c in ANY.columns if c.kind != "date"},
        parse_dates=["date"],
    )
    for column in ("text", "perhaps"):
        assert not back[column].dropna().str.startswith(FORMULA_STARTS).any()
        quoted = frame[column].str.startswith(FORMULA_STARTS).fillna(value=False)
        back.loc[quoted, column] = back.loc[quoted, column].str.removeprefix("'")
    back["date"] = back["date"].astype("datetime64[s]")
    pd.testing.assert_frame_equal(back, frame)


@given(frame=frames)
@settings(max_examples=20)
def test_parquet_to_the_dtype_with_unit_n_and_note(frame):
    back = pd.read_parquet(io.BytesIO(written(frame, "parquet")))
    # Parquet has no unit of time longer than the millisecond.
    assert back["date"].dtype == "datetime64[ms]"
    back["date"] = back["date"].astype("datetime64[s]")
    # Nor does it keep the categories of a column without rows.
    if frame.empty:
        back["perspective"] = back["perspective"].astype(frame["perspective"].dtype)
    pd.testing.assert_frame_equal(back, frame)
    assert back.attrs == frame.attrs


@given(frame=frames)
@settings(max_examples=20)
def test_excel(frame):
    tables = TableSet(
        title="=1", name="x", tables={"any": frame}, about={}, provenance={"a": "=2"}
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.xlsx"
        TABLE_FORMATS["xlsx"].file(tables, path)
        book = load_workbook(path)
    assert book.sheetnames == ["contents", "any", "provenance"]
    assert all(c.data_type != "f" for sheet in book for row in sheet for c in row)
    head, *cells = book["any"].iter_rows(values_only=True)
    assert list(head) == list(frame.columns)
    plain = frame.astype(object).where(frame.notna(), None)
    dates = [None if pd.isna(d) else d.to_pydatetime() for d in frame["date"]]
    plain["date"] = pd.Series(dates, dtype=object)
    assert [list(row) for row in cells] == plain.to_numpy().tolist()
    told = dict(zip(*book["contents"].iter_rows(values_only=True), strict=True))
    assert told == {
        "table": "any",
        "rows": len(frame),
        "unit": "rows",
        "n": len(frame),
        "note": "A & B: 5 % of x_1.",
    }


@given(frame=frames)
@settings(max_examples=20)
def test_json(frame):
    record = json.loads(
        json.dumps(table_records(frame), ensure_ascii=False, allow_nan=False)
    )
    back = ANY.frame(record, n=0)
    pd.testing.assert_frame_equal(back, frame)


@given(frame=frames)
@settings(max_examples=20)
def test_markdown(frame):
    lines = (
        TABLE_FORMATS["md"]
        .text(
            TableSet(
                title="t", name="t", tables={"any": frame}, about={}, provenance={}
            )
        )
        .split("\n")
    )
    assert lines[-2] == rf"Unit: rows; n = {len(frame)}. A & B: 5 % of x\_1."
    table = [line for line in lines if line.startswith("|")][2:]
    back = [re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1] for line in table]
    assert len(back) == len(frame)
    for cells, text in zip(back, frame["text"], strict=True):
        assert len(cells) == len(frame.columns)
        plain = re.sub(r"\\(.)", r"\1", cells[0].strip())
        assert plain == " ".join(text.split())


def test_latex_says_unit_n_and_note():
    text = written(ANY.frame([], n=7, note="A & B: 5 % of x_1."), "latex").decode()
    assert r"Any. Unit: rows; n = 7. A \& B: 5 \% of x\_1." in text
    assert r"\label{tab:any}" in text


@given(coded_editions())
@settings(max_examples=5)
def test_cells_of_the_json_are_those_of_the_tables(coded):
    record = json.loads(Analysis(coded=coded, provenance={}).to_json())
    for name, frame in Analysis(coded=coded, provenance={}).tables().items():
        assert len(record["tables"][name]) == len(frame)
        assert record["table_facts"][name] == {
            "rows": len(frame),
            "unit": frame.attrs["unit"],
            "n": frame.attrs["n"],
            "note": frame.attrs["note"],
        }


@pytest.fixture(scope="module")
def comparison():
    speakers = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}
    return compare(
        coded_edition(speakers, [("Ada", [{}]), ("Bram", [{}])], name=f"={i}.txt")
        for i in range(2)
    )


@pytest.mark.parametrize("name", ["csv", "csv-nl", "csv-bom", "parquet", "md", "latex"])
def test_a_comparison_in_a_folder_has_a_manifest(name, comparison, tmp_path):
    with open_exporter(COMPARISON_EXPORTERS[name], tmp_path) as put:
        put(comparison)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert [e["edition"] for e in manifest["editions"]] == ["=0", "=1"]
    assert manifest["provenance"]["correction"] == "benjamini-hochberg"
    assert manifest["parameters"]["seed"] == PARAMETERS["seed"]
    assert [f["table"] for f in manifest["files"]] == ["contents", *comparison.tables()]
    for entry in manifest["files"]:
        raw = (tmp_path / entry["name"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == entry["sha256"]
        assert entry["unit"]
    assert len(manifest["files"]) + 1 == len(list(tmp_path.iterdir()))


@pytest.mark.parametrize("name", ["xlsx", "html"])
def test_a_file_in_a_folder_has_a_manifest(name, comparison, tmp_path):
    with open_exporter(COMPARISON_EXPORTERS[name], tmp_path) as put:
        put(comparison)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    (entry,) = manifest["files"]
    assert entry["name"] == f"comparison.{name}"
    assert "provenance" in entry


@pytest.mark.parametrize("name", sorted(COMPARISON_EXPORTERS))
def test_a_comparison_is_the_same_bytes_each_time(name, comparison, tmp_path):
    for run in ("een", "twee"):
        place = tmp_path / run
        with open_exporter(COMPARISON_EXPORTERS[name], place) as put:
            put(comparison)
    one, two = (
        {p.name: p.read_bytes() for p in place.iterdir()}
        if place.is_dir()
        else place.read_bytes()
        for place in (tmp_path / "een", tmp_path / "twee")
    )
    assert one == two


@pytest.mark.parametrize("name", ["csv", "md", "latex", "json"])
def test_one_table_goes_to_stdout_or_a_file(name, comparison, tmp_path, capfdbinary):
    exporter = COMPARISON_EXPORTERS[name]
    with open_table(exporter, "editions", None) as put:
        put(comparison)
    with open_table(exporter, "editions", tmp_path / "uit") as put:
        put(comparison)
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == (tmp_path / "uit").read_bytes()


def test_an_unknown_table_names_the_known_ones(comparison):
    with (
        pytest.raises(UsageError, match="no table 'x'; the tables are editions, news"),
        open_table(COMPARISON_EXPORTERS["csv"], "x", None) as put,
    ):
        put(comparison)


def test_a_workbook_cannot_be_cut_up():
    with (
        pytest.raises(UsageError, match="leave out --table"),
        open_table(EXPORTERS["xlsx"], "themes", None),
    ):
        pass


def test_a_file_is_no_place_for_many_tables(tmp_path):
    with (
        pytest.raises(UsageError, match="name a folder"),
        open_exporter(EXPORTERS["csv"], tmp_path / "uit.csv"),
    ):
        pass
