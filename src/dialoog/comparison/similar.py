"""Table of similar editions: the nearest to each, by words and by themes."""

from __future__ import annotations

from collections import defaultdict
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from dialoog.comparison.columns import CODEBOOK, DATE, EDITION, placed
from dialoog.measures.profiles import jensen_shannon
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary

NEAREST = 5

SIMILAR = Schema(
    name="similar",
    row="edition and one of the editions it resembles most",
    order="editions by date; nearest by words first",
    unit="editions",
    columns=(
        EDITION,
        DATE,
        CODEBOOK,
        Column(name="rank", kind="integer", unit="from 1", meaning="1 is nearest."),
        Column(name="other", kind="text", meaning="The other edition."),
        number(
            "words",
            "cosine 0..1",
            "Of their most frequent content lemmas, weighted by rarity (tf-idf).",
        ),
        number(
            "themes",
            "similarity 0..1",
            "1 minus the Jensen-Shannon distance of their theme profiles; missing if "
            "their codebooks differ.",
        ),
    ),
)


def similar_table(summaries: tuple[EditionSummary, ...], _: Labels) -> pd.DataFrame:
    """One row per edition and each of its nearest others, at most five.

    Columns: see `SIMILAR`. Nearest by words, which works across codebooks; editions
    that share no frequent word are not listed.
    """
    vectors = _vectors(summaries)
    records = [
        {
            **placed(edition),
            "rank": rank,
            "other": summaries[other].name,
            "words": cosine,
            "themes": _theme_similarity(edition, summaries[other]),
        }
        for edition, nearest in zip(summaries, _nearest(vectors), strict=True)
        for rank, (other, cosine) in enumerate(nearest, start=1)
    ]
    return SIMILAR.frame(records, n=len(summaries))


def _vectors(summaries: tuple[EditionSummary, ...]) -> list[dict[str, float]]:
    """Unit vectors of (1 + ln count) × ln((1 + editions) / (1 + editions with it)) + 1."""
    spread: defaultdict[str, int] = defaultdict(int)
    for edition in summaries:
        for lemma in edition.signature:
            spread[lemma] += 1
    vectors = []
    for edition in summaries:
        weights = {
            lemma: (1 + log(count))
            * (log((1 + len(summaries)) / (1 + spread[lemma])) + 1)
            for lemma, count in edition.signature.items()
        }
        length = sqrt(sum(weight**2 for weight in weights.values()))
        vectors.append({lemma: weight / length for lemma, weight in weights.items()})
    return vectors


def _nearest(
    vectors: list[dict[str, float]],
) -> Iterator[list[tuple[int, float]]]:
    """Per edition the places and cosines of the nearest others."""
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for lemma, weight in vector.items():
            found[lemma].append((place, weight))
    # Every pair is compared: in arrays, or thousands of editions take minutes.
    places = {lemma: np.array([p for p, _ in own]) for lemma, own in found.items()}
    weights = {lemma: np.array([w for _, w in own]) for lemma, own in found.items()}
    for place, vector in enumerate(vectors):
        if not vector:
            yield []
            continue
        others = np.concatenate([places[lemma] for lemma in vector])
        products = np.concatenate([w * weights[lemma] for lemma, w in vector.items()])
        cosines = np.bincount(others, products, minlength=len(vectors))
        cosines[place] = 0
        nearest = np.argsort(-cosines.round(9), kind="stable")[:NEAREST]
        yield [(int(i), min(float(cosines[i]), 1.0)) for i in nearest if cosines[i]]


def _theme_similarity(edition: EditionSummary, other: EditionSummary) -> float:
    if edition.codebook != other.codebook:
        return float("nan")
    one, two = _profile(edition), _profile(other)
    themes = sorted({*one, *two})
    profiles = [[counts.get(theme, 0) for theme in themes] for counts in (one, two)]
    return float(1 - jensen_shannon(*np.array(profiles, float)))


def _profile(edition: EditionSummary) -> dict[str, int]:
    totals: defaultdict[str, int] = defaultdict(int)
    for own in edition.perspectives.values():
        for theme, count in own.themes.items():
            totals[theme] += count
    return dict(totals)
