"""Collection: files, and the codebook that each is coded with."""

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
    from collections.abc import Callable, Iterable, Iterator, Mapping

    AnyPath = str | os.PathLike[str]
    Book = Codebook | AnyPath


INVENTED = Note(code="fictional", message="The edition is invented: do not quote it.")
"""Of an edition on its own."""

GIVEN = "given"
"""Origin of a codebook that the user named for the edition, or for all."""
USUAL = "default"
"""Origin of a codebook where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What an edition is coded with, and why.

    Attributes:
        codebook: The codebook.
        origin: `given`, `default`, or the name of the listing that says so.
        notes: That the codebook was assumed, that the edition is invented.
    """

    codebook: Codebook
    origin: str = GIVEN
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Files, and what each is coded with.

    Attributes:
        choices: What each file is coded with, by the name the user gave, in order.
        fictional: Those files that a listing marks as invented.
        notes: Codebooks that were assumed, editions that are invented.
    """

    choices: Mapping[str, Choice]
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
    named: dict[Path, tuple[Book, str]] = {}
    if codebook is None or listing is not None:
        named = {file: (e.codebook, e.listing) for file, e in entries.items()}
    named |= {file: (book, GIVEN) for file, book in _given(files, codebooks or {})}
    usual = (default, USUAL) if codebook is None else (codebook, GIVEN)
    load = _loader()

    def choice(file: str) -> Choice:
        path = Path(file).resolve()
        book, origin = named.get(path, usual)
        notes = []
        if named and origin == USUAL:
            notes.append(_assumed(file, default))
        if path in entries and entries[path].fictional:
            notes.append(INVENTED)
        return Choice(codebook=load(book), origin=origin, notes=tuple(notes))

    choices = {file: choice(file) for file in files}
    fictional = frozenset(file for file in files if INVENTED in choices[file].notes)
    notes = [n for made in choices.values() for n in made.notes if n != INVENTED]
    if fictional:
        notes.append(invented(len(_distinct(fictional)), len(_distinct(files))))
    return Collection(choices=choices, fictional=fictional, notes=tuple(notes))


def choose(name: str, *, default: str, codebook: Book | None = None) -> Choice:
    """What one edition is coded with, by the name of its source; see `collect`.

    What is no file, as standard input or a DataFrame, stands beside no listing.
    """
    if _is_file(name):
        return collect([name], default=default, codebook=codebook).choices[name]
    book, origin = (default, USUAL) if codebook is None else (codebook, GIVEN)
    return Choice(codebook=_loader()(book), origin=origin)


def invented(count: int, editions: int) -> Note:
    """That so many of the editions are invented."""
    if editions == 1:
        return INVENTED
    are = (
        "are invented: do not quote them"
        if count > 1
        else "is invented: do not quote it"
    )
    return Note(
        code=INVENTED.code, message=f"{count} of the {editions} editions {are}."
    )


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # longer than a name of a file can be
        return False


def _distinct(files: Iterable[str]) -> set[Path]:
    return {Path(file).resolve() for file in files}


def _loader() -> Callable[[Book], Codebook]:
    """What loads a codebook, each file once."""
    loaded: dict[str, Codebook] = {}

    def load(book: Book) -> Codebook:
        if isinstance(book, Codebook):
            return book
        if str(book) not in loaded:
            loaded[str(book)] = load_codebook(book)
        return loaded[str(book)]

    return load


def _beside(files: Iterable[str]) -> dict[Path, Entry]:
    """The entries of the listings in the folders of the files."""
    folders = dict.fromkeys(Path(file).parent for file in files)
    listings = [folder / LISTING for folder in folders if (folder / LISTING).is_file()]
    return _by_file(entry for listing in listings for entry in read_listing(listing))


def _by_file(entries: Iterable[Entry]) -> dict[Path, Entry]:
    return {entry.file: entry for entry in entries}


def _given(
    files: list[str], codebooks: Mapping[AnyPath, Book]
) -> Iterator[tuple[Path, Book]]:
    known = _distinct(files)
    for file, book in codebooks.items():
        path = Path(file).resolve()
        if path not in known:
            raise UsageError(
                f"A codebook is given for {os.fspath(file)}, which is not among the "
                "editions to compare."
            )
        yield path, book


def _assumed(file: str, default: str) -> Note:
    return Note(
        code="codebook-assumed",
        message=f"No codebook is named for {file}: coded with {default}.",
    )
