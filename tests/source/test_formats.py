"""Formats: told by content, read with their layout, refused in one sentence."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from dialoog.edition import split
from dialoog.errors import MissingExtra, SourceError
from dialoog.source import HintKind, Source, source_from_bytes

_DATA = Path(__file__).parents[1] / "data" / "turns"
_TURNS = [
    ("Interviewer", "Hoe begon het met de molen?"),
    ("Wim Smit", "Met een wiek die brak. Mijn vader keek en zei niets."),
    ("Interviewer", "En toen?"),
    ("Wim Smit", "Toen ben ik gaan zagen."),
]


def _spoken(source: Source) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in split(source).turns]


def _docx() -> bytes:
    document = docx.Document()
    for name, words in _TURNS:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}:").bold = True
        paragraph.add_run(f" {words}")
    return _saved(document.save)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in [("Tijd", "Spreker", "Tekst"), *[("0:01", *t) for t in _TURNS]]:
        book.active.append(row)
    return _saved(book.save)


def _saved(save: object) -> bytes:
    stream = io.BytesIO()
    save(stream)  # type: ignore[operator]
    return stream.getvalue()


def _odt() -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    lines = "".join(f"<text:p>{n}:<text:s/>{w}</text:p>" for n, w in _TURNS)
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:text>{lines}'
        "</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def _rtf() -> bytes:
    lines = "\\par ".join(f"\\b {n}:\\b0  {w}" for n, w in _TURNS)
    return ("{\\rtf1\\ansi " + lines + "}").encode("latin-1")


def _html() -> bytes:
    lines = "".join(f"<p><b>{n}:</b> {w}</p>" for n, w in _TURNS)
    return f"<!doctype html><html><body><nav>Home</nav>{lines}</body></html>".encode()


def _csv() -> bytes:
    rows = "".join(f'{n};"{w}"\r\n' for n, w in _TURNS)
    return f"spreker;tekst\r\n{rows}".encode()


def _srt() -> bytes:
    cues = [
        f"{i}\r\n00:00:0{i},000 --> 00:00:0{i},900\r\n{n}: {w}\r\n\r\n"
        for i, (n, w) in enumerate(_TURNS, 1)
    ]
    return "".join(cues).encode()


def _vtt() -> bytes:
    cues = [
        f"00:0{i}.000 --> 00:0{i}.900\n<v {n}>{w}</v>\n\n"
        for i, (n, w) in enumerate(_TURNS, 1)
    ]
    return ("WEBVTT\n\n" + "".join(cues)).encode()


def _json() -> bytes:
    segments = [{"speaker": n, "text": f" {w}", "start": 1} for n, w in _TURNS]
    return json.dumps({"segments": segments}).encode()


def _tei() -> bytes:
    lines = "".join(f'<u who="#{n.split()[0]}"><seg>{w}</seg></u>' for n, w in _TURNS)
    people = (
        '<person xml:id="Wim"><persName><surname>Smit</surname>'
        "<forename>Wim</forename></persName></person>"
    )
    return (
        f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f"{people}</teiHeader><text><body>{lines}</body></text></TEI>"
    ).encode()


@pytest.mark.parametrize(
    ("form", "raw"),
    [
        ("docx", _docx()),
        ("xlsx", _xlsx()),
        ("odt", _odt()),
        ("rtf", _rtf()),
        ("html", _html()),
        ("csv", _csv()),
        ("srt", _srt()),
        ("vtt", _vtt()),
        ("json", _json()),
        ("tei", _tei()),
    ],
)
def test_the_same_turns_in_every_format(form: str, raw: bytes) -> None:
    suffix = ".csv" if form == "csv" else ".txt"  # the content tells the others
    source = source_from_bytes(raw, f"gesprek{suffix}")
    assert source.format == form
    assert _spoken(source) == _TURNS


def test_cue_times_are_kept() -> None:
    turns = split(source_from_bytes(_vtt(), "x.vtt")).turns
    assert (turns[0].begin_s, turns[-1].end_s) == (1.0, 4.9)


def test_subtitles_are_read_in_place() -> None:
    source = source_from_bytes(_srt(), "x.srt")
    assert source.text.encode() == _srt()
    assert not source.extracted


def test_html_keeps_what_is_not_the_article_as_furniture() -> None:
    page = (
        "<html><body><nav>Menu hier</nav><script>x</script><h1>Kop</h1>"
        "<p>Een &amp; ander</p><div class='cookie-balk'>Koekjes</div></body></html>"
    )
    source = source_from_bytes(page.encode(), "x.html")
    assert source.text == "Menu hier\n\nKop\n\nEen & ander\n\nKoekjes"
    furniture = [
        source.text[h.start : h.end]
        for h in source.hints
        if h.kind is HintKind.FURNITURE
    ]
    assert furniture == ["Menu hier", "Koekjes"]


def test_what_a_page_does_not_show_is_no_part_of_its_title() -> None:
    raw = (
        b"<html><body><h1><style>.k{color:red}</style><script>var x = 1;</script>"
        b"<!-- kop -->Samen <em>onderweg</em></h1><p>Ada: dag</p></body></html>"
    )
    source = source_from_bytes(raw, "p.html")
    assert dict(source.metadata)["title"] == "Samen onderweg"


def test_html_in_another_encoding() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body>één</body></html>"
    assert source_from_bytes(page.encode("cp1252"), "x.html").text == "één"


_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    b'<TEI><text><u who="#x">&b;</u></text></TEI>'
)


def test_entities_are_not_expanded() -> None:
    assert "ha" not in source_from_bytes(_LAUGHS, "x.xml").text


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    raw = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
        '<TEI><text><u who="#x">&a; gezegd</u></text></TEI>'
    ).encode()
    assert "geheim" not in source_from_bytes(raw, "x.xml").text


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("bom.docx", _zip({"word/document.xml": b" " * 50_000_000}), "unpacks to"),
        ("lach.docx", _zip({"word/document.xml": _LAUGHS}), "document type"),
        ("stuk.docx", _docx()[:900], "damaged office file"),
        (
            "leeg.docx",
            _zip({"word/document.xml": b"<x/>"}),
            "cannot be read as a Word document: it is damaged",
        ),
        (
            "stuk.xlsx",
            _zip({"xl/workbook.xml": b"<x/>"}),
            "cannot be read as a workbook: it is damaged",
        ),
        ("stuk.odt", _zip({"content.xml": b"<x", "mimetype": b""}), "not well-formed"),
        ("stuk.pdf", b"%PDF-1.7 stuk", "cannot be read as a PDF: it is damaged or"),
        ("stuk.json", b'{"segments": [', "not sound JSON"),
        ("ander.json", b'{"naam": "x"}', "not a transcript"),
        ("ander.xml", b"<?xml version='1.0'?><x/>", "without utterances"),
        ("stuk.xml", b"<?xml version='1.0'?><x>", "not well-formed"),
    ],
)
def test_broken_and_hostile_files_get_a_sentence(
    name: str, raw: bytes, message: str
) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        source_from_bytes(raw, name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("library", "file"),
    [
        ("docx", "18-teams.docx"),
        ("pdfplumber", "29-kolommen.pdf"),
        ("lxml", "33-html-tabel.html"),
        ("lxml", "12-parlamint.xml"),
    ],
)
def test_a_missing_library_names_the_extra(
    library: str, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"dialoog\[formats\]"):
        source_from_bytes((_DATA / file).read_bytes(), file)


def test_importing_loads_no_reader_library() -> None:
    code = (
        "import sys, dialoog.source, dialoog.edition;"
        "readers = {'docx', 'lxml', 'pdfplumber', 'openpyxl', 'striprtf'};"
        "print(sorted(readers & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
