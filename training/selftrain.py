"""Documents from plain text, annotated by the pipelines that earlier rounds of training gave.

Each sentence takes the tree of the teacher that the others agree with most, so that it stays a
tree; where no other teacher gives a token the same head and relation, that token teaches the
parser nothing. Tags, features and lemmas are the majority's. (Tri-training as in Zhou and Li 2005,
here with disagreements masked rather than sentences dropped.)
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Token
    from spacy.vocab import Vocab

SEED = 1
SHORTEST, LONGEST = 3, 50
LEAST_AGREEMENT = 0.7
"""Sentences with a smaller share of supported tokens are left out."""
MOST_SENTENCES = 4
MOST_TOKENS = 60


def raw_sentences(path: Path) -> list[list[str]]:
    """Read a gzipped file of tokenized sentences, one a line, of usable length."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = [line.split() for line in lines]
    return [words for words in sentences if SHORTEST <= len(words) <= LONGEST]


def annotate(nlp: Language, sentences: Iterable[list[str]]) -> DocBin:
    """Annotate each sentence as a document of its own."""
    docs = nlp.pipe(Doc(nlp.vocab, words=words) for words in sentences)
    return DocBin(attrs=["HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA"], docs=docs)


def agreed_docs(teachers: Sequence[DocBin], vocab: Vocab) -> Iterator[Doc]:
    """Merge the teachers' annotations of the same sentences into training documents."""
    rng = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
    group: list[Doc] = []
    wanted = rng.randint(1, MOST_SENTENCES)
    for versions in zip(*(bin_.get_docs(vocab) for bin_ in teachers), strict=True):
        doc = agreed_sentence(versions)
        if doc is None:
            continue
        length = len(doc) + sum(len(part) for part in group)
        if group and (len(group) >= wanted or length > MOST_TOKENS):
            yield _join(group)
            group, wanted = [], rng.randint(1, MOST_SENTENCES)
        group.append(doc)
    if group:
        yield _join(group)


def agreed_sentence(versions: Sequence[Doc]) -> Doc | None:
    """Merge the versions of one sentence, or return None if they differ too much."""
    arcs = [[(token.head.i, token.dep_) for token in doc] for doc in versions]
    support = [
        [
            sum(arc == other[place] for other in arcs) - 1
            for place, arc in enumerate(own)
        ]
        for own in arcs
    ]
    best = max(range(len(versions)), key=lambda index: sum(map(bool, support[index])))
    supported = [count > 0 for count in support[best]]
    roots = sum(dep == "ROOT" for _, dep in arcs[best])
    if roots != 1 or sum(supported) < LEAST_AGREEMENT * len(supported):
        return None
    doc = versions[best]
    columns = list(zip(*versions, strict=True))
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        tags=[_majority(column, best, "tag_") for column in columns],
        pos=[_majority(column, best, "pos_") for column in columns],
        morphs=[_majority(column, best, "morph") for column in columns],
        lemmas=[_majority(column, best, "lemma_") for column in columns],
        heads=[head for head, _ in arcs[best]],
        deps=[
            dep if keep else ""
            for (_, dep), keep in zip(arcs[best], supported, strict=True)
        ],
    )


def _majority(column: Sequence[Token], best: int, layer: str) -> str:
    values = [str(getattr(token, layer)) for token in column]
    value, count = Counter(values).most_common(1)[0]
    return value if count > 1 else values[best]


def _join(docs: list[Doc]) -> Doc:
    """Put sentences in one document, with their borders given."""
    return Doc.from_docs(docs) if len(docs) > 1 else docs[0]
