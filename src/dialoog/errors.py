"""What can go wrong, and what is merely doubtful.

Errors (each carries the exit status of the command line)::

    DialoogError
    ├── SourceError      3  the input could not be read
    ├── CodebookError    2  the codebook is unknown or broken
    ├── PipelineError    2  the language pipeline is missing or unfit
    ├── MissingExtra     2  an optional library is not installed
    └── UsageError       2  an option or argument cannot be used as given

A doubt is never an error: it is a `Note` in the output, and on stderr.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class DialoogError(Exception):
    """Root of the errors that dialoog raises on purpose: one clear sentence."""

    exit_status: ClassVar[int] = 2


class SourceError(DialoogError):
    """The input is missing, unreadable or not text."""

    exit_status: ClassVar[int] = 3


class CodebookError(DialoogError):
    """The codebook is unknown, or its file breaks the format."""


class PipelineError(DialoogError):
    """The spaCy pipeline is not installed or lacks an annotation we need."""


class MissingExtra(DialoogError):  # noqa: N818 (what is missing is no error of ours)
    """A feature needs an optional dependency.

    Args:
        feature: What the user asked for, as it reads in a sentence.
        extra: The extra of the package that brings it.
    """

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(
            f"{feature[:1].upper()}{feature[1:]} needs an optional library: run "
            f"'python -m pip install \"dialoog[{extra}]\"' and try again."
        )


def need(feature: str, extra: str, modules: Iterable[str]) -> None:
    """Nothing if all modules can be imported.

    Args:
        feature: What the user asked for, as it reads in a sentence.
        extra: The extra of the package that brings the modules.
        modules: Names of top-level modules.

    Raises:
        MissingExtra: One of them is not installed.
    """
    if any(find_spec(module) is None for module in modules):
        raise MissingExtra(feature, extra)


class UsageError(DialoogError):
    """An option or argument cannot be used as given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt that the reader of the result must know of.

    Attributes:
        code: Stable slug, documented in `docs/messages.md`.
        message: One sentence for a person.
        start: First character of the text concerned, or None.
        end: One past its last character, or None.
    """

    code: str
    message: str
    start: int | None = None
    end: int | None = None
