"""Collection: the files to compare, and the codebook of each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialoog.codebook import Codebook, load_codebook
from dialoog.comparison.listing import LISTING, Entry, read_listing
from dialoog.errors import Note, UsageError
from dialoog.source.folder import files_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    AnyPath = str | os.PathLike[str]
    Book = Codebook | AnyPath


INVENTED = Note(code="fictional", message="The edition is invented: do not quote it.")
"""Of an edition on its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Files to compare.

    Attributes:
        codebooks: The codebook of each file, by the name the user gave, in order.
        fictional: Those files that a listing marks as invented.
        notes: Codebooks that were assumed, editions that are invented.
    """

    codebooks: Mapping[str, Codebook]
    fictional: frozenset[str]
    notes: tuple[Note, ...]


def collect(
    paths: Iterable[AnyPath],
    *,
    default: str,
    codebook: Book | None = None,
    codebooks: Mapping[AnyPath, Book] | None = None,
    listing: AnyPath | None = None,
) -> Collection:
    """Find the files and the codebook of each.

    Args:
        paths: Files and folders. In a folder, hidden files and TOML files are no
            editions.
        default: Id of the codebook where nothing is said; noted if it is said of other
            files.
        codebook: For the files that `codebooks` does not name; without it, what
            listings named `editions.toml` beside the files say. Which editions are
            invented these say in any case.
        codebooks: The codebook of some files; goes before all else.
        listing: A listing under another name, or in another folder.

    Raises:
        SourceError: A folder without files.
        CodebookError: A codebook is unknown or broken.
        UsageError: A listing is broken, or a file in `codebooks` is not among them.
    """
    files = list(files_in(paths))
    entries: dict[Path, Entry] = {}
    if listing is not None:
        entries = _by_file(read_listing(Path(listing)))
    else:
        entries = _beside(files)
    named: dict[Path, Book] = {}
    if codebook is None or listing is not None:
        named = {file: entry.codebook for file, entry in entries.items()}
    named |= _given(files, codebooks or {})
    loaded: dict[str, Codebook] = {}

    def load(book: Book) -> Codebook:
        if isinstance(book, Codebook):
            return book
        if str(book) not in loaded:
            loaded[str(book)] = load_codebook(book)
        return loaded[str(book)]

    usual = default if codebook is None else codebook
    resolved = {file: Path(file).resolve() for file in files}
    unnamed = [file for file in files if named and resolved[file] not in named]
    fictional = {file for file, entry in entries.items() if entry.fictional}
    invented = fictional.intersection(resolved.values())
    notes = _assumed(unnamed, default) if codebook is None else []
    if invented:
        notes.append(_fictional(len(invented), len(set(resolved.values()))))
    return Collection(
        codebooks={file: load(named.get(resolved[file], usual)) for file in files},
        fictional=frozenset(file for file in files if resolved[file] in invented),
        notes=tuple(notes),
    )


def _beside(files: Iterable[str]) -> dict[Path, Entry]:
    """The entries of the listings in the folders of the files."""
    folders = dict.fromkeys(Path(file).parent for file in files)
    listings = [folder / LISTING for folder in folders if (folder / LISTING).is_file()]
    return _by_file(entry for listing in listings for entry in read_listing(listing))


def _by_file(entries: Iterable[Entry]) -> dict[Path, Entry]:
    return {entry.file: entry for entry in entries}


def _given(files: list[str], codebooks: Mapping[AnyPath, Book]) -> dict[Path, Book]:
    known = {Path(file).resolve() for file in files}
    for file in codebooks:
        if Path(file).resolve() not in known:
            raise UsageError(
                f"A codebook is given for {os.fspath(file)}, which is not among the "
                "editions to compare."
            )
    return {Path(file).resolve(): book for file, book in codebooks.items()}


def _assumed(unnamed: list[str], default: str) -> list[Note]:
    return [
        Note(
            code="codebook-assumed",
            message=f"No codebook is named for {file}: coded with {default}.",
        )
        for file in unnamed
    ]


def _fictional(invented: int, files: int) -> Note:
    if files == 1:
        return INVENTED
    are = (
        "are invented: do not quote them"
        if invented > 1
        else "is invented: do not quote it"
    )
    return Note(code="fictional", message=f"{invented} of the {files} editions {are}.")
