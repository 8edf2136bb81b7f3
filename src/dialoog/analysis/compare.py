"""From several editions to a comparison, in one call."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.analysis.analyse import analyse
from dialoog.analysis.model import Analysis
from dialoog.codebook import Codebook, load_codebook
from dialoog.comparison import collect
from dialoog.comparison import compare as compare_coded
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.edition import Edition, read
from dialoog.errors import UsageError
from dialoog.measures import benjamini_hochberg, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dialoog.comparison import Comparison
    from dialoog.errors import Note
    from dialoog.tables.contrasts import Correction, Interval

    AnyPath = str | os.PathLike[str]


def compare(
    editions: Iterable[Analysis | Edition | AnyPath],
    *,
    codebook: Codebook | AnyPath | None = None,
    codebooks: Mapping[AnyPath, Codebook | AnyPath] | None = None,
    model: str = DEFAULT_PIPELINE,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
) -> Comparison:
    """Compare editions over perspectives, claims and time.

    The editions are taken one at a time and let go: with paths or a generator, memory
    does not grow with the texts. One file twice counts once. Themes and claims are
    compared between editions of one codebook; talk, moves, stance and hedging between
    all.

    Args:
        editions: Analyses, as `analyse` returns them, in any order; editions, and paths
            of files and folders, are analysed first.
        codebook: What editions and paths are coded with; an analysis keeps its own.
            Without it, an `editions.toml` beside the files says which (see
            `dialoog.comparison.listing`), else it is `employee-advocacy`.
        codebooks: The codebook by path, for editions on different topics; goes before
            `codebook`.
        model: What editions and paths are annotated with.
        interval: Of the shares in the tables of the comparison:
            `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values of a table of the comparison, for their number:
            `dialoog.measures.benjamini_hochberg` or `holm`.

    Returns:
        The comparison; without editions its tables have no rows.

    Raises:
        UsageError: A single path was given, where a list of them is meant; or
            `codebooks` names a file that is not among the editions.
        SourceError: A file is missing, unreadable or not text.
        CodebookError: A codebook is unknown or broken.
        PipelineError: The pipeline is not installed, or lacks an annotation.

    Example:
        >>> comparison = compare(
        ...     ["kantoor.txt", "trots.txt"],
        ...     codebooks={"kantoor.txt": "hybride-werken.toml"},
        ... )  # doctest: +SKIP
        >>> comparison.table("conduct")  # doctest: +SKIP
    """
    if isinstance(editions, (str, os.PathLike)):
        path = os.fspath(editions)
        raise UsageError(f"Compare takes a list of editions: write [{path!r}, …].")
    paths: list[AnyPath] = []
    notes: list[Note] = []
    # Filled while the editions are taken, before any of the files that it names.
    fictional: set[str] = set()

    def analyses() -> Iterator[Analysis]:
        usual = DEFAULT_CODEBOOK if codebook is None else codebook
        for edition in editions:
            if isinstance(edition, Analysis):
                yield edition
            elif isinstance(edition, Edition):
                yield analyse(edition, codebook=_book(usual), model=model)
            else:
                paths.append(edition)
        # All paths at once: a mapping must name files that are among them.
        found = collect(
            paths, default=DEFAULT_CODEBOOK, codebook=codebook, codebooks=codebooks
        )
        notes.extend(found.notes)
        fictional.update(found.fictional)
        for path, book in found.codebooks.items():
            yield analyse(read(path), codebook=book, model=model)

    comparison = compare_coded(
        analyses(), fictional=fictional, interval=interval, correct=correct
    )
    return replace(comparison, notes=(*notes, *comparison.notes))


def _book(codebook: Codebook | AnyPath) -> Codebook:
    return codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
