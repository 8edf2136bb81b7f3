"""How much a word tells: rare words much, common ones nothing.

The frequencies are those of Dutch in wordfreq 3 (Speer 2022: books, subtitles, news, web,
social media), CC BY-SA 4.0, as Zipf values: log10 of occurrences per billion words.
`training/rarity.py` writes them to `data/frequencies.txt`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from dialoog.coding.words import fold

_COMMON = 6.5
_RARE = 2.5


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """0 for words as common as "dat", 1 for words as rare as "merkdrager" and unknown ones."""
    zipf = _frequencies().get(fold(word), 0.0)
    return min(1.0, max(0.0, (_COMMON - zipf) / (_COMMON - _RARE)))


@cache
def _frequencies() -> dict[str, float]:
    """Zipf value per folded word; one line of the file per tenth, words by space."""
    text = (files("dialoog.coding") / "data" / "frequencies.txt").read_text("utf-8")
    table: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            zipf, words = line.split("\t")
            table.update(dict.fromkeys(words.split(), int(zipf) / 10))
    return table
