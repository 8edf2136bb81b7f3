"""From a trained pipeline to the package that ships."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.util import load_config

from nl_dialoog.lemmas import make_lemma_table  # noqa: F401 (registers the component)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from spacy.language import Language

    from nl_dialoog.lemmas import LemmaTable

LEMMAS = "nl_dialoog_lemmas"

NAME = "dialoog"
SPACY_VERSION = ">=3.8.0,<3.9.0"
META = {
    "lang": "nl",
    "name": NAME,
    "description": "Dutch pipeline for edited and transcribed talk: tags, features, lemmas,"
    " dependencies, sentences.",
    "author": "The dialoog developers",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UD_Dutch-Alpino and UD_Dutch-LassySmall",
            "author": "Gosse Bouma and Gertjan van Noord",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "Alpino treebanks and texts",
            "author": "University of Groningen",
            "license": "LGPL 2.1",
        },
        {
            "name": "OpenTaal word list",
            "author": "OpenTaal",
            "license": "CC BY 3.0 or BSD",
        },
        {"name": "spacy-lookups-data", "author": "ExplosionAI", "license": "MIT"},
    ],
}


def package(
    trained: Path,
    lexicon: Path,
    lemmas: LemmaTable,
    package_dir: Path,
    version: str,
    scores: dict[str, Any],
) -> None:
    """Put a trained pipeline into the package folder, in place of the one there.

    Args:
        trained: Output of training.
        lexicon: The lexicon it was trained with.
        lemmas: The lemma table, which becomes its last component.
        package_dir: Folder of the package `nl_dialoog`.
        version: Version of the weights.
        scores: What it scores, for `meta.json`.
    """
    nlp = spacy.load(trained)
    table: LemmaTable = nlp.add_pipe(LEMMAS, last=True)  # type: ignore[assignment]
    table.keys, table.values, table.edits = lemmas.keys, lemmas.values, lemmas.edits
    nlp.meta.update(META, version=version, performance=scores)
    for old in package_dir.glob(f"nl_{NAME}-*"):
        shutil.rmtree(old)
    weights = package_dir / f"nl_{NAME}-{version}"
    nlp.to_disk(weights)
    _forget_paths(weights / "config.cfg")
    _forget_strings(weights, _needed_strings(nlp))
    if lexicon.resolve() != (package_dir / "lexicon.npz").resolve():
        shutil.copyfile(lexicon, package_dir / "lexicon.npz")
    meta = json.loads((weights / "meta.json").read_text("utf-8"))
    meta["spacy_version"] = SPACY_VERSION
    _write_json(weights / "meta.json", meta)
    _write_json(package_dir / "meta.json", meta)
    _set_version(
        package_dir.with_name(f"{package_dir.name}.egg-info") / "PKG-INFO", version
    )


def _forget_paths(path: Path) -> None:
    """Take the paths of the training machine out of the configuration."""
    config = load_config(path)
    config["paths"] = dict.fromkeys(config["paths"])
    for component in config["components"].values():
        embed = component.get("model", {}).get("embed", {})
        if "lexicon" in embed:
            embed["lexicon"] = None
    config.to_disk(path)


def _needed_strings(nlp: Language) -> AbstractSet[str]:
    """Collect the labels; strings of the training texts are of no more use."""
    labels = {label for pipe in nlp.pipe_labels.values() for label in pipe}
    return labels | set(spacy.blank("nl").vocab.strings)


def _forget_strings(weights: Path, needed: AbstractSet[str]) -> None:
    """Keep of the string store what labels and the edit trees of lemmas refer to."""
    from spacy.strings import hash_string  # type: ignore[attr-defined]

    trees = srsly.read_msgpack(weights / "trainable_lemmatizer" / "trees")
    referred = {value for tree in trees["trees"] for value in tree.values()}
    path = weights / "vocab" / "strings.json"
    kept = [
        string
        for string in srsly.read_json(path)
        if string in needed or "=" in string or hash_string(string) in referred
    ]
    srsly.write_json(path, kept)


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _set_version(pkg_info: Path, version: str) -> None:
    lines = [
        f"Version: {version}" if line.startswith("Version:") else line
        for line in pkg_info.read_text("utf-8").splitlines()
    ]
    pkg_info.write_text("\n".join(lines) + "\n", "utf-8")
