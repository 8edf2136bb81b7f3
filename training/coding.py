"""Learn the weights of themes, claims and stances from coded editions.

    python -m pip install -e ".[training]"
    python training/coding.py CODED_DIR... [--write]

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
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dialoog.annotation.annotate import annotate
from dialoog.annotation.pipeline import load_pipeline
from dialoog.codebook import load_codebook, shipped_codebooks
from dialoog.coding.content import content_of
from dialoog.coding.contents import Contents
from dialoog.coding.dialogue import utterances
from dialoog.coding.figures import claim_figures, second_figures, theme_figures
from dialoog.coding.likeness import likeness_of
from dialoog.coding.logistic import Feature, Logistic, Models
from dialoog.coding.model import Stance
from dialoog.coding.profile import claim_profiles, theme_profiles
from dialoog.coding.stances import stance_features, weigh_stances
from dialoog.edition import Perspective, split
from dialoog.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dialoog.codebook import Codebook
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.likeness import Likeness
    from dialoog.coding.place import Figures
    from dialoog.coding.profile import ClaimProfiles, ThemeProfiles

DATA = Path(__file__).parents[1] / "src/dialoog/coding/data"
PENALTY = 0.02
"""Inverse strength of the L2 penalty, by leave-one-topic-out."""
STANCE_PENALTY = 0.01
PART_WEIGHT = 0.05
"""What an example from an excerpt counts, beside one from a whole edition."""
FIRST_WEIGHT = 8.0
STANCE_WEIGHT = {"first": FIRST_WEIGHT, "second": 2.7}
"""What a coded stance of a folder counts; coders of other folders hardly ever raise a claim."""
TIE = 0.01
"""Thresholds whose scores differ by no more than this part are taken as equally good."""
GROUPS = 5
LETTERS = {"+": Stance.AFFIRMS, "-": Stance.DENIES, "?": Stance.RAISES}
FEWEST = 4
"""Sentences that must show a feature of stance before it gets a weight."""
KEPT = ("theme/own", "best-of-both/own", "statement-words/own")
"""Figures of the first look that the model of the surroundings sees too."""


@dataclass
class Coded:
    """An edition as dialoog reads it, with what the coders say of its sentences.

    `marks` has, per kind, one 0/1 matrix per coder; `figures` and `guess` are filled in
    as the models are learned. `stances` has, per sentence and claim that the first coder
    gives, the letter; `likeness` what the features of stance need of the wordings.
    """

    slug: str
    book: Codebook
    group: str
    contents: Contents
    marks: dict[str, list[np.ndarray]]
    weight: float = 1.0
    stance_weight: float = 0.0
    whole: bool = True
    first: bool = False
    stances: dict[tuple[int, int], str] = field(default_factory=dict)
    figures: dict[str, dict[str, Figures]] = field(default_factory=dict)
    guess: dict[str, Figures] = field(default_factory=dict)
    likeness: Likeness | None = None
    utterances: list[Utterance] = field(default_factory=list)

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
            group=self.group,
            contents=Contents(
                [self.contents.sentences[row] for row in rows],
                self.contents.turns[rows],
                [self.contents.speakers[row] for row in rows],
            ),
            marks={
                "themes": [m[np.ix_(rows, themes)] for m in self.marks["themes"]],
                "claims": [m[np.ix_(rows, places)] for m in self.marks["claims"]],
            },
            weight=weight,
            whole=False,
            first=self.first,
        )


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
    stances, threshold = learn_stances(whole)
    models["claims-second"].threshold = threshold
    if args.write:
        for kind, model in models.items():
            write(kind, model, editions)
        write_stances(stances)


@cache
def theme_profile(book: Codebook) -> ThemeProfiles:
    """The compiled themes of a codebook, kept for all its editions."""
    return theme_profiles(book)


@cache
def claim_profile(book: Codebook) -> ClaimProfiles:
    """The compiled claims of a codebook, kept for all its editions."""
    return claim_profiles(book)


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
        slug=path.name.removesuffix(".gold.json"),
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
        stance_weight=STANCE_WEIGHT.get(path.parent.name, 0.0),
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


Hints = dict[tuple[int, int], dict[str, float]]


def hints_of(edition: Coded, least: float) -> Hints:
    """Features of stance for each claim that is coded or may be found in a sentence."""
    asked = {
        *edition.stances,
        *zip(*np.where(edition.guess["claims-second"] >= least), strict=True),
    }
    return {
        (int(row), int(item)): {
            name: feature.value
            for name, feature in stance_features(
                edition.utterances[row],
                edition.book.claims[item],
                edition.likeness.both[item][row].tolist(),
            ).items()
        }
        for row, item in sorted(asked)
    }


def learn_stances(whole: list[Coded]) -> tuple[Models[Stance], float]:
    """One model per stance, and the threshold for a claim and its stance together."""
    hints = {e.slug: hints_of(e, 0.1) for e in whole}
    learned = [e for e in whole if e.stance_weight]
    positions = {}
    for group in sorted({e.group for e in whole}):
        models = fit_stances([e for e in learned if e.group != group], hints)
        for edition in (e for e in whole if e.group == group):
            positions[edition.slug] = guess_positions(hints[edition.slug], models)
    for name, some in (
        ("first", [e for e in whole if e.first]),
        ("others", [e for e in whole if not e.first]),
    ):
        right = [
            max(stances, key=stances.__getitem__) == LETTERS[e.stances[place]]
            for e in some
            for place, stances in positions[e.slug].items()
            if place in e.stances
        ]
        print(f"stance of coded claims, {name}: {np.mean(right):.3f} of {len(right)}")
    bars = np.arange(0.08, 0.5, 0.01)
    scores = {
        round(float(bar), 2): [
            joint_f1([e for e in whole if e.first == is_first], positions, bar)
            for is_first in (True, False)
        ]
        for bar in bars
    }
    # of a sentence, a turn and a speaker alike: each of these tables is read
    threshold = lowest({bar: sum(map(sum, both)) for bar, both in scores.items()})
    for name, place in (("first", 0), ("others", 1)):
        each = " ".join(f"{x:.3f}" for x in scores[threshold][place])
        print(
            f"claims with stance, turn, table, {name}: {each} at {threshold}",
            flush=True,
        )
    return fit_stances(learned, hints), threshold


def lowest(scores: dict[float, float]) -> float:
    """The lowest of the best thresholds: a claim too many can be struck, a missing one not."""
    best = max(scores.values())
    return min(bar for bar, score in scores.items() if score >= (1.0 - TIE) * best)


def fit_stances(editions: list[Coded], hints: dict[str, Hints]) -> Models[Stance]:
    """A logistic model per stance over the claims that the coders give."""
    rows = [hints[e.slug][place] for e in editions for place in e.stances]
    said = [LETTERS[letter] for e in editions for letter in e.stances.values()]
    weight = [e.stance_weight for e in editions for _ in e.stances]
    listed = sorted({name for row in rows for name in row})
    names = [n for n in listed if sum(bool(row.get(n)) for row in rows) >= FEWEST]
    scaler = StandardScaler()
    table = scaler.fit_transform([[row.get(n, 0.0) for n in names] for row in rows])
    models = {}
    for stance in Stance:
        model = LogisticRegression(C=STANCE_PENALTY, max_iter=1000)
        model.fit(table, [each is stance for each in said], sample_weight=weight)
        weights = model.coef_[0] / scaler.scale_
        bias = float(model.intercept_[0] - weights @ scaler.mean_)
        named = dict(zip(names, map(float, weights), strict=True))
        models[stance] = Logistic(bias, named)
    return Models(models)


def guess_positions(
    hints: Hints, models: Models[Stance]
) -> dict[tuple[int, int], dict[Stance, float]]:
    """Probability of each stance per sentence and claim."""
    return {
        place: weigh_stances({n: Feature(n, v) for n, v in row.items()}, models)
        for place, row in hints.items()
    }


def joint_f1(editions: list[Coded], positions: dict, bar: float) -> tuple[float, ...]:
    """F1 of claims with stance per sentence, per turn and per speaker."""
    units: list[tuple[set, set]] = [(set(), set()) for _ in range(3)]
    for e in editions:
        guess = e.guess["claims-second"]
        rank = (-guess).argsort(axis=1).argsort(axis=1)
        given = set()
        for (row, item), stances in positions[e.slug].items():
            stance = max(stances, key=stances.__getitem__)
            if rank[row, item] < 3 and guess[row, item] * stances[stance] >= bar:
                given.add((row, item, stance))
        true = {(row, item, LETTERS[x]) for (row, item), x in e.stances.items()}
        for side, codes in enumerate((given, true)):
            for row, item, stance in codes:
                units[0][side].add((e.slug, row, item, stance))
                units[1][side].add((e.slug, int(e.contents.turns[row]), item, stance))
                units[2][side].add((e.slug, e.contents.speakers[row], item, stance))
    return tuple(2 * len(a & b) / max(1, len(a) + len(b)) for a, b in units)


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


def write_stances(models: Models[Stance]) -> None:
    """Write the models of stance as `dialoog.coding.logistic` reads them."""
    content = {
        "about": "Weights of the stances, learned by training/coding.py",
        "models": {
            stance.value: {
                "bias": round(model.bias, 4),
                "weights": {n: round(w, 4) for n, w in sorted(model.weights.items())},
            }
            for stance, model in models.models.items()
        },
    }
    path = DATA / "stances.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
