"""From bytes to characters: which encoding, and how sure we are of it."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from dialoog.errors import Note, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Longest mark first: that of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that cp1252 leaves undefined; Python refuses them, editors read controls.
_UNDEFINED_CP1252 = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_SAMPLE_BYTES = 65_536
_MAX_CONTROL_SHARE = 0.02
_ZIP = b"PK\x03\x04"


def decode(raw: bytes, name: str) -> tuple[str, str, tuple[Note, ...]]:
    """Return the text, the encoding and the doubts about it.

    UTF-8 (with or without mark), UTF-16 and UTF-32 with mark are certain. Anything
    else is taken for Windows-1252, or for what charset-normalizer finds where bytes
    do not exist in it; then a note `encoding-guessed` says so.

    Raises:
        SourceError: The bytes are not text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_strictly(raw, encoding, name), encoding, ()
    if raw.startswith(_ZIP):
        raise SourceError(
            f"{name} is a damaged office file, or a zip file of another kind. "
            "Open it in the program that made it, save it again and try again."
        )
    if is_binary(raw):
        raise SourceError(
            f"{name} is not a text file: it holds bytes that no text has. "
            "Save it as text, docx, odt, rtf, pdf, html, vtt or srt and try again."
        )
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _guess(raw, name)


def is_binary(raw: bytes) -> bool:
    """True if the bytes cannot be text in a one-byte encoding or UTF-8."""
    sample = raw[:_SAMPLE_BYTES]
    if b"\x00" in sample:
        return True
    # \t \n \v \f \r and the ^U of CHAT time marks are text; ESC occurs in old prints.
    controls = sum(sample.count(byte) for byte in _control_bytes())
    return controls > _MAX_CONTROL_SHARE * max(len(sample), 1)


def _control_bytes() -> Iterator[bytes]:
    text = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x15, 0x1B}
    return (bytes([code]) for code in range(0x20) if code not in text)


def _decode_strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} starts as {encoding} but breaks off at byte {error.start}: "
            "the file is damaged. Save it again as UTF-8."
        ) from error


def _guess(raw: bytes, name: str) -> tuple[str, str, tuple[Note, ...]]:
    encoding = "cp1252"
    if _UNDEFINED_CP1252 & set(raw):
        encoding = _most_likely(raw)
    text = raw.decode(encoding, errors="replace")
    message = (
        f"{name} is not UTF-8; it was read as {encoding}. "
        "Look at the accents, or save the file as UTF-8."
    )
    return text, encoding, (Note(code="encoding-guessed", message=message),)


def _most_likely(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
