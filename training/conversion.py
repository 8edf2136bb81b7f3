"""From CoNLL-U to the documents that `spacy train` reads.

A document is a short run of consecutive sentences of one source. It stays under 60 tokens, since
the parser's oracle is quadratic in the length of a document, and ends at a sentence without final
punctuation: examples of a grammar follow each other by chance, and learning from their order would
teach the parser to end sentences anywhere.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from dialoog.annotation.treebank import gold_doc, words_of
from training.augmentation import vary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from conllu import TokenList

SEED = 0
MOST_SENTENCES = 6
MOST_TOKENS = 60
UNPUNCTUATED_JOIN = 0.1
"""How often a document goes on after a sentence without final punctuation, as after a heading."""

RUNNING_TEXT = frozenset(
    {"cdb", "LassyEnhanced", "LassySample500", "LassySample250", "LassyDevelop"}
)
"""Sources of running newspaper and Wikipedia text, seen twice per epoch."""

DEV_SENTENCES = 8
FINAL = frozenset(".?!…:;\"”’'")


def source_of(sentence: TokenList) -> str:
    """Name the collection a sentence comes from; public UD releases count as running text."""
    source: str = sentence.metadata.get("source") or "cdb"
    return source.split("/")[0]


def training_docs(sentences: Sequence[TokenList]) -> Iterator[Doc]:
    """Make the training documents: all sources once, running text once more, varied."""
    rng = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
    vocab = Vocab()
    running = [
        sentence for sentence in sentences if source_of(sentence) in RUNNING_TEXT
    ]
    for part in (sentences, running):
        for group in group_sentences(part, rng):
            last = len(group) - 1
            varied = [
                vary(sentence, rng, is_last=index == last)
                for index, sentence in enumerate(group)
            ]
            yield gold_doc(vocab, varied)


def dev_docs(sentences: Sequence[TokenList]) -> Iterator[Doc]:
    """Make the documents to choose a checkpoint by: as they stand, in eights."""
    vocab = Vocab()
    for start in range(0, len(sentences), DEV_SENTENCES):
        yield gold_doc(vocab, sentences[start : start + DEV_SENTENCES])


def group_sentences(
    sentences: Iterable[TokenList], rng: random.Random
) -> Iterator[list[TokenList]]:
    """Cut a treebank into short runs of consecutive sentences of one source."""
    group: list[TokenList] = []
    tokens, wanted = 0, rng.randint(1, MOST_SENTENCES)
    for sentence in sentences:
        length = len(words_of(sentence))
        if group and (
            len(group) >= wanted
            or tokens + length > MOST_TOKENS
            or source_of(sentence) != source_of(group[-1])
            or not (_is_closed(group[-1]) or rng.random() < UNPUNCTUATED_JOIN)
        ):
            yield group
            group, tokens, wanted = [], 0, rng.randint(1, MOST_SENTENCES)
        group.append(sentence)
        tokens += length
    if group:
        yield group


def write_docs(docs: Iterable[Doc], path: Path) -> int:
    """Write a `.spacy` file and return its number of documents."""
    binary = DocBin(docs=docs)
    binary.to_disk(path)
    return len(binary)


def _is_closed(sentence: TokenList) -> bool:
    return words_of(sentence)[-1]["form"][-1] in FINAL
