"""The one place that knows the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.analysis.model import Analysis
from dialoog.analysis.provenance import provenance
from dialoog.annotation import annotate, load_pipeline, pipeline_facts
from dialoog.codebook import Codebook, load_codebook
from dialoog.coding import code
from dialoog.defaults import DEFAULT_CODEBOOK, DEFAULT_PIPELINE
from dialoog.measures import benjamini_hochberg, wilson
from dialoog.measures.parameters import method_facts

if TYPE_CHECKING:
    from pathlib import Path

    from dialoog.annotation.annotate import Watch
    from dialoog.edition import Edition
    from dialoog.tables.contrasts import Correction, Interval


def analyse(
    edition: Edition,
    *,
    codebook: Codebook | str | Path = DEFAULT_CODEBOOK,
    model: str = DEFAULT_PIPELINE,
    interval: Interval = wilson,
    correct: Correction = benjamini_hochberg,
    watch: Watch | None = None,
) -> Analysis:
    """Code every sentence of an edition and lay the perspectives side by side.

    Args:
        edition: As `read` returns it.
        codebook: A codebook, the id of a shipped one, or the path of a TOML file.
        model: An installed spaCy pipeline for Dutch, by name or path.
        interval: Of the shares in the tables: `dialoog.measures.wilson` or `jeffreys`.
        correct: Of the p-values of a table, for their number:
            `dialoog.measures.benjamini_hochberg` or `holm`.
        watch: Is told how many turns are annotated, of how many: the longest part of
            the work.

    Returns:
        The analysis, with its tables.

    Raises:
        CodebookError: The codebook is unknown or broken.
        PipelineError: The pipeline is not installed, or lacks an annotation.
    """
    book = codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
    nlp = load_pipeline(model)
    coded = code(edition, annotate(edition, nlp, watch=watch), book)
    return Analysis(
        coded=coded,
        provenance=provenance(edition, book, pipeline_facts(nlp))
        | method_facts(interval, correct),
        notes=edition.notes,
        interval=interval,
        correct=correct,
    )
