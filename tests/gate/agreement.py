"""Agreement of dialoog with coders: F1 over coded units, as between two coders."""

import json
from collections import defaultdict
from pathlib import Path

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import load_codebook, shipped_codebooks
from dialoog.coding import code
from dialoog.edition import split
from dialoog.source import read_source

STANCES = {"affirms": "+", "denies": "-", "raises": "?"}


def agreement(folder: Path) -> dict[str, float]:
    """Mean over the coders of the F1 per kind of unit, and of the average precision of key.

    Units are pooled over the editions (micro); a sentence of ours counts for the coded
    sentence that it overlaps most.
    """
    ours, theirs, keys = defaultdict(set), defaultdict(set), []
    coders = set()
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        rows = found(gold, folder)
        pool(ours, gold, path.name, rows)
        for coder, codes in gold["annotations"].items():
            coders.add(coder)
            pool(theirs, gold, path.name, codes, coder)
            marks = [row["key"] for row in codes]
            keys.append(average_precision([row["key"] for row in rows], marks))
    kinds = ("themes", "claims", "claims/turn", "claim table", "acts")
    result = {
        kind: sum(f1(ours[kind, ""], theirs[kind, coder]) for coder in coders)
        / len(coders)
        for kind in kinds
    }
    return {**result, "key": sum(keys) / len(keys)}


def found(gold: dict, folder: Path) -> list[dict]:
    """What dialoog says of each coded sentence."""
    name = gold["codebook"]
    book = load_codebook(name if name in shipped_codebooks() else folder / name)
    edition = split(read_source(folder / gold["text"]))
    coded = code(edition, annotate(edition, load_pipeline()), book)
    rows = [
        {"themes": [], "claims": [], "acts": [], "key": 0.0} for _ in gold["sentences"]
    ]
    for sentence in coded.sentences:
        overlaps = [
            min(sentence.end, each["end"]) - max(sentence.start, each["start"])
            for each in gold["sentences"]
        ]
        if max(overlaps) <= 0:
            continue
        row = rows[overlaps.index(max(overlaps))]
        row["themes"] += [given.theme for given in sentence.themes]
        row["claims"] += [
            (given.claim, STANCES[given.stance]) for given in sentence.claims
        ]
        row["acts"] += [given.act[0].upper() for given in sentence.acts]
        row["key"] = max(row["key"], sentence.key)
    return rows


def pool(units: dict, gold: dict, slug: str, rows: list[dict], coder: str = "") -> None:
    """Add the units of an edition."""
    speakers = {turn["turn"]: turn["speaker"] for turn in gold["turns"]}
    for place, (sentence, row) in enumerate(zip(gold["sentences"], rows, strict=True)):
        turn = sentence["turn"]
        units["themes", coder] |= {(slug, place, theme) for theme in row["themes"]}
        units["acts", coder] |= {(slug, place, act) for act in row["acts"]}
        for claim, stance in row["claims"]:
            units["claims", coder].add((slug, place, claim, stance))
            units["claims/turn", coder].add((slug, turn, claim, stance))
            units["claim table", coder].add((slug, speakers[turn], claim, stance))


def f1(ours: set, theirs: set) -> float:
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def average_precision(scores: list[float], marks: list[int]) -> float:
    order = sorted(range(len(scores)), key=lambda place: -scores[place])
    hits, total = 0, 0.0
    for rank, place in enumerate(order, start=1):
        if marks[place]:
            hits += 1
            total += hits / rank
    return total / max(1, sum(marks))
