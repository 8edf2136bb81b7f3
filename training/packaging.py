"""From a trained pipeline to the package that ships."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import spacy
from spacy.util import load_config

if TYPE_CHECKING:
    from pathlib import Path

NAME = "dialoog"
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
    package_dir: Path,
    version: str,
    scores: dict[str, Any],
) -> None:
    """Put a trained pipeline into the package folder, in place of the one there.

    Args:
        trained: Output of training.
        lexicon: The lexicon it was trained with.
        package_dir: Folder of the package `nl_dialoog`.
        version: Version of the weights.
        scores: What it scores, for `meta.json`.
    """
    nlp = spacy.load(trained)
    nlp.meta.update(META, version=version, performance=scores)
    for old in package_dir.glob(f"nl_{NAME}-*"):
        shutil.rmtree(old)
    weights = package_dir / f"nl_{NAME}-{version}"
    nlp.to_disk(weights)
    _forget_paths(weights / "config.cfg")
    if lexicon.resolve() != (package_dir / "lexicon.npz").resolve():
        shutil.copyfile(lexicon, package_dir / "lexicon.npz")
    meta = json.loads((weights / "meta.json").read_text("utf-8"))
    (package_dir / "meta.json").write_text(
        json.dumps(meta, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
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


def _set_version(pkg_info: Path, version: str) -> None:
    lines = [
        f"Version: {version}" if line.startswith("Version:") else line
        for line in pkg_info.read_text("utf-8").splitlines()
    ]
    pkg_info.write_text("\n".join(lines) + "\n", "utf-8")
