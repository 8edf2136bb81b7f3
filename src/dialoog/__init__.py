"""dialoog: turns, themes, claims and perspectives in Dutch dialogue interviews.

Example:
    >>> import dialoog
    >>> edition = dialoog.read("interview.txt")  # doctest: +SKIP
    >>> analysis = dialoog.analyse(edition)  # doctest: +SKIP
    >>> analysis.claims  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

from dialoog.lazy import on_use

if TYPE_CHECKING:
    from dialoog.analysis import Analysis, analyse, check_codebook, compare
    from dialoog.codebook import (
        Codebook,
        codebook_template,
        load_codebook,
        shipped_codebooks,
    )
    from dialoog.comparison import Comparison
    from dialoog.edition import Edition, Perspective, Speaker, Turn, read
    from dialoog.errors import (
        CodebookError,
        DialoogError,
        MissingExtra,
        Note,
        PipelineError,
        SourceError,
        UsageError,
    )
    from dialoog.tables.from_dataframe import from_dataframe

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Codebook",
    "CodebookError",
    "Comparison",
    "DialoogError",
    "Edition",
    "MissingExtra",
    "Note",
    "Perspective",
    "PipelineError",
    "SourceError",
    "Speaker",
    "Turn",
    "UsageError",
    "__version__",
    "analyse",
    "check_codebook",
    "codebook_template",
    "compare",
    "from_dataframe",
    "load_codebook",
    "read",
    "shipped_codebooks",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_use(
        __name__,
        {
            "dialoog.analysis": ("Analysis", "analyse", "check_codebook", "compare"),
            "dialoog.codebook": (
                "Codebook",
                "codebook_template",
                "load_codebook",
                "shipped_codebooks",
            ),
            "dialoog.comparison": ("Comparison",),
            "dialoog.edition": ("Edition", "Perspective", "Speaker", "Turn", "read"),
            "dialoog.errors": (
                "CodebookError",
                "DialoogError",
                "MissingExtra",
                "Note",
                "PipelineError",
                "SourceError",
                "UsageError",
            ),
            "dialoog.tables.from_dataframe": ("from_dataframe",),
        },
    )
