"""Reading: what comes in is what is there, or one sentence says why not."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dialoog.errors import SourceError
from dialoog.source import read_source, source_from_bytes

TEXT = "Één vraag – ‘waarom?’\r\nAntwoord: daarom.\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", None),
        ("utf-32", "utf-32"),
    ],
)
def test_unicode_is_read_as_it_is(encoding: str, found: str | None) -> None:
    raw = TEXT.encode(encoding)
    if found is None:  # without a mark nothing tells UTF-16 from a binary file
        with pytest.raises(SourceError, match="not a text file"):
            source_from_bytes(raw, "x.txt")
        return
    source = source_from_bytes(raw, "x.txt")
    assert source.text == TEXT
    assert source.encoding == found
    assert source.notes == ()
    assert not source.extracted


def test_cp1252_is_read_with_a_note() -> None:
    source = source_from_bytes(TEXT.encode("cp1252"), "oud.txt")
    assert source.text == TEXT
    assert [note.code for note in source.notes] == ["encoding-guessed"]


def test_bytes_that_cp1252_lacks_are_guessed_with_a_note() -> None:
    source = source_from_bytes("café Žižek ť".encode("cp1250") * 20, "oud.txt")
    assert [note.code for note in source.notes] == ["encoding-guessed"]


def test_empty_file_is_an_empty_source(tmp_path: Path) -> None:
    file = tmp_path / "leeg.txt"
    file.write_bytes(b"")
    assert read_source(file).text == ""


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"A: b")))
    source = read_source("-")
    assert (source.name, source.text) == ("-", "A: b")


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(32)) * 9])
def test_binary_files_are_refused(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "plaatje.txt"
    file.write_bytes(raw)
    with pytest.raises(SourceError, match=r"plaatje\.txt is not a text file"):
        read_source(file)


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"weg\.txt does not exist"):
        read_source(tmp_path / "weg.txt")
    with pytest.raises(SourceError, match="is a folder"):
        read_source(tmp_path)


def test_unreadable_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dicht.txt"
    file.write_text("A: b", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"dicht\.txt may not be read"):
        read_source(file)


def test_a_name_that_no_file_can_have_is_an_error_too() -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_source("a\x00b.txt")
