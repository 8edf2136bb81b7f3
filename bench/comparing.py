"""What tables and comparison cost: `python bench/comparing.py [EDITIONS …]`.

First the tables of the edition in data/editions, in processor seconds and against
annotating the same text in the same run. Then, for each number of editions, comparing
so many of them and making all tables: processor seconds an edition, and the peak of
memory, with texts as they are and five times as long. The editions are drawn at random
from the sentences of those in data/editions, each with a name, date and mix of words
of its own, made one at a time and not kept.

What must hold is a ratio, so that it does not depend on the machine: with ten times as
many editions the memory per edition must not grow, and texts five times as long must
cost far less than five times the memory.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from time import process_time

from dialoog.analysis import analyse
from dialoog.annotation import annotate, load_pipeline
from dialoog.comparison import compare
from dialoog.edition import read
from dialoog.source.folder import files_in
from dialoog.tables import all_tables

EDITIONS = Path(__file__).parents[1] / "data" / "editions"
EDITION = EDITIONS / "medewerkers-als-merkdragers.txt"
NUMBERS = (20, 200, 2_000)
SENTENCES = 40
"""Of a small edition."""


def drawn(originals, number, *, times=1):
    """Editions of sentences drawn from an original, made one at a time."""
    rng = random.Random(1)  # noqa: S311 (no secrets here)
    for place in range(number):
        coded = originals[place % len(originals)]
        source = replace(
            coded.edition.source, sha256=f"{place}", name=f"editie-{place}.txt"
        )
        date = dt.date(1990, 1, 1) + dt.timedelta(days=6 * place)
        chosen = sorted(rng.choices(range(len(coded.sentences)), k=SENTENCES * times))
        sentences = tuple(
            replace(
                coded.sentences[row],
                # Words of its own, so that a comparison that kept texts would show.
                words=tuple(replace(word) for word in coded.sentences[row].words),
                text=f"{coded.sentences[row].text} {place}",
            )
            for row in chosen
        )
        edition = replace(coded.edition, source=source, date=date)
        yield replace(coded, edition=edition, sentences=sentences)


def spent_on(work, *arguments):
    start = process_time()
    work(*arguments)
    return process_time() - start


def memory_of(originals, number, times):
    """MB kept by the comparison, and at the peak with all its tables made."""
    tracemalloc.start()
    comparison = compare(drawn(originals, number, times=times))
    kept = tracemalloc.get_traced_memory()[0]
    comparison.tables()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return kept / 1e6, peak / 1e6


def comparison(originals, number):
    return compare(drawn(originals, number)).tables()


def main(numbers):
    edition, nlp = read(EDITION), load_pipeline()
    coded = analyse(edition).coded
    all_tables(coded)
    tables = min(spent_on(all_tables, coded) for _ in range(5))
    annotation = min(spent_on(annotate, edition, nlp) for _ in range(5))
    print(f"tables {tables:.3f} s, {tables / annotation:.0%} of annotation")
    originals = [analyse(path).coded for path in files_in([EDITIONS])]
    for number in numbers:
        seconds = spent_on(comparison, originals, number) / number
        (kept, peak), (kept_long, peak_long) = (
            memory_of(originals, number, times) for times in (1, 5)
        )
        print(
            f"{number} editions: {seconds / annotation:.0%} of an annotation each "
            f"({seconds:.3f} s); kept {1000 * kept / number:.1f} kB each, peak "
            f"{peak:.1f} MB; texts five times as long: kept x{kept_long / kept:.2f}, "
            f"peak x{peak_long / peak:.2f}"
        )


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or NUMBERS)
