"""`dialoog model`: which pipeline runs, and how good it is."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from dialoog.annotation import (
    DEFAULT_PIPELINE,
    load_bare,
    load_pipeline,
    pipeline_facts,
)
from dialoog.annotation.evaluate import evaluate_treebank
from dialoog.cli.console import console, print_frame
from dialoog.cli.options import add_model
from dialoog.tables.percent import per_cents

if TYPE_CHECKING:
    import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "The spaCy pipeline that finds sentences, parts of speech, lemmas and "
        "dependencies in Dutch text."
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    info = actions.add_parser(
        "info",
        help="print its name, version and components",
        description="Print the name, version and components of a pipeline.",
    )
    add_model(info, DEFAULT_PIPELINE)
    info.set_defaults(handler=show_info)
    evaluate = actions.add_parser(
        "evaluate",
        help="score it on a treebank in CoNLL-U",
        description="Score a pipeline on a treebank in CoNLL-U, with gold tokens.",
    )
    evaluate.add_argument(
        "treebank", metavar="TREEBANK_DIR", type=Path, help="folder of .conllu files"
    )
    add_model(evaluate, DEFAULT_PIPELINE)
    evaluate.set_defaults(handler=show_scores)


def show_info(arguments: argparse.Namespace) -> int:
    """What a pipeline says of itself."""
    facts = pipeline_facts(load_pipeline(arguments.model))
    print_frame(
        console(),
        arguments.model,
        pd.DataFrame(facts.items(), columns=["what", "value"]),
    )
    return 0


def show_scores(arguments: argparse.Namespace) -> int:
    """The score table of a pipeline, a row per treebank file."""
    # Bare, so that a pipeline is scored for what its makers ship and not for our parts.
    scores = evaluate_treebank(arguments.treebank, load_bare(arguments.model))
    frame = pd.DataFrame([asdict(row) for row in scores])
    shares = frame.columns[3:-1]
    frame[shares] = frame[shares].map(
        lambda v: f"{per_cents(v, 1)}", na_action="ignore"
    )
    frame["tokens_per_second"] = frame["tokens_per_second"].map("{:.0f}".format)
    by_measure = frame.set_index("name").T.rename_axis("measure").reset_index()
    print_frame(console(), f"{arguments.model} on {arguments.treebank}", by_measure)
    return 0
