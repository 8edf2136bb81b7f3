"""Split a Dutch noun into the words it is made of.

`verzekeringsmaatschappij` is `verzekering` + `maatschappij`. Every way to cut a word
into known words is a sum of weighted features of its parts (how common a word is as
the first or last part of a compound, how long it is, which letters link it to the
next); the whole word competes as one more candidate. The best sum wins. Because the
sum is additive, the best cut is found by dynamic programming.

The lexicon and the weights are learned by `training/compounds.py`.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log1p
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MIN_PART = 2
MAX_PART = 24
MAX_WORD = 60
"""Longer words are not split: they are no words, and cost time."""

SIMPLE_BASE = 3.0
"""Zipf frequency from which an adjective with -heid behind it makes one word."""

VOWELS = frozenset("aeiouy")
DOUBLED = frozenset("aeou")

SUFFIXES = (
    "achtigheid", "baarheid", "loosheid", "zaamheid", "schap", "heid", "iteit", "ing",
    "erij", "isme", "loos", "baar", "achtig", "dom", "ling", "lijk", "aar", "aars", "heden",
    "lingen", "ting", "king", "tingen", "kingen",
)  # fmt: skip
"""Endings that make a new word but are no words: never the last part of a compound."""

TAKES_S = (
    "ing",
    "heid",
    "schap",
    "teit",
    "ion",
    "ment",
    "aar",
    "eur",
    "er",
    "el",
    "dom",
)
"""Endings of words that like to be followed by a linking s."""

IRREGULAR = {
    "kinder": "kind", "eier": "ei", "runder": "rund", "lammer": "lam", "kalver": "kalf",
    "hoender": "hoen", "kleder": "kleed", "leden": "lid", "steden": "stad",
    "schepen": "schip", "scheeps": "schip", "goederen": "goed", "volkeren": "volk",
    "liederen": "lied", "koeien": "koe", "zonne": "zon", "media": "medium",
    "centra": "centrum", "musea": "museum", "data": "data", "kinderen": "kind",
    "eieren": "ei", "mensen": "mens", "jongeren": "jong", "ouderen": "oudere",
    "gelederen": "gelid", "smeden": "smid", "personen": "persoon", "heren": "heer",
    "politici": "politicus", "musici": "musicus", "critici": "criticus",
    "bladeren": "blad", "beenderen": "been", "gemoederen": "gemoed", "lui": "lui",
}  # fmt: skip
"""Forms inside a word that no spelling rule leads back to their lemma."""


class Entry(NamedTuple):
    """What the lexicon knows of a word.

    Attributes:
        zipf: How common it is: log10 of its occurrences per billion words.
        first: How many compounds of the treebank have it before the last part.
        last: How many compounds of the treebank have it as the last part.
        noun: Whether it is a noun.
        simple: Whether the treebank has it as a noun of one part.
        listed: Whether OpenTaal's word list has it as a noun, compound or not.
    """

    zipf: float
    first: int
    last: int
    noun: bool
    simple: bool
    listed: bool


class Reading(NamedTuple):
    """A word that a stretch of letters can stand for.

    Attributes:
        lemma: The word.
        link: The letters that link it to the next: "", "s", "en", "e", "-", "=" for
            an irregular form; for the last part the kind of inflection.
    """

    lemma: str
    link: str


class Edge(NamedTuple):
    """A part of a word: letters `start` to `end`, read as `reading`."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Splitter:
    """Splits words by a lexicon and the weights of features.

    Attributes:
        lexicon: Words that can be parts, in small letters.
        irregular: Forms with their lemma, beside those that spelling rules undo.
        weights: Weight of each feature; one not named weighs nothing.
        verbs: Infinitives of the treebank, from which nouns can be derived.
    """

    lexicon: Mapping[str, Entry]
    irregular: Mapping[str, str]
    weights: Mapping[str, float]
    verbs: frozenset[str] = frozenset()

    def split(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of the parts of a noun; empty if it has only one.

        Args:
            word: A noun as it stands in the text, or its lemma.

        Example:
            >>> load_splitter().split("verzekeringsmaatschappijen")
            ('verzekering', 'maatschappij')
        """
        lower = word.lower().replace("e-mail", "email")
        if not 4 <= len(word) <= MAX_WORD or not word[-1].isalpha():
            return ()
        if self._is_simple(lower):
            return ()
        # The best sum and the parts of every beginning of the word, by its length.
        best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
        for edge in self.edges(lower):
            if edge.start not in best:
                continue
            score, parts = best[edge.start]
            score += self.score(self.part_features(lower, edge))
            if edge.end not in best or best[edge.end][0] < score:
                best[edge.end] = (score, (*parts, edge.reading.lemma))
        score, parts = best.get(len(lower), (0.0, ()))
        whole = self.score(self.whole_features(lower))
        return parts if len(parts) > 1 and score > whole else ()

    def _is_simple(self, word: str) -> bool:
        """Whether the treebank has the word as a noun of one part, or its base so."""
        if self.lexicon.get(word, NOT_KNOWN).simple:
            return True
        base = self.lexicon.get(word.removesuffix("heid")) if len(word) > 7 else None
        if word.endswith("heid") and base is not None and base.zipf >= SIMPLE_BASE:
            return True
        return any(
            self.lexicon[reading.lemma].simple
            for reading in self.last_part(word)
            if reading.lemma in self.lexicon
        )

    def score(self, features: Mapping[str, float]) -> float:
        """Return the weighted sum of features."""
        return sum(self.weights.get(name, 0.0) * x for name, x in features.items())

    def edges(self, word: str) -> Iterator[Edge]:
        """Yield every stretch of a word in small letters that can be a part of it."""
        ends_at = {0}
        for start in range(len(word) - MIN_PART + 1):
            if start not in ends_at:
                continue
            for end in range(start + 1, min(len(word), start + MAX_PART) + 1):
                if start == 0 and end == len(word):
                    continue
                piece = word[start:end]
                last = end == len(word)
                if last and start and word[start - 1] == "-" and piece.isalpha():
                    yield Edge(start, end, Reading(piece, "?"))
                for reading in (
                    self.last_part(piece) if last else self.first_part(piece)
                ):
                    ends_at.add(end)
                    yield Edge(start, end, reading)

    def first_part(self, piece: str) -> Iterator[Reading]:
        """Yield what a stretch before the last part can stand for."""
        if piece.endswith("-"):
            yield from self._hyphenated(piece)
            return
        if len(piece) < MIN_PART or "-" in piece:
            return
        yield from self._known(piece, "")
        if piece.endswith("s"):
            yield from self._known(piece[:-1], "s")
        if piece.endswith("en"):
            for stem in stems(piece[:-2]):
                yield from self._known(stem, "en", noun=True)
            yield from self._known(piece[:-1], "n", noun=True)
        elif piece.endswith("e"):
            for stem in stems(piece[:-1]):
                yield from self._known(stem, "e")
        if piece in self.irregular:
            yield Reading(self.irregular[piece], "=")

    def last_part(self, piece: str) -> Iterator[Reading]:
        """Yield the nouns of which the last stretch can be a form."""
        if len(piece) < 3 or "-" in piece or piece in SUFFIXES:
            return
        yield from self._known(piece, "", noun=True)
        if piece in self.irregular:
            yield Reading(self.irregular[piece], "=")
        if piece.endswith("heden"):
            yield from self._known(piece.removesuffix("heden") + "heid", "=", noun=True)
            return
        for ending in ("'s", "’s", "s", "n"):
            if piece.endswith(ending):
                yield from self._known(piece.removesuffix(ending), "+s", noun=True)
        for ending in ("en", "ën"):
            if piece.endswith(ending):
                for stem in stems(piece.removesuffix(ending)):
                    yield from self._known(stem, "+en", noun=True)
        yield from self._diminutive(piece.removesuffix("s"))

    def _diminutive(self, piece: str) -> Iterator[Reading]:
        for ending in ("etje", "tje", "pje", "je"):
            if piece.endswith(ending):
                for stem in stems(piece.removesuffix(ending)):
                    yield from self._known(stem, "+je", noun=True)

    def part_features(self, word: str, edge: Edge) -> dict[str, float]:
        """Return the features of a part of a word."""
        lemma, link = edge.reading
        last = edge.end == len(word)
        place = "last" if last else "first"
        entry = self.lexicon.get(lemma, NOT_KNOWN)
        features = {
            f"{place}:part": 1.0,
            f"{place}:zipf": entry.zipf,
            f"{place}:seen": log1p(entry.last if last else entry.first),
            f"{place}:other": log1p(entry.first if last else entry.last),
            f"{place}:link:{link}": 1.0,
            f"{place}:length:{min(edge.end - edge.start - len(link), 6)}": 1.0,
        }
        if not (entry.last if last else entry.first):
            features[f"{place}:unseen"] = 1.0
        if not entry.zipf:
            features[f"{place}:rare"] = 1.0
        if not entry.noun:
            features[f"{place}:no-noun"] = 1.0
        if entry.simple:
            features[f"{place}:simple"] = 1.0
        if not last and link in {"", "s"} and lemma.endswith(TAKES_S):
            features[f"first:takes-s:{link}"] = 1.0
        return features

    def whole_features(self, word: str) -> dict[str, float]:
        """Return the features of a word taken as one."""
        lemma = next((r.lemma for r in self.last_part(word)), word)
        entry = self.lexicon.get(lemma, NOT_KNOWN)
        return {
            "whole": 1.0,
            "whole:simple": float(entry.simple),
            "whole:listed": float(entry.listed),
            "whole:zipf": entry.zipf,
            "whole:seen": log1p(entry.first + entry.last),
            "whole:derived": float(lemma.endswith(SUFFIXES)),
            "whole:doer": float(
                word.endswith(("er", "ers", "aar", "aars", "ster", "sters"))
            ),
            f"whole:length:{min(len(lemma) // 2, 8)}": 1.0,
        }

    def _known(self, piece: str, link: str, *, noun: bool = False) -> Iterator[Reading]:
        entry = self.lexicon.get(piece)
        if entry is None:
            entry = self._derived(piece)
        if entry is not None and (entry.noun or entry.first or not noun):
            yield Reading(piece, link)

    def _derived(self, piece: str) -> Entry | None:
        """Return an entry for a noun made with a suffix from a word of the lexicon."""
        for suffix in ("schap", "heid"):
            if piece.endswith(suffix) and piece.removesuffix(suffix) in self.lexicon:
                return NOT_KNOWN._replace(noun=True)
        for suffix in ("er", "ing"):
            if piece.endswith(suffix) and len(piece) > 5:
                verbs = {f"{piece.removesuffix(suffix)}en", f"{piece[: -len(suffix)]}n"}
                if verbs & self.lexicon.keys():
                    return NOT_KNOWN._replace(noun=True)
        return None

    def _hyphenated(self, piece: str) -> Iterator[Reading]:
        bare = piece[:-1]
        if "-" not in bare and bare:
            readings = list(self.first_part(bare)) or [Reading(bare, "-")]
            yield from (Reading(lemma, "-") for lemma, link in readings)


NOT_KNOWN = Entry(0.0, 0, 0, noun=False, simple=False, listed=False)


def stems(piece: str) -> Iterator[str]:
    """Yield the words that a form without its ending -en or -e can come from.

    Dutch spelling doubles the consonant after a short vowel (`bom`, `bommen`), writes
    a long vowel once before it (`maan`, `manen`) and hardens z and v (`prijs`,
    `prijzen`).
    """
    if len(piece) < MIN_PART:
        return
    yield piece
    end = piece[-1]
    if end == piece[-2] and end not in VOWELS:
        yield piece[:-1]
    hard = piece[:-1] + {"z": "s", "v": "f"}.get(end, end)
    if hard != piece:
        yield hard
    if end not in VOWELS and piece[-2] in DOUBLED and piece[-3:-2] not in VOWELS:
        yield hard[:-1] + piece[-2] + hard[-1]


@cache
def load_splitter() -> Splitter:
    """Return the splitter that the package ships."""
    path = files("dialoog.annotation") / "data" / "compounds.json.gz"
    return splitter_from(gzip.decompress(path.read_bytes()))


def splitter_from(raw: bytes) -> Splitter:
    """Return the splitter that `training/compounds.py` wrote as JSON."""
    tables = json.loads(raw)
    lexicon = {word: Entry._make(row) for word, row in tables["lexicon"].items()}
    return Splitter(
        lexicon, tables["irregular"], tables["weights"], frozenset(tables["verbs"])
    )
