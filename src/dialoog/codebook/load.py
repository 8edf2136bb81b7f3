"""Read a codebook: one of those shipped, by id, or an author's own file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from dialoog.codebook.model import Claim, Codebook, Theme
from dialoog.codebook.validate import find_problems
from dialoog.errors import CodebookError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from typing import Any

    from dialoog.codebook.validate import Problem

_MAX_BYTES = 5_000_000


def shipped_codebooks() -> tuple[str, ...]:
    """Ids of the codebooks that come with the package, sorted."""
    return tuple(sorted(_shipped()))


def load_codebook(id_or_path: str | os.PathLike[str]) -> Codebook:
    """The codebook with this id among the shipped ones, or in this file.

    Args:
        id_or_path: Id of a shipped codebook (see `shipped_codebooks`) or path of a
            TOML file.

    Raises:
        CodebookError: No such codebook, or its file breaks the format; the message
            names file, line and key.
    """
    name = os.fspath(id_or_path)
    shipped = _shipped()
    if isinstance(id_or_path, str) and name in shipped:
        return parse_codebook(shipped[name].read_bytes(), name=f"{name}.toml")
    return parse_codebook(_read(Path(name)), name=name)


def parse_codebook(content: bytes, *, name: str) -> Codebook:
    """The codebook in the bytes of a TOML file; `name` is for the messages.

    Raises:
        CodebookError: The file breaks the format.
    """
    data, problems = inspect_codebook(content, name=name)
    if problems:
        first = problems[0]
        more = f" ({len(problems) - 1} more in this file)" if len(problems) > 1 else ""
        message = f"{name}, line {first.line}: {first.key} {first.message}{more}."
        raise CodebookError(message)
    return _build(data, hashlib.sha256(content).hexdigest())


def inspect_codebook(
    content: bytes, *, name: str
) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """The parsed TOML and all problems with it, by line.

    Raises:
        CodebookError: The file is not UTF-8 or not TOML at all.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"{name}, line {line}: not UTF-8; save the codebook as UTF-8."
        raise CodebookError(message) from error
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = f"{name}: not a valid TOML file: {error}."
        raise CodebookError(message) from error
    return data, find_problems(data, text)


def read_codebook_bytes(id_or_path: str | os.PathLike[str]) -> bytes:
    """The file of a shipped codebook (by id) or at a path, as it is.

    Raises:
        CodebookError: No such codebook.
    """
    name = os.fspath(id_or_path)
    shipped = _shipped()
    return shipped[name].read_bytes() if name in shipped else _read(Path(name))


def _shipped() -> dict[str, Traversable]:
    folder = resources.files("dialoog.codebook") / "shipped"
    return {
        entry.name.removesuffix(".toml"): entry
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            message = f"{path} is a folder; give the TOML file of a codebook."
            raise CodebookError(message)
        if path.stat().st_size > _MAX_BYTES:
            message = (
                f"{path} is larger than {_MAX_BYTES // 10**6} MB; that is no codebook."
            )
            raise CodebookError(message)
        return path.read_bytes()
    except FileNotFoundError as error:
        known = ", ".join(shipped_codebooks())
        message = (
            f"There is no codebook '{path}': no file of that name, and the codebooks "
            f"that come with dialoog are {known}."
        )
        raise CodebookError(message) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"The codebook {path} cannot be read: {reason}."
        raise CodebookError(message) from error


def _build(data: Mapping[str, Any], sha256: str) -> Codebook:
    head = data["codebook"]
    return Codebook(
        id=head["id"],
        title=head["title"],
        language=head.get("language", "nl"),
        version=head.get("version", "1"),
        themes=tuple(
            Theme(
                id=theme["id"],
                label=theme["label"],
                definition=theme["definition"],
                terms=tuple(theme["terms"]),
            )
            for theme in data["theme"]
        ),
        claims=tuple(
            Claim(
                id=claim["id"],
                label=claim["label"],
                theme=claim["theme"],
                statement=claim["statement"],
                affirms=tuple(claim["affirms"]),
                denies=tuple(claim.get("denies", ())),
                patterns=tuple(claim.get("patterns", ())),
            )
            for claim in data.get("claim", ())
        ),
        sha256=sha256,
    )
