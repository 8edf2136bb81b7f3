"""Where analyses go: stdout, a file, or a folder."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dialoog.errors import UsageError
from dialoog.export.exporters import EXPORTERS
from dialoog.export.files import make_folder, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dialoog.analysis import Analysis
    from dialoog.export.model import Exporter

    Put = Callable[[Analysis], None]


@contextmanager
def open_sink(name: str, out: Path | None, *, several: bool) -> Iterator[Put]:
    """Yield a function that takes the analyses one by one.

    Args:
        name: A key of `EXPORTERS`.
        out: A file or folder; None is stdout, for formats that are text.
        several: Whether more than one analysis may come. Formats that make a file
            per analysis then take `out` as a folder; other text goes into one file.

    Raises:
        UsageError: The format needs a place, or the place cannot be written to.
    """
    exporter = EXPORTERS[name]
    if exporter.text is not None and not (exporter.is_document and several):
        with _text_sink(exporter.text, out) as put:
            yield put
        return
    if out is None:
        what = "a folder" if exporter.folder or several else "a file"
        raise UsageError(f"The format {name} needs {what}: add --out PATH.")
    names = _Names(out, exporter, several=several)
    yield lambda analysis: _save(exporter, analysis, names.of(analysis))


@contextmanager
def _text_sink(write: Callable[[Analysis], str], out: Path | None) -> Iterator[Put]:
    if out is None:
        yield lambda analysis: _discard(sys.stdout.write(write(analysis)))
        return
    with whole_file(out) as path, path.open("w", encoding="utf-8") as handle:
        yield lambda analysis: _discard(handle.write(write(analysis)))


def _save(exporter: Exporter, analysis: Analysis, place: Path) -> None:
    if exporter.folder is not None:
        exporter.folder(analysis, make_folder(place))
    elif exporter.file is not None:
        exporter.file(analysis, place)
    elif exporter.text is not None:
        with _text_sink(exporter.text, place) as put:
            put(analysis)


class _Names:
    """Gives each analysis a place of its own under `out`."""

    def __init__(self, out: Path, exporter: Exporter, *, several: bool) -> None:
        self._out = out
        self._suffix = "" if exporter.folder else exporter.suffix
        self._in_folder = several or (not exporter.folder and out.is_dir())
        self._taken: set[str] = set()
        if several:
            make_folder(out)

    def of(self, analysis: Analysis) -> Path:
        """A path that no other analysis of this run has."""
        if not self._in_folder:
            return self._out
        stem, count = _stem(analysis), 1
        name = stem
        while name in self._taken:
            count += 1
            name = f"{stem}-{count}"
        self._taken.add(name)
        return self._out / (name + self._suffix)


def _stem(analysis: Analysis) -> str:
    name = analysis.edition.source.name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name.strip(".") else name
    return stem.strip("-. ") or "edition"


def _discard(_: int) -> None:
    """A writer's count of characters is of no use here."""
