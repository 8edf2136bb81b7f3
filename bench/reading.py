"""How fast a text is read and split: `python bench/reading.py [MEGABYTES …]`.

The text is the edition in data/editions, its dialogue repeated. Prints, for each size,
processor seconds, megabytes per second, the cost per megabyte against the smallest size
of 1 MB or more (1.0 is linear), and against finding the words of the same text with one
regular expression in the same run.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from time import process_time

from dialoog.edition import split
from dialoog.source import source_from_bytes

EDITION = (
    Path(__file__).parents[1] / "data" / "editions" / "medewerkers-als-merkdragers.txt"
)
SIZES = (0.1, 1.0, 10.0, 50.0)


def text_of(megabytes: float) -> bytes:
    text = EDITION.read_text(encoding="utf-8")
    start = text.index("Ellen Soens (Universiteit Gent)\n")
    end = text.index("Afsluiting:")
    times = max(int(megabytes * 1e6 / (end - start)), 1)
    return (text[:start] + text[start:end] * times + text[end:]).encode()


def seconds_for(raw: bytes) -> float:
    start = process_time()
    edition = split(source_from_bytes(raw, "bench.txt"))
    spent = process_time() - start
    if len(edition.turns) % 8:
        sys.exit(f"{len(edition.turns)} turns: the text was not split as it should be")
    return spent


def words_for(raw: bytes) -> float:
    text = raw.decode()
    start = process_time()
    sum(1 for _ in re.finditer(r"\w+", text))
    return process_time() - start


def main(sizes: list[float]) -> None:
    seconds_for(text_of(0.1))  # the first run compiles the patterns
    base = None
    for size in sizes:
        raw = text_of(size)
        spent, words = seconds_for(raw), words_for(raw)
        megabytes = len(raw) / 1e6
        if megabytes >= 1 and base is None:
            base = spent / megabytes
        against = f"{spent / megabytes / base:.2f}" if base else "-"
        print(
            f"{megabytes:6.1f} MB  {spent:7.3f} s  {megabytes / spent:5.1f} MB/s  "
            f"per MB {against}  words {spent / words:.2f}"
        )


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or list(SIZES))
