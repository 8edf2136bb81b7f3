"""read_source: from a path (or standard input) to a `Source`."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from dialoog.errors import SourceError
from dialoog.source.formats import FORMATS, Probe
from dialoog.source.model import STDIN, Source, called

# An interview of a whole day is 1 MB of text; beyond this it is another kind of file.
MAX_BYTES = 256 * 1024 * 1024


def read_source(path: str | Path) -> Source:
    """Return the decoded text of a file, with the layout its format tells of.

    The format is told by the content; the suffix decides only between formats that
    look alike. An empty file is an empty source.

    Args:
        path: The file, or `-` for standard input.

    Raises:
        SourceError: There is no such file, it is a folder, it may not be read, it is
            too large, or it is not of a known format.
        MissingExtra: The library for this format is not installed.
    """
    name = str(path)
    raw = sys.stdin.buffer.read(MAX_BYTES + 1) if name == STDIN else _bytes_of(path)
    if len(raw) > MAX_BYTES:
        raise SourceError(
            f"{called(name)} is larger than {MAX_BYTES // 1024**2} MB: split it, "
            "or take the transcript out of it."
        )
    return source_from_bytes(raw, name)


def source_from_bytes(raw: bytes, name: str) -> Source:
    """Return the source of bytes that were read elsewhere; see `read_source`."""
    probe = Probe(raw, called(name), Path(name).suffix.lower())
    form = next(form for form in FORMATS if form.recognise(probe))
    extract = form.read(probe)
    return Source(
        text=extract.text,
        name=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        format=form.id,
        encoding=extract.encoding,
        extracted=extract.extracted,
        hints=extract.hints,
        metadata=extract.metadata,
        notes=extract.notes,
    )


def _bytes_of(path: str | Path) -> bytes:
    file = Path(path)
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceError(f"{file} does not exist: check the path.") from error
    except IsADirectoryError as error:
        raise SourceError(f"{file} is a folder: name a file in it.") from error
    except PermissionError as error:
        raise SourceError(f"{file} may not be read: check its permissions.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{file} cannot be read: {error}.") from error
