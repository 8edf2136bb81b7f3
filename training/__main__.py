"""Make the pipeline: `python -m training TREEBANK_DIR OUT`.

TREEBANK_DIR holds CoNLL-U files, plain or gzipped, with `train` or `dev` in their names, and
perhaps `raw.txt.gz`, tokenized text without annotation. Three teachers are trained; what they
agree on in the plain text is added to the treebank; the pipeline that ships learns from both.
Takes about two hours on one core; `--steps` makes it short. The folder `src/nl_dialoog` gets the
result with `--package VERSION`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from dialoog.annotation.evaluate import (
    SCORE_COLUMNS,
    TreebankScores,
    evaluate_sentences,
)
from dialoog.annotation.treebank import read_sentences, treebank_files
from nl_dialoog.embedding import SHIPPED_LEXICON
from training.assemble import package
from training.conversion import dev_docs, source_of, training_docs, write_docs
from training.lemma_table import build_table
from training.selftrain import agreed_docs, annotate, raw_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conllu import TokenList

HERE = Path(__file__).parent
PACKAGE_DIR = HERE.parent / "src" / "nl_dialoog"
TEACHER_SEEDS = (1, 2, 3)
STUDENT_SEED = 0
STEPS = 3000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("treebank", type=Path, metavar="TREEBANK_DIR")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument(
        "--steps", type=int, default=STEPS, help="batches per training run"
    )
    parser.add_argument("--package", metavar="VERSION", help="write src/nl_dialoog")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    train, dev = _part(options.treebank, "train"), _part(options.treebank, "dev")
    write_docs(training_docs(train), options.out / "train.spacy")
    write_docs(dev_docs(dev), options.out / "dev.spacy")
    trained = _train_all(options.out, options.treebank / "raw.txt.gz", options.steps)
    scores = report(trained, dev)
    if options.package:
        performance = {
            key: value for key, value in asdict(scores).items() if key != "name"
        }
        table = build_table(train)
        package(
            trained, SHIPPED_LEXICON, table, PACKAGE_DIR, options.package, performance
        )


def report(trained: Path, dev: list[TokenList]) -> TreebankScores:
    """Print the scores of a pipeline per source, and return those of all sources."""
    nlp = spacy.load(trained)
    for source in sorted({source_of(sentence) for sentence in dev}):
        part = [sentence for sentence in dev if source_of(sentence) == source]
        _print_row(evaluate_sentences(part, nlp, name=source))
    scores = evaluate_sentences(dev, nlp, name="dev")
    _print_row(scores)
    return scores


def _print_row(scores: TreebankScores) -> None:
    shares = ((name, getattr(scores, name)) for name in SCORE_COLUMNS[3:-1])
    cells = [f"{name} {100 * share:.1f}" for name, share in shares if share is not None]
    print(f"{scores.name:16}", *cells, sep="  ")


def _train_all(out: Path, raw: Path, steps: int) -> Path:
    if not raw.is_file():
        return _train(out, "teacher", out / "train.spacy", steps, STUDENT_SEED)
    teachers = [
        _train(out, "teacher", out / "train.spacy", steps, seed)
        for seed in TEACHER_SEEDS
    ]
    sentences = raw_sentences(raw)
    annotated = [annotate(spacy.load(teacher), sentences) for teacher in teachers]
    vocab = Vocab()
    gold = DocBin().from_disk(out / "train.spacy").get_docs(vocab)
    docs = [*gold, *agreed_docs(annotated, vocab)]
    write_docs(docs, out / "mixed.spacy")
    return _train(
        out, "student", out / "mixed.spacy", steps, STUDENT_SEED, teachers[-1]
    )


def _train(
    out: Path,
    config: str,
    corpus: Path,
    steps: int,
    seed: int,
    teacher: Path | None = None,
) -> Path:
    """Run `spacy train` in a process of its own and return the best checkpoint.

    With a teacher, training goes on from its weights.
    """
    target = out / f"{config}-{seed}"
    overrides: dict[str, object] = {
        "paths.train": corpus,
        "paths.dev": out / "dev.spacy",
        "training.max_steps": steps,
        "system.seed": seed,
    }
    if teacher:
        overrides["paths.teacher"] = teacher
    command = [
        sys.executable,
        "-m",
        "spacy",
        "train",
        str(HERE / "configs" / f"{config}.cfg"),
    ]
    command += ["--output", str(target), "--code", str(HERE / "fast_gemm.py")]
    for name, value in overrides.items():
        command += [f"--{name}", str(value)]
    single = {
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONHASHSEED": "0",
    }
    subprocess.run(command, check=True, env=os.environ | single)
    return target / "model-best"


def _part(treebank: Path, name: str) -> list[TokenList]:
    files = [file for file in treebank_files(treebank) if name in file.name]
    if not files:
        sys.exit(
            f"The folder '{treebank}' has no CoNLL-U file with '{name}' in its name."
        )
    return [sentence for file in files for sentence in read_sentences(file)]


if __name__ == "__main__":
    main()
