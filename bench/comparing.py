"""What tables and comparison cost: `python bench/comparing.py [EDITIONS …]`.

First the tables of the edition in data/editions, in processor seconds and against
annotating the same text in the same run. Then, for each number of editions, comparing
so many copies of it (other name, date and order of turns): seconds per edition, and the
peak of memory with texts as they are and five times as long.
"""

from __future__ import annotations

import datetime as dt
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from time import process_time

from dialoog.analysis import analyse
from dialoog.annotation import annotate, load_pipeline
from dialoog.comparison import compare
from dialoog.edition import read
from dialoog.tables import all_tables

EDITION = (
    Path(__file__).parents[1] / "data" / "editions" / "medewerkers-als-merkdragers.txt"
)
NUMBERS = (20, 200)


def copies(coded, number, *, times=1):
    """Other editions with the same sentences, made one at a time."""
    for place in range(number):
        source = replace(coded.edition.source, sha256=f"{place}", name=f"{place}.txt")
        date = dt.date(2000, 1, 1) + dt.timedelta(days=30 * place)
        sentences = tuple(
            replace(sentence, words=tuple(replace(word) for word in sentence.words))
            for sentence in coded.sentences * times
        )
        edition = replace(coded.edition, source=source, date=date)
        yield replace(coded, edition=edition, sentences=sentences)


def spent_on(work, *arguments):
    start = process_time()
    work(*arguments)
    return process_time() - start


def peak_of(work, *arguments):
    tracemalloc.start()
    work(*arguments)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def comparison(coded, number, times):
    return compare(copies(coded, number, times=times)).tables()


def main(numbers):
    edition, nlp = read(EDITION), load_pipeline()
    coded = analyse(edition).coded
    all_tables(coded)
    tables = min(spent_on(all_tables, coded) for _ in range(5))
    annotation = min(spent_on(annotate, edition, nlp) for _ in range(5))
    print(f"tables {tables:.3f} s, {tables / annotation:.0%} of annotation")
    for number in numbers:
        seconds = spent_on(comparison, coded, number, 1) / number
        short, long = (peak_of(comparison, coded, number, times) for times in (1, 5))
        print(
            f"{number} editions: {seconds:.4f} s each, peak {short:.1f} MB, "
            f"with texts five times as long {long:.1f} MB"
        )


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or NUMBERS)
