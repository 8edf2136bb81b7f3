"""How a result came about: versions, hashes and parameters."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.comparison import Choice
    from dialoog.edition import Edition


def provenance(
    edition: Edition, choice: Choice, pipeline: Mapping[str, str]
) -> dict[str, str]:
    """Everything needed to get the same result again, as text.

    No clock: the same file, codebook, pipeline and versions give the same bytes.

    Args:
        edition: What was analysed.
        choice: What it was coded with, and why.
        pipeline: `name`, `version` and `components` of the spaCy pipeline.
    """
    codebook = choice.codebook
    return {
        "dialoog": version("dialoog"),
        "source_sha256": edition.source.sha256,
        "codebook": codebook.id,
        "codebook_version": codebook.version,
        "codebook_sha256": codebook.sha256,
        "codebook_origin": choice.origin,
        "model": pipeline["name"],
        "model_version": pipeline["version"],
        "model_components": pipeline["components"],
        "spacy": version("spacy"),
        "pandas": version("pandas"),
        "python": platform.python_version(),
    }
