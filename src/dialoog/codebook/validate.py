"""Whether the parsed TOML of a codebook keeps to the format.

Each check yields `Problem`s; none raises, so that an author sees all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.codebook.locate import key_line, table_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ID = re.compile(r"[^\W_][\w.-]*")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A place where a codebook breaks the format: line (from 1), key, and what to do."""

    line: int
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """The keys a table may have."""

    texts: tuple[str, ...]
    lists: tuple[str, ...] = ()
    optional_texts: tuple[str, ...] = ()
    optional_lists: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        return self.texts + self.lists

    @property
    def known(self) -> tuple[str, ...]:
        return self.required + self.optional_texts + self.optional_lists


_SHAPES = {
    "codebook": _Shape(texts=("id", "title"), optional_texts=("language", "version")),
    "theme": _Shape(texts=("id", "label", "definition"), lists=("terms",)),
    "claim": _Shape(
        texts=("id", "label", "theme", "statement"),
        lists=("affirms",),
        optional_lists=("denies", "patterns"),
    ),
}
_TERM_LISTS = ("terms", "patterns")


def find_problems(data: Mapping[str, object], text: str) -> tuple[Problem, ...]:
    """All problems of a parsed codebook, in its order. `text` is the file, for the lines."""
    return (
        *_unknown_tables(data, text),
        *_head(data, text),
        *_entries(data, "theme", text),
        *_entries(data, "claim", text),
        *_themes_of_claims(data, text),
    )


def _unknown_tables(data: Mapping[str, object], text: str) -> Iterator[Problem]:
    for key in data:
        if key not in _SHAPES:
            line = table_line(text, key)
            if line == 1:
                line = key_line(text, "", 0, key)
            yield _problem(line, key, f"is unknown; the tables are {_listing(_SHAPES)}")


def _head(data: Mapping[str, object], text: str) -> Iterator[Problem]:
    head = data.get("codebook")
    if not isinstance(head, Mapping):
        yield _problem(
            1, "codebook", "is missing; start the file with a table [codebook]"
        )
        return
    yield from _shape_problems(head, "codebook", 0, text)
    language = head.get("language", "nl")
    if isinstance(language, str) and language != "nl":
        line = key_line(text, "codebook", 0, "language")
        yield _problem(line, "language", f'is "{language}"; only "nl" is supported')


def _entries(data: Mapping[str, object], table: str, text: str) -> Iterator[Problem]:
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(
        isinstance(e, Mapping) for e in entries
    ):
        yield _problem(
            table_line(text, table),
            table,
            f"must be a list of tables: write [[{table}]]",
        )
        return
    if table == "theme" and not entries:
        yield _problem(1, "theme", "is missing; a codebook has at least one [[theme]]")
    first_use: dict[str, int] = {}
    for index, entry in enumerate(entries):
        yield from _shape_problems(entry, table, index, text)
        name = entry.get("id")
        if isinstance(name, str):
            line = key_line(text, table, index, "id")
            if name in first_use:
                message = f'"{name}" is used twice, first on line {first_use[name]}'
                yield _problem(line, "id", message)
            first_use.setdefault(name, line)


def _themes_of_claims(data: Mapping[str, object], text: str) -> Iterator[Problem]:
    themes = [entry.get("id") for entry in _tables(data, "theme")]
    for index, claim in enumerate(_tables(data, "claim")):
        theme = claim.get("theme")
        if isinstance(theme, str) and theme not in themes:
            known = _listing(str(name) for name in themes)
            line = key_line(text, "claim", index, "theme")
            yield _problem(
                line, "theme", f'"{theme}" is no theme here; there are {known}'
            )


def _shape_problems(
    entry: Mapping[str, object], table: str, index: int, text: str
) -> Iterator[Problem]:
    shape = _SHAPES[table]
    for key in entry:
        if key not in shape.known:
            line = key_line(text, table, index, key)
            known = _listing(shape.known)
            yield _problem(line, key, f"is unknown; a {table} has {known}")
    for key in shape.known:
        line = key_line(text, table, index, key)
        if key not in entry:
            if key in shape.required:
                yield _problem(line, key, f"is missing in this {table}")
        elif key in shape.texts + shape.optional_texts:
            yield from _text_problems(entry[key], key, line)
        else:
            yield from _list_problems(entry[key], key, line)


def _text_problems(value: object, key: str, line: int) -> Iterator[Problem]:
    if not isinstance(value, str) or not value.strip():
        yield _problem(line, key, "must be a text that is not empty")
    elif key in {"id", "theme"} and not _ID.fullmatch(value):
        message = f'"{value}" must be letters, digits, "-", "_" and "." without spaces'
        yield _problem(line, key, message)


def _list_problems(value: object, key: str, line: int) -> Iterator[Problem]:
    if not isinstance(value, list) or not value:
        yield _problem(line, key, "must be a list with at least one text")
        return
    for item in value:
        if not isinstance(item, str) or not _WORD.search(item):
            yield _problem(line, key, f"holds {item!r}, which is no text with words")
        elif key in _TERM_LISTS:
            yield from _term_problems(item, key, line)


def _term_problems(term: str, key: str, line: int) -> Iterator[Problem]:
    for word in term.split():
        inner = word[1:-1] if len(word) > 2 else ""
        if "*" in inner or word.count("*") == len(word):
            message = f'holds "{term}"; a "*" stands at the start or the end of a word'
            yield _problem(line, key, message)


def _tables(data: Mapping[str, object], table: str) -> Sequence[Mapping[str, object]]:
    entries = data.get(table, [])
    if not isinstance(entries, list):
        return ()
    return [entry for entry in entries if isinstance(entry, Mapping)]


def _problem(line: int, key: str, message: str) -> Problem:
    return Problem(line=line, key=key, message=message)


def _listing(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
