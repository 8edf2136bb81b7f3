"""Learn the weights of themes, claims and stances from coded editions.

    python -m pip install -e ".[training]"
    python -m training.coding CODED_DIR... [--write]

A CODED_DIR holds `SLUG.txt` with `SLUG.gold.json` (turns, sentences, annotations by one or
more coders). An edition in `training/coded/first` counts eight times another: its coders
are those of the editions that the package is measured on. The second look is the mean
of a model of the surroundings, learned from all, and one of the sentence itself, learned from
`first` alone: each is better on some topics, the mean on all of them. Each topic, that is each
codebook, is left out once (those of other folders in five groups): the figures printed are
those for topics that the weights have not seen, as they will be for an author's own
codebook. With `--write` the weights learned from all of them go to the package.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dialoog.coding.figures import claim_figures, second_figures, theme_figures
from dialoog.coding.likeness import likeness_of
from training.reading import claim_profile, parts, read, theme_profile
from training.stances import learn_stances
from training.substance import learn_substance
from training.weights import DATA, write_models

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.coding.place import Figures
    from training.reading import Coded

PENALTY = 0.02
"""Inverse strength of the L2 penalty, by leave-one-topic-out."""
GROUPS = 5
KEPT = ("theme/own", "best-of-both/own", "statement-words/own")
"""Figures of the first look that the model of the surroundings sees too."""


@dataclass
class Model:
    """Standardised logistic regression, in the form in which it is shipped."""

    bias: float
    weights: dict[str, float]
    threshold: float = 0.5

    def probability(self, figures: Mapping[str, Figures]) -> Figures:
        """Probability per sentence and item."""
        odds = self.bias + sum(w * figures[name] for name, w in self.weights.items())
        return 1.0 / (1.0 + np.exp(-odds))


def main() -> None:
    """Print the figures of the topics left out; write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("coded", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    whole = [
        read(path)
        for folder in args.coded
        for path in sorted(folder.glob("*.gold.json"))
    ]
    into_groups(whole)
    substance = learn_substance(whole)
    editions = [*whole, *(part for edition in whole for part in parts(edition))]
    models = {}
    for edition in editions:
        edition.figures["themes"] = theme_figures(
            edition.contents, theme_profile(edition.book)
        )
    models["themes"] = learn(editions, "themes")
    look_again(editions, "themes")
    models["themes-second"] = learn(editions, "themes-second")
    for edition in editions:
        if edition.book.claims:
            # the claim model must see theme probabilities as uncertain as they will be
            edition.figures["claims"] = claim_figures(
                edition.contents,
                claim_profile(edition.book),
                edition.guess["themes-second"],
                edition.likeness
                or likeness_of(edition.contents, claim_profile(edition.book)),
            )
    claimed = [e for e in editions if e.book.claims]
    models["claims"] = learn(claimed, "claims")
    look_again(claimed, "claims")
    models["claims-second"] = learn(claimed, "claims-second")
    stances = learn_stances(whole)
    models["claims-second"].threshold = stances.threshold
    if args.write:
        for kind, model in models.items():
            write(kind, model, editions)
        stances.write()
        write_models(
            "substance",
            "Whether a sentence has any theme and any claim, learned by training/coding.py",
            substance,
        )


def into_groups(whole: list[Coded]) -> None:
    """Say which topics are left out together: those of `first` alone, others in groups."""
    alone = {edition.book.id for edition in whole if edition.first}
    topics = sorted({edition.book.id for edition in whole} - alone)
    for edition in whole:
        name = edition.book.id
        edition.group = name if name in alone else f"more-{topics.index(name) % GROUPS}"


def look_again(editions: list[Coded], kind: str) -> None:
    """The figures of the second look, from first guesses made without the topic."""
    for edition in editions:
        edition.figures[f"{kind}-second"] = second_figures(
            edition.contents, edition.guess[kind], edition.figures[kind]
        )


def learn(editions: list[Coded], kind: str) -> Model:
    """The model of all editions; guesses for each come from the other topics."""
    fit_kind = fit_second if kind.endswith("-second") else fit
    groups = sorted({edition.group for edition in editions})
    for group in groups:
        model = fit_kind([e for e in editions if e.group != group], kind)
        for edition in editions:
            if edition.group == group:
                edition.guess[kind] = model.probability(edition.figures[kind])
    # one threshold, from guesses that were all made without the topic
    whole = [e for e in editions if e.whole]
    threshold, _ = best_threshold(whole, kind)
    first = [e for e in whole if e.first]
    for topic in sorted({e.book.id for e in first}):
        out = [e for e in first if e.book.id == topic]
        print(f"{kind:14s} {topic:24s} F1 {f1(out, kind, threshold):.3f}", flush=True)
    for name, some in (
        ("first", first),
        ("others", [e for e in whole if e not in first]),
        ("excerpts and parts", [e for e in editions if not e.whole]),
    ):
        if some:
            most = best_threshold(some, kind)
            print(
                f"{kind:14s} {name:24s} F1 {f1(some, kind, threshold):.3f} "
                f"(best {most[1]:.3f} at {most[0]:.2f})",
                flush=True,
            )
    model = fit_kind(editions, kind)
    model.threshold = threshold
    return model


def fit_second(editions: list[Coded], kind: str) -> Model:
    """The mean, in log odds, of the two models of the second look."""
    names = [
        name
        for name in sorted(editions[0].figures[kind])
        if name.startswith(("second/", "place/")) or name in KEPT
    ]
    around = fit(editions, kind, names)
    first = [edition for edition in editions if edition.first]
    itself = fit(first, kind.removesuffix("-second"))
    every = {*around.weights, *itself.weights}
    return Model(
        (around.bias + itself.bias) / 2,
        {
            name: (around.weights.get(name, 0.0) + itself.weights.get(name, 0.0)) / 2
            for name in every
        },
    )


def fit(editions: list[Coded], kind: str, names: list[str] | None = None) -> Model:
    """Logistic regression over all pairs of sentence and item."""
    names = names or sorted(editions[0].figures[kind])
    rows, truth, weight = [], [], []
    for edition in editions:
        table = np.stack([edition.figures[kind][name] for name in names], axis=-1)
        coders = edition.marks[kind.removesuffix("-second")]
        for marks in coders:
            rows.append(table.reshape(-1, len(names)))
            truth.append(marks.ravel())
            weight.append(np.full(marks.size, edition.weight / len(coders)))
    scaler = StandardScaler()
    table = scaler.fit_transform(np.concatenate(rows))
    model = LogisticRegression(C=PENALTY, solver="newton-cholesky", max_iter=100)
    model.fit(table, np.concatenate(truth), sample_weight=np.concatenate(weight))
    spread = np.where(scaler.scale_ > 1e-12, scaler.scale_, 1.0)
    weights = model.coef_[0] / spread
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    return Model(bias, dict(zip(names, map(float, weights), strict=True)))


def best_threshold(editions: list[Coded], kind: str) -> tuple[float, float]:
    """The threshold with the highest F1 over all pairs, and that F1."""
    marks = kind.removesuffix("-second")
    guess = np.concatenate(
        [e.guess[kind].ravel() for e in editions for _ in e.marks[marks]]
    )
    truth = np.concatenate([m.ravel() for e in editions for m in e.marks[marks]])
    counts = np.concatenate(
        [np.full(m.size, e.weight) for e in editions for m in e.marks[marks]]
    )
    order = np.argsort(-guess)
    right = np.cumsum((truth * counts)[order])
    given = np.cumsum(counts[order])
    scores = 2 * right / (given + (truth * counts).sum())
    return float(guess[order[scores.argmax()]]), float(scores.max())


def f1(editions: list[Coded], kind: str, threshold: float) -> float:
    """F1 over all pairs of sentence and item."""
    hits = said = true = 0
    for edition in editions:
        given = edition.guess[kind] >= threshold
        for marks in edition.marks[kind.removesuffix("-second")]:
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
    print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
