"""Write the table of Dutch word frequencies that `dialoog.coding.rarity` reads.

python -m pip install wordfreq
python training/rarity.py
"""

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import wordfreq

from dialoog.coding.words import fold

TABLE = Path(__file__).parents[1] / "src/dialoog/coding/data/frequencies.txt"
RAREST = 2.5
"""Rarer words need no place: the coder takes an unknown word for as rare as this."""

HEADER = f"""\
# Dutch words by frequency: tenths of the Zipf scale (log10 per billion words), then words.
# Source: wordfreq {version("wordfreq")} by Robyn Speer, list "nl", CC BY-SA 4.0.
# Written by training/rarity.py; folded (lower case, no diacritics).
"""


def main() -> None:
    """Write the table."""
    tenths: dict[str, int] = {}
    for word, frequency in wordfreq.get_frequency_dict("nl", wordlist="best").items():
        zipf = round(10 * wordfreq.freq_to_zipf(frequency))
        if zipf > 10 * RAREST and any(char.isalpha() for char in word):
            key = fold(word)
            tenths[key] = max(zipf, tenths.get(key, 0))
    lines: dict[int, list[str]] = defaultdict(list)
    for word, zipf in tenths.items():
        lines[zipf].append(word)
    body = "".join(
        f"{zipf}\t{' '.join(sorted(words))}\n"
        for zipf, words in sorted(lines.items(), reverse=True)
    )
    TABLE.write_text(HEADER + body, encoding="utf-8")
    print(f"{len(tenths)} words, {TABLE.stat().st_size / 1000:.0f} kB: {TABLE}")


if __name__ == "__main__":
    main()
