"""From several editions to a comparison, in one call."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.analysis.analyse import analyse, analyse_as
from dialoog.analysis.model import Analysis
from dialoog.comparison import INVENTED, collect, invented
from dialoog.comparison import compare as compare_coded
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.edition import Edition, read
from dialoog.errors import UsageError
from dialoog.measures import benjamini_hochberg, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dialoog.codebook import Codebook
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
            of files and folders, are analysed first. Those that a listing beside them
            marks as invented carry that mark.
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
    told = _Told()

    def analyses() -> Iterator[Analysis]:
        for edition in editions:
            if isinstance(edition, Analysis):
                yield told.by(edition)
            elif isinstance(edition, Edition):
                yield told.by(analyse(edition, codebook=codebook, model=model))
            else:
                paths.append(edition)
        # All paths at once: a mapping must name files that are among them.
        found = collect(
            paths, default=DEFAULT_CODEBOOK, codebook=codebook, codebooks=codebooks
        )
        for path, choice in found.choices.items():
            yield told.by(analyse_as(read(path), choice, model=model))

    comparison = compare_coded(
        analyses(), fictional=told.fictional, interval=interval, correct=correct
    )
    count = sum(edition.is_fictional for edition in comparison.editions)
    if count:
        told.notes.append(invented(count, len(comparison.editions)))
    return replace(comparison, notes=(*told.notes, *comparison.notes))


class _Told:
    """What the listings beside the editions taken so far have to say."""

    def __init__(self) -> None:
        self.fictional: set[str] = set()
        self.notes: list[Note] = []

    def by(self, analysis: Analysis) -> Analysis:
        """Keep what is noted about the choice of the codebook; the analysis again."""
        for note in analysis.notes:
            if note == INVENTED:
                self.fictional.add(analysis.edition.source.name)
            elif note not in analysis.edition.notes:
                self.notes.append(note)
        return analysis
