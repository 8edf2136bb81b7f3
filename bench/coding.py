"""What coding, tables and report add to the time of the pipeline.

    python bench/coding.py [--rounds N] [EDITION …]

For each edition (default: three on employee advocacy) and in total: processor seconds
of the pipeline's own components, and against those the time of coding, tables and
report, medians of several rounds in one run. Loading the pipeline, compiling the codebook
and the first report, which loads the drawing library, come apart.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from dialoog.analysis.model import Analysis
from dialoog.annotation import annotate, load_pipeline
from dialoog.codebook import load_codebook
from dialoog.coding import code
from dialoog.coding.coder import Coder, coder_for
from dialoog.edition import read
from dialoog.tables import all_tables

EDITIONS = Path(__file__).parents[1] / "data" / "editions"
DEFAULT = (
    "medewerkers-als-merkdragers",
    "trotse-techneuten",
    "ambassadeurs-in-de-zorg",
)
CODEBOOK = "employee-advocacy"
STAGES = ("coding", "tables", "report")


def timed(work):
    start = process_time()
    result = work()
    return process_time() - start, result


def report(analysis):
    from dialoog.report import report_html

    return report_html(analysis)


def own_time(nlp, edition):
    """Of the pipeline without the components of dialoog."""
    docs = [nlp.make_doc(turn.text) for turn in edition.turns]
    spent = 0.0
    for name, component in nlp.pipeline:
        seconds, docs = timed(
            partial(list, component.pipe(docs, batch_size=64))
            if hasattr(component, "pipe")
            else partial(list, map(component, docs))
        )
        spent += 0.0 if name.startswith("dialoog_") else seconds
    return spent


def measured(nlp, edition, book):
    """Seconds of the pipeline and of each stage after it."""
    annotated = annotate(edition, nlp)
    pipeline = own_time(nlp, edition)
    coding, coded = timed(lambda: code(edition, annotated, book))
    tables, _ = timed(lambda: all_tables(coded))
    analysis = Analysis(coded=coded, provenance={})
    analysis.tables()
    return pipeline, coding, tables, timed(lambda: report(analysis))[0]


def show(name, seconds):
    pipeline, *stages = seconds
    parts = "  ".join(
        f"{stage} {spent / pipeline:.2f}"
        for stage, spent in zip(STAGES, stages, strict=True)
    )
    print(
        f"{name:32} pipeline {pipeline:.3f} s  {parts}  all {sum(stages) / pipeline:.2f}"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("editions", nargs="*", default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    loading, nlp = timed(load_pipeline)
    book = load_codebook(CODEBOOK)
    cold, _ = timed(lambda: coder_for(book))
    warm, _ = timed(lambda: Coder(book))
    editions = [read(EDITIONS / f"{name}.txt") for name in arguments.editions]
    first = measured(nlp, editions[0], book)
    print(f"loading the pipeline {loading:.2f} s")
    print(f"compiling the codebook {cold:.2f} s, once more {warm:.2f} s")
    print(f"first coding {first[1]:.2f} s, first report {first[3]:.2f} s")
    total = [0.0] * (len(STAGES) + 1)
    for name, edition in zip(arguments.editions, editions, strict=True):
        rounds = [measured(nlp, edition, book) for _ in range(arguments.rounds)]
        seconds = [median(each) for each in zip(*rounds, strict=True)]
        total = [a + b for a, b in zip(total, seconds, strict=True)]
        show(name, seconds)
    show("total", total)


if __name__ == "__main__":
    main()
