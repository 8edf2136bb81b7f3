"""What coding, tables and report add to the time of the pipeline.

    python bench/coding.py [--rounds N] [EDITION …]

For each edition (default: three on employee advocacy) and in total: processor seconds
of the pipeline, and each stage after it as a ratio to those; medians of several rounds
in one process. What counts as what:

- pipeline: all of `annotate()`: tokenizer, tagger, lemmatizer, parser and dialoog's own
  components, from the turns of an edition to its docs.
- coding: `code()` on those docs with a codebook that is compiled.
- tables: `all_tables()` on the coded edition, every table once.
- report: `report_html()` on an analysis whose tables are made.

Apart, because a process pays for them once, whatever number of editions it reads:
loading the pipeline, compiling the codebook, importing the report with its drawing
library, and what else the first coding and the first report find cold (fonts,
templates, texts).
"""

from __future__ import annotations

import argparse
from importlib import import_module
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
    # Not above: the first import is measured apart.
    from dialoog.report import report_html

    return report_html(analysis)


def measured(nlp, edition, book):
    """Seconds of the pipeline and of each stage after it."""
    pipeline, annotated = timed(lambda: annotate(edition, nlp))
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
    drawing, _ = timed(lambda: import_module("dialoog.report"))
    first = measured(nlp, editions[0], book)
    print(f"loading the pipeline {loading:.2f} s")
    print(f"compiling the codebook {cold:.2f} s, once more {warm:.2f} s")
    print(f"importing the report {drawing:.2f} s")
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
