"""Exporter: how an analysis becomes text, a file or a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dialoog.analysis import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format. Exactly one of `text`, `file` and `folder` is given.

    Attributes:
        suffix: Of the files it makes, with the dot.
        text: The analysis as text, for stdout or a file.
        file: Writes the analysis to one (binary) file.
        folder: Writes a file per table into a folder that exists.
        is_document: Whether the text is a whole document, so that several analyses
            make several files.
    """

    suffix: str
    text: Callable[[Analysis], str] | None = None
    file: Callable[[Analysis, Path], None] | None = None
    folder: Callable[[Analysis, Path], None] | None = None
    is_document: bool = False
