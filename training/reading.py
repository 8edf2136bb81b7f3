"""Coded editions as dialoog reads them, and the parts of them that are learned from too."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import load_codebook, shipped_codebooks
from dialoog.coding.content import content_of
from dialoog.coding.contents import Contents
from dialoog.coding.dialogue import utterances
from dialoog.coding.likeness import likeness_of
from dialoog.coding.profile import claim_profiles, theme_profiles
from dialoog.edition import Perspective, split
from dialoog.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dialoog.codebook import Codebook
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.likeness import Likeness
    from dialoog.coding.place import Figures
    from dialoog.coding.profile import ClaimProfiles, ThemeProfiles

FIRST_WEIGHT = 8.0
PART_WEIGHT = 0.05
"""What an example from an excerpt counts, beside one from a whole edition."""


@dataclass
class Coded:
    """An edition as dialoog reads it, with what the coders say of its sentences.

    `marks` has, per kind, one 0/1 matrix per coder; `figures` and `guess` are filled in
    as the models are learned. `stances` has, per sentence and claim that the first coder
    gives, the letter; `likeness` what the features of stance need of the wordings.
    """

    path: Path
    book: Codebook
    group: str
    contents: Contents
    marks: dict[str, list[np.ndarray]]
    weight: float = 1.0
    whole: bool = True
    first: bool = False
    stances: dict[tuple[int, int], str] = field(default_factory=dict)
    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    guess: dict[str, Figures] = field(default_factory=dict)
    likeness: Likeness | None = None
    utterances: list[Utterance] = field(default_factory=list)

    @property
    def slug(self) -> str:
        """Name of the edition."""
        return self.path.name.removesuffix(".gold.json")

    def part(self, rows: np.ndarray, themes: list[int], weight: float) -> Coded:
        """Some sentences of the edition, coded with some themes and their claims."""
        kept = tuple(self.book.themes[place] for place in themes)
        places = [
            place
            for place, claim in enumerate(self.book.claims)
            if claim.theme in {theme.id for theme in kept}
        ]
        claims = tuple(self.book.claims[place] for place in places)
        return Coded(
            path=self.path,
            book=replace(self.book, themes=kept, claims=claims),
            group=self.group,
            contents=Contents(
                [self.contents.sentences[row] for row in rows],
                self.contents.turns[rows],
                [self.contents.speakers[row] for row in rows],
                {kind: odds[rows] for kind, odds in self.contents.substance.items()},
            ),
            marks={
                "themes": [m[np.ix_(rows, themes)] for m in self.marks["themes"]],
                "claims": [m[np.ix_(rows, places)] for m in self.marks["claims"]],
            },
            weight=weight,
            whole=False,
            first=self.first,
        )


@cache
def theme_profile(book: Codebook) -> ThemeProfiles:
    """The compiled themes of a codebook, kept for all its editions."""
    return theme_profiles(book)


@cache
def claim_profile(book: Codebook) -> ClaimProfiles:
    """The compiled claims of a codebook, kept for all its editions."""
    return claim_profiles(book)


def read(path: Path) -> Coded:
    """An edition with its codes, laid over the sentences that dialoog finds."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    name = gold["codebook"]
    book = load_codebook(name if name in shipped_codebooks() else path.parent / name)
    edition = split(read_source(path.parent / gold["text"]))
    turns = annotate(edition, load_pipeline())
    moderators = {
        s.name for s in edition.speakers if s.perspective is Perspective.MODERATOR
    }
    placed = [
        (turn, utterance)
        for turn, said in zip(turns, utterances(turns, moderators), strict=True)
        for utterance in said
    ]
    places = [turn.source_range(utterance.sentence) for turn, utterance in placed]
    ids = {"themes": [t.id for t in book.themes], "claims": [c.id for c in book.claims]}
    rows_by_coder = list(gold["annotations"].values())
    contents = Contents(
        [content_of(utterance.sentence) for _, utterance in placed],
        np.array([turn.turn.number for turn, _ in placed]),
        [turn.turn.speaker for turn, _ in placed],
    )
    return Coded(
        path=path,
        book=book,
        group="",
        contents=contents,
        marks={
            kind: [
                laid_over(gold, places, rows, kind, ids[kind]) for rows in rows_by_coder
            ]
            for kind in ids
        },
        weight=FIRST_WEIGHT if path.parent.name == "first" else 1.0,
        first=path.parent.name == "first",
        stances={
            (row, ids["claims"].index(claim)): letter
            for row, codes in enumerate(overlapping(gold, places, rows_by_coder[0]))
            for claim, letter in codes["claims"]
        },
        likeness=likeness_of(contents, claim_profile(book)),
        utterances=[utterance for _, utterance in placed],
    )


def parts(edition: Coded) -> Iterator[Coded]:
    """Excerpts of an edition, and the edition with a part of the codebook.

    Authors code short texts and write codebooks of one theme too; without such
    examples the weights would rely on what only whole editions and full codebooks have.
    """
    everything = np.arange(len(edition.contents.turns))
    themes = list(range(len(edition.book.themes)))
    weight = PART_WEIGHT * edition.weight
    for turn in np.unique(edition.contents.turns):
        yield edition.part(everything[edition.contents.turns == turn], themes, weight)
    for theme in themes:
        yield edition.part(everything, [theme], weight)
    for first in range(0, len(themes) - 2, 3):
        yield edition.part(everything, themes[first : first + 3], weight)


def overlapping(
    gold: dict, places: list[tuple[int, int]], rows: list[dict]
) -> list[dict]:
    """Per found sentence the codes of the coded sentence that it overlaps most."""
    found = []
    for start, end in places:
        overlaps = [
            min(end, sentence["end"]) - max(start, sentence["start"])
            for sentence in gold["sentences"]
        ]
        best = int(np.argmax(overlaps)) if overlaps else -1
        known = best >= 0 and overlaps[best] > 0
        found.append(rows[best] if known else {"themes": [], "claims": []})
    return found


def laid_over(
    gold: dict,
    places: list[tuple[int, int]],
    rows: list[dict],
    kind: str,
    ids: list[str],
) -> np.ndarray:
    """0/1 per found sentence and item."""
    marks = np.zeros((len(places), len(ids)), dtype=int)
    for place, codes in enumerate(overlapping(gold, places, rows)):
        for code in codes[kind]:
            marks[place, ids.index(code if kind == "themes" else code[0])] = 1
    return marks
