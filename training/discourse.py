"""Learn the weights of dialogue acts and key sentences from coded editions.

usage: python -m training.discourse CODED_DIR [--more CODED_DIR...] [--kinds acts key] [--write]

CODED_DIR holds `SLUG.txt` with `SLUG.gold.json` (turns, sentences, annotations by one or more
coders). Each of its editions is left out once; the figures printed are those of the editions
left out. The editions of `--more` are learned from too, at a lesser weight: their coders are
others than those that the package is measured by. With `--write` the weights learned from all
of them go to `src/dialoog/coding/data/`.
For the acts every model also learns from `replies.jsonl`, single replies written for it, because
few speakers in a few editions show few of the many ways to agree and to differ.
Needs scikit-learn; the package itself only reads the weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from dialoog.annotation.pipeline import load_pipeline
from dialoog.coding.acts import act_features
from dialoog.coding.dialogue import Utterance, utterances
from dialoog.coding.key import Centrality, Coded, key_features
from dialoog.coding.model import Act

if TYPE_CHECKING:
    from spacy.language import Language

DATA = Path(__file__).parents[1] / "src" / "dialoog" / "coding" / "data"
REPLIES = Path(__file__).with_name("replies.jsonl")
HEARD = [
    "Bij ons op het dorp is de laatste winkel dicht.",
    "Dat raakt vooral mensen zonder auto, en het lost zich niet vanzelf op.",
    "Volgens mij moet de provincie ingrijpen.",
]
STORY = [
    "In onze streek rijdt een winkelwagen langs de boerderijen.",
    "De chauffeur kent iedereen bij naam.",
    "Vorig jaar verkocht hij 9.000 broden.",
]
LETTERS = {Act.QUESTION: "Q", Act.AGREEMENT: "A", Act.DISAGREEMENT: "D"}
# Inverse strength of the L2 penalty, by leave-one-edition-out on the eight training editions.
PENALTY = {"acts": 1.0, "key": 0.3}
MORE_WEIGHT = {"acts": 0.25, "key": 0.5}
REPLY_WEIGHT = 1.0
WORDS = ("said:", "before:")
FEWEST = 8
"""Sentences that must have a word or a pair of words before it gets a weight."""
LEAST = 0.02
"""Weights of words under this, in log odds, are left out of the file."""
KINDS = ("acts", "key")


@dataclass(frozen=True)
class Example:
    """One coded edition: sentences in place and what each coder says of them."""

    slug: str
    sentences: list[Utterance]
    coders: list[list[dict[str, Any]]]


def main() -> None:
    """Print the figures of the editions left out; write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("coded", type=Path)
    parser.add_argument("--more", type=Path, nargs="+", default=[])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--pipeline", default="nl_dialoog")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    nlp = load_pipeline(args.pipeline)
    examples = read_all(args.coded, nlp)
    more = [example for folder in args.more for example in read_all(folder, nlp)]
    replies = read_replies(nlp)
    tables = {
        "acts": {
            act.value: (
                act_table(examples, letter),
                weighed(act_table(more, letter), MORE_WEIGHT["acts"])
                + weighed(reply_table(replies, letter), REPLY_WEIGHT),
            )
            for act, letter in LETTERS.items()
        },
        "key": {
            "key": (key_table(examples), weighed(key_table(more), MORE_WEIGHT["key"])),
        },
    }
    for name in args.kinds:
        learned = {}
        for code, (table, extra) in tables[name].items():
            scores = left_out(table, extra, PENALTY[name])
            threshold = best_threshold(scores, table)
            print(
                f"{name} {code}: F1 {f1(scores, table, threshold):.3f} AP {mean_ap(scores, table):.3f}"
            )
            learned[code] = {
                "threshold": threshold,
                **fit(weighed(table, 1.0) + extra, PENALTY[name]),
            }
        if args.write:
            write(name, args.pipeline, learned)


Table = list[tuple[list[dict[str, float]], np.ndarray]]
"""Per edition the features of its sentences, and 0/1 per coder and sentence."""
Weighed = list[tuple[list[dict[str, float]], np.ndarray, float]]


def weighed(table: Table, weight: float) -> Weighed:
    """A table with what each of its sentences counts."""
    return [(rows, codes, weight) for rows, codes in table]


def read_all(folder: Path, nlp: Language) -> list[Example]:
    """The coded editions of a folder."""
    return [read(path, nlp) for path in sorted(folder.glob("*.gold.json"))]


def read(path: Path, nlp: Language) -> Example:
    """A coded edition, annotated sentence by sentence as the coder saw it."""
    gold = json.loads(path.read_text("utf-8"))
    text = (path.parent / gold["text"]).read_bytes().decode("utf-8-sig")
    speaker = {turn["turn"]: turn["speaker"] for turn in gold["turns"]}
    turns: dict[int, list[str]] = {}
    for sentence in gold["sentences"]:
        words = " ".join(text[sentence["start"] : sentence["end"]].split())
        turns.setdefault(sentence["turn"], []).append(words)
    spoken = [
        SimpleNamespace(
            turn=SimpleNamespace(speaker=speaker[n]), doc=annotate(turns[n], nlp)
        )
        for n in sorted(turns)
    ]
    leads = [s["name"] for s in gold["speakers"] if s["perspective"] == "moderator"]
    placed = [u for turn in utterances(spoken, leads) for u in turn]
    return Example(gold["text"], placed, list(gold["annotations"].values()))


def annotate(sentences: list[str], nlp: Language) -> Doc:
    """One doc for a turn with the coder's sentence boundaries."""
    parts = [nlp.make_doc(sentence) for sentence in sentences]
    doc = Doc.from_docs(parts, ensure_whitespace=True)
    starts = set(np.cumsum([0, *map(len, parts)]).tolist())
    for token in doc:
        token.is_sent_start = token.i in starts
    for name, component in nlp.pipeline:
        if name != "dialoog_sentences":
            doc = component(doc)
    return doc


def read_replies(nlp: Language) -> list[tuple[Utterance, str]]:
    """The single replies, each in a dialogue: assent and objection first, questions last."""
    found = []
    for line in REPLIES.read_text("utf-8").splitlines():
        reply = json.loads(line)
        asks = reply["act"] == Act.QUESTION
        said = [*STORY, reply["sentence"]] if asks else [reply["sentence"], *STORY]
        turns = [("Karel", HEARD), ("Mieke", said), ("Karel", STORY[::-1])]
        spoken = [
            SimpleNamespace(turn=SimpleNamespace(speaker=who), doc=annotate(said, nlp))
            for who, said in turns
        ]
        place = len(STORY) if asks else 0
        letter = LETTERS[Act(reply["act"])] if reply["act"] else ""
        found.append((utterances(spoken)[1][place], letter))
    return found


def reply_table(replies: list[tuple[Utterance, str]], letter: str) -> Table:
    """Features and codes of one act for the single replies."""
    rows = [values(act_features(utterance)) for utterance, _ in replies]
    return [(rows, np.array([[act == letter for _, act in replies]]))]


def act_table(examples: list[Example], letter: str) -> Table:
    """Features and codes of one act, per edition."""
    return [
        (
            [values(act_features(u)) for u in e.sentences],
            np.array(
                [[letter in code["acts"] for code in codes] for codes in e.coders]
            ),
        )
        for e in examples
    ]


def key_table(examples: list[Example]) -> Table:
    """Features and codes of key sentences, per edition."""
    table = []
    for e in examples:
        weight = Centrality([u.sentence for u in e.sentences])
        rows = [values(key_features(u, weight, Coded())) for u in e.sentences]
        marks = [[bool(code["key"]) for code in codes] for codes in e.coders]
        table.append((rows, np.array(marks)))
    return table


def values(features: dict[str, Any]) -> dict[str, float]:
    """The features without the words that show them."""
    return {name: feature.value for name, feature in features.items()}


def fit(table: Weighed, penalty: float) -> dict[str, Any]:
    """Bias and weights of a logistic model."""
    spread = Counter(name for rows, _, _ in table for row in rows for name in row)
    rare = {n for n, count in spread.items() if n.startswith(WORDS) and count < FEWEST}
    rows = [
        {name: value for name, value in row.items() if name not in rare}
        for part, codes, _ in table
        for _ in codes
        for row in part
    ]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    truth = np.concatenate([codes.ravel() for _, codes, _ in table])
    counts = [np.full(codes.size, w / len(codes)) for _, codes, w in table]
    model = LogisticRegression(C=penalty, max_iter=5000)
    model.fit(matrix, truth, sample_weight=np.concatenate(counts))
    names = vectorizer.get_feature_names_out()
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= LEAST or not name.startswith(WORDS)
    }
    return {"bias": round(float(model.intercept_[0]), 3), "weights": weights}


def left_out(table: Table, extra: Weighed, penalty: float) -> list[np.ndarray]:
    """Probabilities for each edition by a model that has not seen it."""
    scores = []
    for i, (rows, _) in enumerate(table):
        model = fit(weighed([*table[:i], *table[i + 1 :]], 1.0) + extra, penalty)
        odds = [
            model["bias"]
            + sum(model["weights"].get(n, 0.0) * v for n, v in row.items())
            for row in rows
        ]
        scores.append(1 / (1 + np.exp(-np.array(odds))))
    return scores


def f1(scores: list[np.ndarray], table: Table, threshold: float) -> float:
    """F1 over the sentences of all editions."""
    given = np.concatenate(scores) >= threshold
    truth = np.concatenate([codes[0] for _, codes in table])
    return float(2 * (given & truth).sum() / max(1, given.sum() + truth.sum()))


def best_threshold(scores: list[np.ndarray], table: Table) -> float:
    """The threshold with the best F1 around it, on the editions left out.

    The mean over neighbouring thresholds is steadier than the single best one.
    """
    grid = [round(x, 3) for x in np.arange(0.1, 0.7, 0.02).tolist()]
    around = (-0.06, -0.04, -0.02, 0.0, 0.02, 0.04, 0.06)
    return max(grid, key=lambda t: sum(f1(scores, table, t + x) for x in around))


def mean_ap(scores: list[np.ndarray], table: Table) -> float:
    """Mean over editions of average precision."""
    return float(
        np.mean([ap(s, codes[0]) for s, (_, codes) in zip(scores, table, strict=True)])
    )


def ap(scores: np.ndarray, truth: np.ndarray) -> float:
    """Average precision of a ranking."""
    hits = truth[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / max(1, hits.sum()))


def write(name: str, pipeline: str, models: dict[str, Any]) -> None:
    """Write the weights beside the package's other data."""
    about = f"Logistic weights learned by training/discourse.py over {pipeline}."
    text = json.dumps({"about": about, "models": models}, indent=1, ensure_ascii=False)
    (DATA / f"{name}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
