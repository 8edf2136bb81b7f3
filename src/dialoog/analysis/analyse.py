"""The one place that knows the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.analysis.model import Analysis
from dialoog.analysis.provenance import provenance
from dialoog.annotation import annotate, load_pipeline, pipeline_facts
from dialoog.coding import code
from dialoog.comparison import Choice, choose
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.edition import Edition, read
from dialoog.measures import benjamini_hochberg, wilson
from dialoog.measures.parameters import method_facts

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from dialoog.annotation.annotate import Watch
    from dialoog.codebook import Codebook
    from dialoog.tables.contrasts import Correction, Interval


def analyse(
    edition: Edition | str | Path,
    *,
    codebook: Codebook | str | PathLike[str] | None = None,
    model: str = DEFAULT_PIPELINE,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
    watch: Watch | None = None,
) -> Analysis:
    """Code every sentence of an edition and lay the perspectives side by side.

    Args:
        edition: As `read` returns it, or the path of its file.
        codebook: A codebook, the id of a shipped one, or the path of a TOML file.
            Without it, an `editions.toml` beside the file says which (see
            `dialoog.comparison.listing`), else it is `employee-advocacy`. The
            provenance says under `codebook_origin` which of these it was.
        model: An installed spaCy pipeline for Dutch, by name or path.
        interval: Of the shares in the tables: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values of a table, for their number:
            `dialoog.measures.benjamini_hochberg` or `holm`.
        watch: Is told how many turns are annotated, of how many: the longest part of
            the work.

    Returns:
        The analysis, with its tables. Its notes say whether a listing marks the edition
        as invented.

    Raises:
        SourceError: The file is missing, unreadable or not text.
        UsageError: The listing beside the file is broken.
        CodebookError: The codebook is unknown or broken.
        PipelineError: The pipeline is not installed, or lacks an annotation.
    """
    if not isinstance(edition, Edition):
        edition = read(edition)
    return analyse_as(
        edition,
        choose(edition.source.name, default=DEFAULT_CODEBOOK, codebook=codebook),
        model=model,
        interval=interval,
        correct=correct,
        watch=watch,
    )


def analyse_as(
    edition: Edition,
    choice: Choice,
    *,
    model: str = DEFAULT_PIPELINE,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
    watch: Watch | None = None,
) -> Analysis:
    """Analyse an edition of which is known what it is coded with; see `analyse`."""
    nlp = load_pipeline(model)
    coded = code(edition, annotate(edition, nlp, watch=watch), choice.codebook)
    return Analysis(
        coded=coded,
        provenance=provenance(edition, choice, pipeline_facts(nlp))
        | method_facts(interval, correct),
        notes=edition.notes + choice.notes,
        interval=interval,
        correct=correct,
    )
