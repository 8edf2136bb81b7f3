"""Learn the weights of themes and claims from coded editions.

    python -m pip install scikit-learn
    python training/coding.py CODED_DIR [--write]

CODED_DIR holds `SLUG.txt` with `SLUG.gold.json` (turns, sentences, annotations by one or
more coders). Each topic, that is each codebook, is left out once: the figures printed are
those for topics that the weights have not seen, as they will be for an author's own
codebook. With `--write` the weights learned from all of them go to the package.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import load_codebook, shipped_codebooks
from dialoog.coding.content import content_of
from dialoog.coding.figures import claim_figures, theme_figures
from dialoog.coding.profile import claim_profiles, theme_profiles
from dialoog.edition import split
from dialoog.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.codebook import Codebook
    from dialoog.coding.content import Content
    from dialoog.coding.place import Figures

DATA = Path(__file__).parents[1] / "src/dialoog/coding/data"
PENALTY = {"themes": 0.02, "claims": 0.02}
"""Inverse strength of the L2 penalty, by leave-one-topic-out."""
PART_WEIGHT = 0.05
"""What an example from an excerpt counts, beside one from a whole edition."""


@dataclass
class Coded:
    """An edition as dialoog reads it, with what the coders say of its sentences.

    `marks` has, per kind, one 0/1 matrix per coder; `figures` and `guess` are filled in
    as the models are learned.
    """

    slug: str
    book: Codebook
    contents: list[Content]
    turns: np.ndarray
    marks: dict[str, list[np.ndarray]]
    weight: float = 1.0
    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    guess: dict[str, Figures] = field(default_factory=dict)

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
            slug=self.slug,
            book=replace(self.book, themes=kept, claims=claims),
            contents=[self.contents[row] for row in rows],
            turns=self.turns[rows],
            marks={
                "themes": [m[np.ix_(rows, themes)] for m in self.marks["themes"]],
                "claims": [m[np.ix_(rows, places)] for m in self.marks["claims"]],
            },
            weight=weight,
        )


@dataclass
class Model:
    """Standardised logistic regression, in the form in which it is shipped."""

    bias: float
    weights: dict[str, float]
    threshold: float = 0.5

    def probability(self, figures: dict[str, Figures]) -> Figures:
        """Probability per sentence and item."""
        odds = self.bias + sum(w * figures[name] for name, w in self.weights.items())
        return 1.0 / (1.0 + np.exp(-odds))


def main() -> None:
    """Print the figures of the topics left out; write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("coded", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    whole = [read(path) for path in sorted(args.coded.glob("*.gold.json"))]
    editions = [*whole, *(part for edition in whole for part in parts(edition))]
    for edition in editions:
        profiles = theme_profiles(edition.book)
        edition.figures["themes"] = theme_figures(
            edition.contents, edition.turns, profiles
        )
    models = {"themes": learn(editions, "themes")}
    for edition in editions:
        if not edition.book.claims:
            continue
        profiles = claim_profiles(edition.book)
        # the claim model must see theme probabilities as uncertain as they will be
        edition.figures["claims"] = claim_figures(
            edition.contents, edition.turns, profiles, edition.guess["themes"]
        )
    models["claims"] = learn([e for e in editions if e.book.claims], "claims")
    if args.write:
        for kind, model in models.items():
            write(kind, model, editions)


def read(path: Path) -> Coded:
    """An edition with its codes, laid over the sentences that dialoog finds."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    name = gold["codebook"]
    book = load_codebook(name if name in shipped_codebooks() else path.parent / name)
    edition = split(read_source(path.parent / gold["text"]))
    turns = annotate(edition, load_pipeline())
    spans = [(turn, sentence) for turn in turns for sentence in turn.doc.sents]
    places = [turn.source_range(sentence) for turn, sentence in spans]
    return Coded(
        slug=path.name.removesuffix(".gold.json"),
        book=book,
        contents=[content_of(sentence) for _, sentence in spans],
        turns=np.array([turn.turn.number for turn, _ in spans]),
        marks={
            "themes": [
                laid_over(gold, places, rows, "themes", [t.id for t in book.themes])
                for rows in gold["annotations"].values()
            ],
            "claims": [
                laid_over(gold, places, rows, "claims", [c.id for c in book.claims])
                for rows in gold["annotations"].values()
            ],
        },
    )


def parts(edition: Coded) -> Iterator[Coded]:
    """Excerpts of an edition, and the edition with a part of the codebook.

    Authors code short texts and write codebooks of one theme too; without such
    examples the weights would rely on what only whole editions and full codebooks have.
    """
    everything = np.arange(len(edition.turns))
    themes = list(range(len(edition.book.themes)))
    for turn in np.unique(edition.turns):
        yield edition.part(everything[edition.turns == turn], themes, PART_WEIGHT)
    for theme in themes:
        yield edition.part(everything, [theme], PART_WEIGHT)
    for first in range(0, len(themes) - 2, 3):
        yield edition.part(everything, themes[first : first + 3], PART_WEIGHT)


def laid_over(
    gold: dict,
    places: list[tuple[int, int]],
    rows: list[dict],
    kind: str,
    ids: list[str],
) -> np.ndarray:
    """0/1 per found sentence and item: the codes of the coded sentences it overlaps most."""
    marks = np.zeros((len(places), len(ids)), dtype=int)
    starts = [sentence["start"] for sentence in gold["sentences"]]
    for place, (start, end) in enumerate(places):
        overlaps = [
            min(end, sentence["end"]) - max(start, sentence["start"])
            for sentence in gold["sentences"]
        ]
        if starts and max(overlaps) > 0:
            for code in rows[int(np.argmax(overlaps))][kind]:
                marks[place, ids.index(code if kind == "themes" else code[0])] = 1
    return marks


def learn(editions: list[Coded], kind: str) -> Model:
    """The model of all editions; guesses for each come from the other topics."""
    topics = sorted({edition.book.id for edition in editions})
    scores = []
    for topic in topics:
        rest = [e for e in editions if e.book.id != topic]
        out = [e for e in editions if e.book.id == topic]
        model = fit(rest, kind)
        for edition in out:
            edition.guess[kind] = model.probability(edition.figures[kind])
    # one threshold, from guesses that were all made without the topic
    whole = [e for e in editions if e.weight == 1.0]
    threshold, _ = best_threshold(whole, kind)
    for topic in topics:
        out = [e for e in whole if e.book.id == topic]
        scores.append(f1(out, kind, threshold))
        most = best_threshold(out, kind)[1]
        print(f"{kind:8s} {topic:24s} F1 {scores[-1]:.3f} (best threshold {most:.3f})")
    print(f"{kind:8s} {'mean of topics':24s} F1 {np.mean(scores):.3f}")
    excerpts = [e for e in editions if e.weight < 1.0]
    print(
        f"{kind:8s} {'excerpts and parts':24s} F1 {f1(excerpts, kind, threshold):.3f}"
    )
    model = fit(editions, kind)
    model.threshold = threshold
    return model


def fit(editions: list[Coded], kind: str) -> Model:
    """Logistic regression over all pairs of sentence and item."""
    names = sorted(editions[0].figures[kind])
    rows, truth, weight = [], [], []
    for edition in editions:
        table = np.stack([edition.figures[kind][name] for name in names], axis=-1)
        for marks in edition.marks[kind]:
            rows.append(table.reshape(-1, len(names)))
            truth.append(marks.ravel())
            weight.append(np.full(marks.size, edition.weight))
    scaler = StandardScaler()
    table = scaler.fit_transform(np.concatenate(rows))
    model = LogisticRegression(C=PENALTY[kind], max_iter=1000)
    model.fit(table, np.concatenate(truth), sample_weight=np.concatenate(weight))
    spread = np.where(scaler.scale_ > 0, scaler.scale_, 1.0)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    return Model(bias, dict(zip(names, map(float, weights), strict=True)))


def best_threshold(editions: list[Coded], kind: str) -> tuple[float, float]:
    """The threshold with the highest F1 over all pairs, and that F1."""
    guess = np.concatenate(
        [e.guess[kind].ravel() for e in editions for _ in e.marks[kind]]
    )
    truth = np.concatenate([m.ravel() for e in editions for m in e.marks[kind]])
    order = np.argsort(-guess)
    right = np.cumsum(truth[order])
    scores = 2 * right / (np.arange(1, len(order) + 1) + truth.sum())
    return float(guess[order[scores.argmax()]]), float(scores.max())


def f1(editions: list[Coded], kind: str, threshold: float) -> float:
    """F1 over all pairs of sentence and item."""
    hits = said = true = 0
    for edition in editions:
        given = edition.guess[kind] >= threshold
        for marks in edition.marks[kind]:
            hits += int((given & (marks == 1)).sum())
            said += int(given.sum())
            true += int(marks.sum())
    return 2 * hits / max(1, said + true)


def write(kind: str, model: Model, editions: list[Coded]) -> None:
    """Write a model as the package reads it."""
    content = {
        "about": f"Weights of the {kind}, learned by training/coding.py",
        "editions": sorted({edition.slug for edition in editions}),
        "threshold": round(model.threshold, 4),
        "bias": round(model.bias, 5),
        "weights": {name: round(w, 5) for name, w in sorted(model.weights.items())},
    }
    path = DATA / f"{kind}.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
