"""Learn the stances of claims, alone and in their dialogue, and the threshold of both together.

The first look weighs what a sentence tells, the second adds the course of the claim through the
dialogue. That course hangs on agreement and disagreement, so what acts a sentence has is asked
of models that have not seen its topic either; else the second look would trust them too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from dialoog.annotation.pipeline import load_pipeline
from dialoog.coding.acts import act_features
from dialoog.coding.attitude import attitudes_from
from dialoog.coding.coder import MAX_CLAIMS
from dialoog.coding.course import course_of
from dialoog.coding.logistic import Logistic, Models
from dialoog.coding.model import Act, Stance
from dialoog.coding.stances import nearly_a_wording, stance_features, weigh_stances
from dialoog.coding.stances_second import course_features, relation, weigh_again
from training import discourse
from training.groups import feature_of, without_topic
from training.weights import write_models

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from training.reading import Coded

LETTERS = {"+": Stance.AFFIRMS, "-": Stance.DENIES, "?": Stance.RAISES}
WEIGHT = {"first": 8.0, "second": 2.7}
"""What a coded stance of a folder counts; coders of other folders hardly ever raise a claim."""
SECOND_WEIGHT = {"first": 3.0, "second": 1.0, "third": 0.5, "fourth": 0.5}
PENALTY = 0.01
SECOND_PENALTY = 0.1
RELATION_PENALTY = 1.0
FEWEST = 4
"""Sentences that must show a feature of stance before it gets a weight."""
LEAST = 0.1
"""Claims less probable than this are not asked for their stance."""
TIE = 0.01
"""Thresholds whose scores differ by no more than this part are taken as equally good."""

Place = tuple[int, int]
"""Row of a sentence and place of a claim in the codebook."""
Hints = dict[Place, dict[str, float]]
Guess = dict[Place, dict[Stance, float]]
Acts = list[dict[Act, float]]


@dataclass(frozen=True)
class Learned:
    """What is learned of stances.

    Attributes:
        stances: The first look.
        second: The second look.
        same: Whether a stance is that of the other, given the attitude.
        threshold: Probability of a claim with its stance from which it is given.
    """

    stances: Models[Stance]
    second: Models[Stance]
    same: Logistic
    threshold: float

    def write(self) -> None:
        """Write the weights as `dialoog.coding.logistic` reads them."""
        about = "learned by training/coding.py"
        write_models("stances", f"Weights of the stances, {about}", self.stances.models)
        write_models(
            "stances-second",
            f"Weights of the stances in their dialogue, {about}",
            self.second.models,
        )
        write_models(
            "relation",
            f"Whether a stance is that of the other, {about}",
            {"same": self.same},
        )


def learn_stances(whole: list[Coded]) -> Learned:
    """The models of all editions; the threshold from guesses made without the topic."""
    acts = guess_acts(whole)
    hints = {e.slug: hints_of(e, acts[e.slug]) for e in whole}
    alone: dict[str, Guess] = {}
    for some, rest in without_topic(whole):
        models = fit_first(rest, hints)
        alone |= {e.slug: first_guess(hints[e.slug], models) for e in some}
    around: dict[str, Hints] = {}
    for some, rest in without_topic(whole):
        same = fit_relation(rest, acts)
        around |= {e.slug: around_of(e, alone[e.slug], acts, same) for e in some}
    both: dict[str, Guess] = {}
    for some, rest in without_topic(whole):
        models = fit_second(rest, around)
        both |= {
            e.slug: again(hints[e.slug], alone[e.slug], around[e.slug], models)
            for e in some
        }
    first, others = parted(whole)
    for name, some in (("first", first), ("others", others)):
        print(
            f"stance of coded claims, {name}: {right(some, both):.3f} "
            f"(by the sentence alone {right(some, alone):.3f})",
            flush=True,
        )
    return Learned(
        fit_first(whole, hints),
        fit_second(whole, around),
        fit_relation(whole, acts),
        threshold_of(first, others, both),
    )


def parted(whole: list[Coded]) -> tuple[list[Coded], list[Coded]]:
    """The editions of `first`, and the others."""
    return [e for e in whole if e.first], [e for e in whole if not e.first]


def guess_acts(whole: list[Coded]) -> dict[str, Acts]:
    """How probable each act is, per sentence, by models that have not seen the topic."""
    nlp = load_pipeline()
    replies = discourse.read_replies(nlp)
    examples = {e.slug: discourse.read(e.path, nlp) for e in whole}
    asked = {
        e.slug: [discourse.values(act_features(u)) for u in e.utterances] for e in whole
    }
    guess: dict[str, Acts] = {
        e.slug: [dict.fromkeys(Act, 0.0) for _ in e.utterances] for e in whole
    }
    for act, letter in discourse.LETTERS.items():
        tables = dict(
            zip(
                examples,
                discourse.act_table(list(examples.values()), letter),
                strict=True,
            )
        )
        extra = discourse.weighed(
            discourse.reply_table(replies, letter), discourse.REPLY_WEIGHT
        )
        for some, rest in without_topic(whole):
            table = [
                (*tables[e.slug], 1.0 if e.first else discourse.MORE_WEIGHT["acts"])
                for e in rest
            ]
            model = Logistic(**discourse.fit(table + extra, discourse.PENALTY["acts"]))
            for e in some:
                for row, utterance in enumerate(e.utterances):
                    if utterance.heard or act is Act.QUESTION:
                        guess[e.slug][row][act] = model.probability(
                            feature_of(asked[e.slug][row])
                        )
    return guess


def hints_of(edition: Coded, acts: Acts) -> Hints:
    """Features of stance for each claim that is coded or may be found in a sentence."""
    asked = {*edition.stances, *zip(*np.where(possible(edition)), strict=True)}
    return {
        (int(row), int(item)): {
            name: feature.value
            for name, feature in stance_features(
                edition.utterances[row],
                edition.book.claims[item],
                edition.likeness.both[item][row].tolist(),
            ).items()
        }
        | {f"act:{act}": probability for act, probability in acts[row].items()}
        for row, item in sorted(asked)
    }


def possible(edition: Coded) -> np.ndarray:
    """Whether a claim may be found in a sentence: probable enough, and one of the most probable."""
    guess = edition.guess["claims-second"]
    rank = (-guess).argsort(axis=1, kind="stable").argsort(axis=1)
    found: np.ndarray = (guess >= LEAST) & (rank < MAX_CLAIMS)
    return found


def around_of(
    edition: Coded, alone: Guess, acts: dict[str, Acts], same: Logistic
) -> Hints:
    """Features of the second look for the same sentences and claims."""
    guess = edition.guess["claims-second"]
    stances, known = np.zeros_like(guess), np.zeros_like(guess)
    found = possible(edition)
    for place, each in alone.items():
        if found[place]:
            known[place] = guess[place]
            stances[place] = sum(s.sign * p for s, p in each.items())
    stands = attitudes_from(acts[edition.slug], edition.contents.turns.tolist())
    course = course_of(
        guess,
        stances,
        known,
        edition.contents.turns,
        edition.contents.speakers,
        np.array([relation(stand.value, same) for stand in stands]),
    )
    return {
        place: {
            name: feature.value
            for name, feature in course_features(
                each,
                course.turn[place],
                course.new[place],
                course.expected[place],
            ).items()
        }
        for place, each in alone.items()
    }


def first_guess(hints: Hints, models: Models[Stance]) -> Guess:
    """The guess from the sentences alone."""
    return {
        place: weigh_stances(feature_of(row), models) for place, row in hints.items()
    }


def again(hints: Hints, alone: Guess, around: Hints, models: Models[Stance]) -> Guess:
    """The second guess; where the sentence is nearly a wording, the first."""
    return {
        place: alone[place]
        if nearly_a_wording(feature_of(hints[place]))
        else weigh_again(feature_of(row), models)
        for place, row in around.items()
    }


def fit_first(editions: Iterable[Coded], hints: dict[str, Hints]) -> Models[Stance]:
    """The first look, from the claims that the coders give."""
    return fit_stances(editions, hints, WEIGHT, PENALTY)


def fit_second(editions: Iterable[Coded], around: dict[str, Hints]) -> Models[Stance]:
    """The second look, from the same."""
    return fit_stances(editions, around, SECOND_WEIGHT, SECOND_PENALTY)


def fit_stances(
    editions: Iterable[Coded],
    hints: dict[str, Hints],
    weights: Mapping[str, float],
    penalty: float,
) -> Models[Stance]:
    """A logistic model per stance over the claims that the coders give."""
    counted = [e for e in editions if e.path.parent.name in weights]
    rows = [hints[e.slug][place] for e in counted for place in e.stances]
    said = [LETTERS[letter] for e in counted for letter in e.stances.values()]
    weight = [weights[e.path.parent.name] for e in counted for _ in e.stances]
    listed = sorted({name for row in rows for name in row})
    names = [n for n in listed if sum(bool(row.get(n)) for row in rows) >= FEWEST]
    table = [[row.get(n, 0.0) for n in names] for row in rows]
    return Models(
        {
            stance: fit(
                names, table, [each is stance for each in said], weight, penalty
            )
            for stance in Stance
        }
    )


def fit_relation(editions: Iterable[Coded], acts: dict[str, Acts]) -> Logistic:
    """Whether a stance is that which the other took last, given the attitude."""
    table, same, weight = [], [], []
    for e in editions:
        stands = list(attitudes_from(acts[e.slug], e.contents.turns.tolist()))
        for row, is_same in repeated(e):
            table.append([stands[row].value])
            same.append(is_same)
            weight.append(SECOND_WEIGHT[e.path.parent.name])
    return fit(["attitude"], table, same, weight, RELATION_PENALTY)


def repeated(edition: Coded) -> Iterator[tuple[int, bool]]:
    """Sentences on a claim that another has spoken of before, and whether the stance is the same."""
    for (row, item), letter in edition.stances.items():
        heard = [
            (place, other)
            for (place, claim), other in edition.stances.items()
            if claim == item
            and other != "?"
            and edition.contents.turns[place] < edition.contents.turns[row]
            and edition.contents.speakers[place] != edition.contents.speakers[row]
        ]
        if heard and letter != "?":
            yield row, max(heard)[1] == letter


def fit(
    names: list[str],
    table: list[list[float]],
    truth: list[bool],
    weight: list[float],
    penalty: float,
) -> Logistic:
    """Logistic regression over standardised features, with weights for the plain ones."""
    scaler = StandardScaler()
    model = LogisticRegression(C=penalty, max_iter=1000)
    model.fit(scaler.fit_transform(table), truth, sample_weight=weight)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    return Logistic(bias, dict(zip(names, map(float, weights), strict=True)))


def right(editions: list[Coded], guess: dict[str, Guess]) -> float:
    """Which part of the coded claims gets the coded stance."""
    return float(
        np.mean(
            [
                likeliest(guess[e.slug][place]) is LETTERS[letter]
                for e in editions
                for place, letter in e.stances.items()
            ]
        )
    )


def likeliest(stances: Mapping[Stance, float]) -> Stance:
    """The most probable stance."""
    return max(stances, key=stances.__getitem__)


def threshold_of(
    first: list[Coded], others: list[Coded], guess: dict[str, Guess]
) -> float:
    """The lowest of the best thresholds of a claim with its stance."""
    scores = {
        round(float(bar), 2): [joint_f1(some, guess, bar) for some in (first, others)]
        for bar in np.arange(0.1, 0.5, 0.01)
    }
    # of a sentence, a turn and a speaker alike: each of these tables is read
    threshold = lowest({bar: sum(map(sum, both)) for bar, both in scores.items()})
    for name, place in (("first", 0), ("others", 1)):
        each = " ".join(f"{x:.3f}" for x in scores[threshold][place])
        print(
            f"claims with stance, turn, table, {name}: {each} at {threshold}",
            flush=True,
        )
    return threshold


def lowest(scores: dict[float, float]) -> float:
    """The lowest of the best thresholds: a claim too many can be struck, a missing one not."""
    best = max(scores.values())
    return min(bar for bar, score in scores.items() if score >= (1.0 - TIE) * best)


def joint_f1(
    editions: list[Coded], guess: dict[str, Guess], bar: float
) -> tuple[float, ...]:
    """F1 of claims with stance per sentence, per turn and per speaker."""
    units: list[tuple[set, set]] = [(set(), set()) for _ in range(3)]
    for e in editions:
        score, found = e.guess["claims-second"], possible(e)
        given = {
            (*place, likeliest(stances))
            for place, stances in guess[e.slug].items()
            if found[place] and score[place] * max(stances.values()) >= bar
        }
        true = {(row, item, LETTERS[x]) for (row, item), x in e.stances.items()}
        for side, codes in enumerate((given, true)):
            for row, item, stance in codes:
                units[0][side].add((e.slug, row, item, stance))
                units[1][side].add((e.slug, int(e.contents.turns[row]), item, stance))
                units[2][side].add((e.slug, e.contents.speakers[row], item, stance))
    return tuple(2 * len(a & b) / max(1, len(a) + len(b)) for a, b in units)
