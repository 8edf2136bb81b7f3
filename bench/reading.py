"""How fast a text is read and split: `python bench/reading.py [MEGABYTES …]`.

Three texts: the edition in data/editions, its dialogue repeated; an essay, its prose
mixed; a news article, the same with quotations in between. Prints, for each text and
size, processor seconds, megabytes per second, the cost per megabyte against the smallest
size of 1 MB or more (1.0 is linear), and against finding the words of the same text with
one regular expression in the same run.
"""

from __future__ import annotations

import random
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
NAMES = ("Jan de Vries", "Marieke van Dam", "de hoogleraar", "de wethouder", "zij")


def dialogue(megabytes: float) -> str:
    text = EDITION.read_text(encoding="utf-8")
    start = text.index("Ellen Soens (Universiteit Gent)\n")
    end = text.index("Afsluiting:")
    times = max(int(megabytes * 1e6 / (end - start)), 1)
    return text[:start] + text[start:end] * times + text[end:]


def essay(megabytes: float) -> str:
    return prose(megabytes, quoted=False)


def article(megabytes: float) -> str:
    return prose(megabytes, quoted=True)


def prose(megabytes: float, *, quoted: bool) -> str:
    """Paragraphs of sentences of the edition, at random; half of them with a quotation."""
    text = EDITION.read_text(encoding="utf-8").replace("\n", " ")
    found = re.findall(r"(?<=[.!?] )[A-Z][^.!?:“”()–]{40,200}\.(?= )", text)
    chance = random.Random(0)  # noqa: S311 (no secret)
    paragraphs, size = ["De stad als spiegel"], 0
    while size < megabytes * 1e6:
        sentences = chance.choices(found, k=chance.randint(2, 6))
        if quoted and chance.random() < 0.5:
            at = chance.randrange(len(sentences))
            said = sentences[at].rstrip(".")
            sentences[at] = f"“{said}”, zegt {chance.choice(NAMES)}."
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1])
    return "\n\n".join(paragraphs)


def seconds_for(raw: bytes, *, turns: bool) -> float:
    start = process_time()
    edition = split(source_from_bytes(raw, "bench.txt"))
    spent = process_time() - start
    if len(edition.turns) % 8 or bool(edition.turns) != turns:
        sys.exit(f"{len(edition.turns)} turns: the text was not split as it should be")
    return spent


def words_for(raw: bytes) -> float:
    text = raw.decode()
    start = process_time()
    sum(1 for _ in re.finditer(r"\w+", text))
    return process_time() - start


def main(sizes: list[float]) -> None:
    seconds_for(dialogue(0.1).encode(), turns=True)  # the first compiles the patterns
    for text_of in (dialogue, essay, article):
        base = None
        for size in sizes:
            raw = text_of(size).encode()
            spent = seconds_for(raw, turns=text_of is dialogue)
            words = words_for(raw)
            megabytes = len(raw) / 1e6
            if megabytes >= 1 and base is None:
                base = spent / megabytes
            against = f"{spent / megabytes / base:.2f}" if base else "-"
            print(
                f"{text_of.__name__:8} {megabytes:6.1f} MB  {spent:7.3f} s  "
                f"{megabytes / spent:5.1f} MB/s  per MB {against}  "
                f"words {spent / words:.2f}"
            )


if __name__ == "__main__":
    main([float(size) for size in sys.argv[1:]] or list(SIZES))
