"""Build the lexicon: `python -m training.word_lists HUNSPELL_DIR TREEBANK_DIR OUT.npz`.

Four columns per word form:

1. its readings in the OpenTaal list (Debian's `hunspell-nl`): inflection flags and endings;
2. its parts of speech and its relation to its lemma in spacy-lookups-data;
3. and 4. a coarse and a fine cluster of words that occur in the same places, from word vectors
   trained with floret on the treebank's training part and its `raw.txt.gz`.

The numbers are made in order of frequency, so the same lists give the same file. Needs
`python -m pip install floret spacy-lookups-data`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dialoog.annotation.treebank import read_sentences, treebank_files, words_of
from nl_dialoog.lexicon import Lexicon, form_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

RAREST_CLASS: Final = 5
"""Classes of fewer forms share one number."""
CLUSTERS: Final = (80, 600)
ROUNDS: Final = 15
FREQUENT: Final = 8000
"""Clusters start from words among this many most frequent ones."""

_LIGATURES = str.maketrans({"ĳ": "ij", "Ĳ": "IJ"})
_READING_FLAGS = ("V", "A", "Z", "Y")
_Rule = tuple[str, str, re.Pattern[str]]


def suffix_rules(aff: str) -> dict[str, list[_Rule]]:
    """Read the suffix rules of a Hunspell affix file: strip, add, condition, by flag."""
    rules: dict[str, list[_Rule]] = defaultdict(list)
    for line in aff.splitlines():
        fields = line.split()
        if (
            len(fields) < 4
            or fields[0] != "SFX"
            or (fields[2] in "YN" and fields[3].isdigit())
        ):
            continue
        strip = "" if fields[2] == "0" else fields[2]
        add = fields[3].split("/")[0]
        has_condition = len(fields) > 4 and not fields[4].startswith(("ts:", "#"))
        condition = re.compile(f"(?:{fields[4] if has_condition else '.'})$")
        rules[fields[1]].append((strip, "" if add == "0" else add, condition))
    return rules


def hunspell_classes(dic: str, aff: str) -> dict[str, str]:
    """Describe every form of the list by the flags and endings that give it."""
    rules = suffix_rules(aff)
    readings: dict[str, set[str]] = defaultdict(set)
    for line in dic.splitlines()[1:]:
        word, flags = _entry(line)
        if "Fw" in flags:
            continue
        readings[word.translate(_LIGATURES)].add(_own_reading(flags))
        for flag in flags:
            for strip, add, condition in rules.get(flag, ()):
                if add and word.endswith(strip) and condition.search(word):
                    form = word[: len(word) - len(strip)] + add
                    if not form.endswith("-") and not flag.startswith("C"):
                        ending = add if flag.startswith(("A", "V")) else ""
                        readings[form.translate(_LIGATURES)].add(f"+{flag}{ending}")
    return {form: " ".join(sorted(found)) for form, found in readings.items()}


def lemma_classes(
    lookup: Mapping[str, str],
    exceptions: Mapping[str, Mapping[str, Any]],
    index: Mapping[str, Iterable[str]],
) -> dict[str, str]:
    """Describe every form by its and its lemma's parts of speech, and how they differ."""
    known = {part: set(words) for part, words in sorted(index.items())}
    forms = set(lookup).union(*known.values(), *exceptions.values())
    classes = {}
    for form in forms:
        lemma = lookup.get(form, form)
        own = "".join(part[0] for part, words in known.items() if form in words)
        of_lemma = "".join(part[0] for part, words in known.items() if lemma in words)
        irregular = "".join(
            part[:2] for part in sorted(exceptions) if form in exceptions[part]
        )
        classes[form] = f"{own}|{of_lemma}|{irregular}|{_difference(form, lemma)}"
    return classes


def number(classes: Mapping[str, str]) -> dict[str, int]:
    """Number classes from 1 by falling frequency; rare ones share the last number."""
    counts = sorted(
        Counter(classes.values()).items(), key=lambda item: (-item[1], item[0])
    )
    common = [name for name, count in counts if count >= RAREST_CLASS]
    ids = {name: place for place, name in enumerate(common, start=1)}
    return {form: ids.get(name, len(ids) + 1) for form, name in classes.items()}


def clusters(vectors: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Cluster unit vectors by spherical k-means from frequent words (rows by frequency)."""
    rng = np.random.default_rng(0)
    start = rng.choice(min(FREQUENT, len(vectors)), count, replace=False)
    centres = vectors[start].copy()
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        for place in range(count):
            members = vectors[nearest == place].sum(axis=0)
            length = np.linalg.norm(members)
            if length:
                centres[place] = members / length
    return nearest


def word_clusters(lines: Iterable[str]) -> dict[str, list[int]]:
    """Train vectors of whole words on lower-case tokenized lines and cluster them."""
    import floret  # type: ignore[import-not-found]

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as corpus:
        corpus.writelines(f"{line}\n" for line in lines)
        corpus.flush()
        model = floret.train_unsupervised(
            corpus.name, model="skipgram", dim=64, ws=1, epoch=15, minCount=4,
            minn=0, maxn=0, neg=10, thread=1, lr=0.05,
        )  # fmt: skip
    words = [word for word in model.get_words() if word != "</s>"]
    vectors = np.array([model.get_word_vector(word) for word in words])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    columns = [(clusters(vectors, count) + 1).tolist() for count in CLUSTERS]
    return {word: list(row) for word, *row in zip(words, *columns, strict=True)}


def make_lexicon(*columns: Mapping[str, int] | Mapping[str, list[int]]) -> Lexicon:
    """Put the columns side by side; 0 where a form is in some list but not in this one."""
    forms = set().union(*columns)
    rows = {int(form_key(form)): _row(form, columns) for form in sorted(forms)}
    keys = sorted(rows)
    return Lexicon(
        np.array(keys, dtype=np.uint32),
        np.array([rows[key] for key in keys], dtype=np.uint16),
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m training.word_lists", description=__doc__
    )
    parser.add_argument("hunspell", type=Path, help="folder with nl.dic and nl.aff")
    parser.add_argument("treebank", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    dic, aff = (
        (options.hunspell / f"nl.{kind}").read_text("utf-8") for kind in ("dic", "aff")
    )
    names = ("lemma_lookup", "lemma_exc", "lemma_index")
    lexicon = make_lexicon(
        number(hunspell_classes(dic, aff)),
        number(lemma_classes(*(_load(name) for name in names))),
        word_clusters(_corpus(options.treebank)),
    )
    lexicon.to_disk(options.out)


def _entry(line: str) -> tuple[str, list[str]]:
    word, _, rest = line.split("\t")[0].partition("/")
    flags = rest.split()[0] if rest.split() else ""
    return word, [flags[place : place + 2] for place in range(0, len(flags), 2)]


def _own_reading(flags: list[str]) -> str:
    kept = sorted(
        flag for flag in set(flags) if flag[0] in _READING_FLAGS or flag == "PN"
    )
    takes_prefix = any(re.fullmatch("P[a-z]", flag) for flag in flags)
    return "".join(kept) + ("P" if takes_prefix else "")


def _difference(form: str, lemma: str) -> str:
    if lemma == form:
        return "="
    if form.startswith(lemma):
        return "+" + form[len(lemma) :][:4]
    if lemma.startswith(form):
        return "-" + lemma[len(form) :][:3]
    pairs = zip(form, lemma, strict=False)
    shared = next((place for place, (x, y) in enumerate(pairs) if x != y), 0)
    return f"~{form[shared:][-3:]}/{lemma[shared:][-2:]}"


def _row(form: str, columns: Iterable[Mapping[str, Any]]) -> list[int]:
    row: list[int] = []
    for column in columns:
        value = column.get(
            form, [0, 0] if isinstance(next(iter(column.values())), list) else 0
        )
        row.extend(value if isinstance(value, list) else [value])
    return row


def _corpus(treebank: Path) -> Iterable[str]:
    raw = treebank / "raw.txt.gz"
    if raw.is_file():
        with gzip.open(raw, "rt", encoding="utf-8") as lines:
            yield from (line.strip().lower().replace("’", "'") for line in lines)
    for file in treebank_files(treebank):
        if "train" in file.name:
            for sentence in read_sentences(file):
                yield " ".join(token["form"].lower() for token in words_of(sentence))


def _load(name: str) -> Any:  # noqa: ANN401 (JSON)
    data = files("spacy_lookups_data").joinpath(f"data/nl_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))


if __name__ == "__main__":
    main()
