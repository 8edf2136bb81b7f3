"""Learn to split compounds: the lexicon and the weights of `dialoog_compounds`.

    python -m training.compounds TREEBANK_DIR [--hunspell nl.dic] [--out FILE]

The treebank marks the parts of compounds in its lemmas (`verzekering_maatschappij`).
Words of the lexicon come from the treebank, from OpenTaal's word list (Debian package
`hunspell-nl`; which words are nouns) and from `wordfreq` (how common they are).

A fifth of the lemmas, chosen by a hash of the lemma, is held out: with its compounds
and simple nouns unseen, exact splits and false splits are printed. What is shipped is
then learned from everything.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from wordfreq import get_frequency_dict, zipf_frequency

from dialoog.annotation.splitting import (
    IRREGULAR,
    NOT_KNOWN,
    Edge,
    Entry,
    Splitter,
    splitter_from,
    stems,
)
from dialoog.annotation.treebank import read_sentences, treebank_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

OUT = Path("src/dialoog/annotation/data/compounds.json.gz")
HUNSPELL = Path("/usr/share/hunspell/nl.dic")
NOUN_FLAGS = re.compile(r"[ZY][a-z]")
COMPOUND_FLAGS = re.compile(r"C[abcde]")
UNMARKED = re.compile("LassySample|ovis")
"""Sources in which the parts of compounds are not marked: they teach nothing here."""

MOST_CUTS = 300
STEPS = 400
COMMON = 10**-6.5
"""Share of all words from which a word of any kind may be the first part."""

SPLIT_BIAS = 3.2
"""Taken off the score of the whole word. Treebank annotators left many transparent
compounds whole; a reader who looks for `reis` wants `reisadvies`."""


class Noun(NamedTuple):
    """A noun of the treebank: its form in small letters and the parts of its lemma."""

    form: str
    parts: tuple[str, ...]


def nouns_of(folder: Path, *, unmarked: bool = False) -> list[Noun]:
    """Return the distinct nouns of a treebank, compounds and simple ones.

    With `unmarked` also those of the sources that do not mark compounds.
    """
    found = set()
    for path in treebank_files(folder):
        for sentence in read_sentences(path):
            marked = unmarked or not UNMARKED.match(
                sentence.metadata.get("source") or ""
            )
            for token in sentence if marked else ():
                lemma = (token["lemma"] or "").lower()
                if token["upos"] == "NOUN" and lemma.replace("_", "").strip():
                    parts = tuple(part for part in lemma.split("_") if part)
                    found.add(Noun(token["form"].lower(), parts))
    compound = {noun.form for noun in found if len(noun.parts) > 1}
    return sorted(n for n in found if len(n.parts) > 1 or n.form not in compound)


def verbs_of(folder: Path) -> frozenset[str]:
    """Return the infinitives of a treebank, separable ones joined."""
    return frozenset(
        token["lemma"].replace("_", "").lower()
        for path in treebank_files(folder)
        for sentence in read_sentences(path)
        for token in sentence
        if token["upos"] == "VERB" and token["lemma"].endswith("n")
    )


def is_held_out(noun: Noun) -> bool:
    """Whether a lemma belongs to the fifth that measures."""
    digest = hashlib.sha256("_".join(noun.parts).encode()).digest()
    return digest[0] % 5 == 0


def opentaal_words(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each word of OpenTaal's list that can be a part, and whether it is a noun."""
    for line in path.read_text(encoding="utf-8").replace("ĳ", "ij").splitlines()[1:]:
        word, _, flags = line.partition("/")
        word, flags = word.lower(), flags.split()[0] if flags.split() else ""
        pairs = [flags[i : i + 2] for i in range(0, len(flags), 2)]
        if not word.isalpha() or not 2 <= len(word) <= 20:
            continue
        noun = any(NOUN_FLAGS.match(pair) for pair in pairs)
        if noun or any(COMPOUND_FLAGS.match(pair) for pair in pairs):
            yield word, noun


def inflected_of(folder: Path) -> frozenset[str]:
    """Return the forms of nouns and adjectives that are never a lemma themselves."""
    forms, lemmas = set(), set()
    for path in treebank_files(folder):
        for sentence in read_sentences(path):
            for token in sentence:
                if token["upos"] in {"NOUN", "ADJ"}:
                    forms.add(token["form"].lower())
                lemmas.add((token["lemma"] or "").replace("_", "").lower())
    return frozenset(forms - lemmas)


def lexicon_of(
    nouns: Iterable[Noun], hunspell: Path, inflected: frozenset[str]
) -> dict[str, Entry]:
    """Return the lexicon: words that can be parts, with what is known of them."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    simple: set[str] = set()
    for parts in {noun.parts for noun in nouns}:
        if len(parts) == 1:
            simple.add(parts[0])
        first.update(parts[:-1])
        last[parts[-1]] += len(parts) > 1
    listed = dict(opentaal_words(hunspell))
    common = {
        word
        for word, frequency in get_frequency_dict("nl", "large").items()
        if frequency >= COMMON
        and len(word) > 3
        and word.isalpha()
        and word not in inflected
    }
    entries = {}
    for word in {*listed, *common, *first, *last, *simple}:
        zipf = zipf_frequency(word, "nl")
        if word in inflected and not listed.get(word) and word not in simple:
            continue
        known = first[word] or last[word] or word in simple
        if known or zipf >= (1.5 if listed.get(word) else 2.0):
            entries[word] = Entry(
                zipf=round(zipf, 1),
                first=first[word],
                last=last[word],
                noun=word in simple or last[word] > 0 or listed.get(word, False),
                simple=word in simple,
                listed=listed.get(word, False),
            )
    return entries


def irregular_of(nouns: Iterable[Noun]) -> dict[str, str]:
    """Return forms of nouns, as seen, that spelling rules do not lead to the lemma."""
    table: dict[str, str] = {}
    for form, parts in nouns:
        if len(parts) > 1 or not form.isalpha() or form == parts[0]:
            continue
        bases = {form.removesuffix(e) for e in ("s", "n", "je", "jes", "tje", "tjes")}
        bases |= set(stems(form.removesuffix("en")))
        if parts[0] not in bases and len(form) > 4 and form[:2] == parts[0][:2]:
            table[form] = parts[0]
    return table | IRREGULAR


def paths(splitter: Splitter, word: str) -> list[tuple[tuple[str, ...], list[Edge]]]:
    """Return the cuts of a word, each as its lemmas and its edges."""
    by_start: dict[int, list[Edge]] = defaultdict(list)
    for edge in splitter.edges(word):
        by_start[edge.start].append(edge)
    done: list[tuple[tuple[str, ...], list[Edge]]] = []
    agenda: list[list[Edge]] = [[edge] for edge in by_start[0]]
    while agenda and len(done) < MOST_CUTS:
        path = agenda.pop()
        if path[-1].end == len(word):
            done.append((tuple(edge.reading.lemma for edge in path), path))
        else:
            agenda.extend([*path, edge] for edge in by_start[path[-1].end])
    return done


def candidates(
    splitter: Splitter, noun: Noun
) -> tuple[list[dict[str, float]], int | None]:
    """Return the features of each reading of a noun, and which of them is right."""
    features = [splitter.whole_features(noun.form)]
    right = 0 if len(noun.parts) == 1 else None
    for lemmas, path in paths(splitter, noun.form):
        total: Counter[str] = Counter()
        for edge in path:
            total.update(splitter.part_features(noun.form, edge))
        if lemmas == noun.parts and right is None:
            right = len(features)
        features.append(total)
    return features, right


def without(lexicon: Mapping[str, Entry], noun: Noun) -> dict[str, Entry]:
    """Return entries of a noun's words as if the noun had not been seen.

    Otherwise each word would vouch for itself: learning must see it as a new one.
    """
    changed = {}
    if len(noun.parts) == 1:
        entry = lexicon[noun.parts[0]]
        changed[noun.parts[0]] = entry._replace(
            simple=False, noun=entry.listed or entry.last > 0
        )
    for index, part in enumerate(noun.parts):
        if len(noun.parts) > 1 and part in lexicon:
            entry = changed.get(part, lexicon[part])
            is_last = index == len(noun.parts) - 1
            changed[part] = entry._replace(
                first=max(0, entry.first - (not is_last)),
                last=max(0, entry.last - is_last),
            )
    return changed


def learn(nouns: list[Noun], hunspell: Path, inflected: frozenset[str]) -> Splitter:
    """Return a splitter learned from nouns: weights by maximum likelihood."""
    lexicon = lexicon_of(nouns, hunspell, inflected)
    splitter = Splitter(lexicon, irregular_of(nouns), {})
    names: dict[str, int] = {}
    rows, columns, values, owner, right = [], [], [], [], []
    for noun in nouns:
        kept = {word: lexicon[word] for word in without(lexicon, noun)}
        lexicon.update(without(lexicon, noun))
        features, answer = candidates(splitter, noun)
        lexicon.update(kept)
        if answer is None or len(features) == 1 or not noun.form[-1:].isalpha():
            continue
        right.append(len(owner) + answer)
        for one in features:
            row = len(owner)
            owner.append(len(right) - 1)
            for name, value in one.items():
                rows.append(row)
                columns.append(names.setdefault(name, len(names)))
                values.append(value)
    weights = _fit(
        np.array(rows), np.array(columns), np.array(values), np.array(owner),
        np.array(right), len(names),
    )  # fmt: skip
    return Splitter(
        lexicon,
        splitter.irregular,
        {
            name: round(float(weights[i]) - SPLIT_BIAS * (name == "whole"), 3)
            for name, i in names.items()
        },
    )


def _fit(rows, columns, values, owner, right, size):  # noqa: ANN001, ANN202
    """Fit a softmax over the readings of each noun by gradient ascent (Adam)."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    whole = np.concatenate([[0], np.flatnonzero(np.diff(owner)) + 1])
    gold = np.zeros(len(owner))
    gold[right] = 1.0
    for step in range(1, STEPS + 1):
        score = np.bincount(rows, values * weights[columns], len(owner))
        top = np.maximum.reduceat(score, whole)
        chance = np.exp(score - top[owner])
        chance /= np.add.reduceat(chance, whole)[owner]
        error = gold - chance
        slope = np.bincount(columns, values * error[rows], size) - 0.3 * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        weights += (
            0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        )
    return weights


def measure(
    splitter: Splitter, nouns: Iterable[Noun]
) -> tuple[float, float, list[str]]:
    """Return exact splits of compounds, false splits of simple nouns, and examples."""
    right: list[bool] = []
    wrong: list[bool] = []
    notes = []
    for form, parts in nouns:
        found = splitter.split(form)
        if len(parts) > 1:
            right.append(found == parts)
        else:
            wrong.append(bool(found))
        if (found or parts[-1:]) != parts and (found or len(parts) > 1):
            notes.append(f"{form}: {'+'.join(found) or '-'} for {'+'.join(parts)}")
    return sum(right) / len(right), sum(wrong) / len(wrong), notes


def as_json(splitter: Splitter) -> bytes:
    """Return the tables of a splitter as JSON."""
    lexicon = {
        word: [
            round(entry.zipf, 1),
            entry.first,
            entry.last,
            *(int(flag) for flag in entry[3:]),
        ]
        for word, entry in sorted(splitter.lexicon.items())
    }
    tables = {
        "lexicon": lexicon,
        "irregular": dict(sorted(splitter.irregular.items())),
        "weights": dict(sorted(splitter.weights.items())),
        "verbs": sorted(splitter.verbs),
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()


def main() -> None:
    """Measure on the held-out fifth, then learn from everything and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--hunspell", type=Path, default=HUNSPELL)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    args = parser.parse_args()
    nouns = nouns_of(args.treebank)
    held_out = [noun for noun in nouns if is_held_out(noun)]
    inflected = inflected_of(args.treebank)
    seen = [noun for noun in nouns if not is_held_out(noun)]
    splitter = learn(seen, args.hunspell, inflected)
    exact, false, notes = measure(splitter, held_out)
    print(f"held-out fifth: exact {exact:.3f}, simple nouns split {false:.4f}")
    print("\n".join(notes[:: max(1, len(notes) // max(1, args.errors))][: args.errors]))
    final = replace(
        learn(nouns, args.hunspell, inflected), verbs=verbs_of(args.treebank)
    )
    # Words that annotators left whole stay whole, in the unmarked sources too.
    everything = nouns_of(args.treebank, unmarked=True)
    for noun in everything:
        if len(noun.parts) == 1:
            entry = final.lexicon.get(noun.parts[0], NOT_KNOWN)
            final.lexicon[noun.parts[0]] = entry._replace(simple=True, noun=True)
    raw = as_json(final)
    exact, false, _ = measure(splitter_from(raw), everything)
    print(f"all, as shipped: exact {exact:.3f}, simple nouns split {false:.4f}")
    args.out.write_bytes(gzip.compress(raw, mtime=0))
    print(f"{len(final.lexicon)} words, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
