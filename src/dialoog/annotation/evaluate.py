"""How well a pipeline annotates a treebank.

Annotation is scored on the treebank's own tokens, one sentence at a time, so that pipelines with
different tokenizers compare; sentence boundaries are scored on running text of ten sentences.

Attachment scores (Buchholz and Marsi 2006, CoNLL-X) come twice: `uas` and `las` count every
token and every label as it stands; `uas_words` and `las_words` leave out punctuation and take
`obl:arg` for `obl`, which pipelines trained before UD 2.9 do not distinguish.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from dialoog.annotation.treebank import gold_doc, read_sentences, treebank_files
from dialoog.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from conllu import TokenList
    from spacy.language import Language
    from spacy.tokens import Token

SENTENCES_PER_TEXT = 10

_ANNOTATION = {
    "pos": "POS",
    "tag": "TAG",
    "morph": "MORPH",
    "lemma": "LEMMA",
    "lemma_caseless": "LEMMA",
    "uas": "DEP",
    "las": "DEP",
    "uas_words": "DEP",
    "las_words": "DEP",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TreebankScores:
    """Scores of one pipeline on one treebank file.

    Shares of gold tokens from 0 to 1; None where the pipeline does not annotate the layer.

    Attributes:
        name: File, or "all" for the files together.
        sentences: Gold sentences.
        tokens: Gold tokens.
        pos: Universal part of speech right.
        tag: Language-specific tag (XPOS) right.
        morph: All features of the token right.
        lemma: Lemma right, capitals included; `_` in gold lemmas ignored.
        lemma_caseless: Lemma right, capitals ignored.
        uas: Head right, all tokens.
        las: Head and label right, all tokens.
        uas_words: Head right, without punctuation.
        las_words: Head and label right, without punctuation, `obl:arg` taken for `obl`.
        sents_f: F1 of sentences with both borders right, on running text.
        tokens_per_second: Speed on running text.
    """

    name: str
    sentences: int
    tokens: int
    pos: float | None
    tag: float | None
    morph: float | None
    lemma: float | None
    lemma_caseless: float | None
    uas: float | None
    las: float | None
    uas_words: float | None
    las_words: float | None
    sents_f: float | None
    tokens_per_second: float


SCORE_COLUMNS = tuple(field.name for field in fields(TreebankScores))


def evaluate_treebank(path: Path, nlp: Language) -> list[TreebankScores]:
    """Score a pipeline on a CoNLL-U file, or on those of a folder.

    Args:
        path: A file, or a folder with `*.conllu` or `*.conllu.gz`, such as a public UD release.
        nlp: Any pipeline; layers it does not annotate are None in the result.

    Returns:
        One row per file, and if there are several a last row "all" over all their sentences.

    Raises:
        SourceError: No file, or not CoNLL-U.
        MissingExtra: The package `conllu` is not installed.
    """
    files = treebank_files(path)
    parts = [(file.name, list(read_sentences(file))) for file in files]
    if len(parts) > 1:
        parts.append(("all", [sentence for _, part in parts for sentence in part]))
    return [evaluate_sentences(part, nlp, name=name) for name, part in parts]


def evaluate_sentences(
    sentences: Iterable[TokenList], nlp: Language, *, name: str
) -> TreebankScores:
    """Score a pipeline on sentences of a treebank, in the order of their text.

    Raises:
        SourceError: There is no token in them, or their annotation is broken.
    """
    sentences = list(sentences)
    gold = [gold_doc(nlp.vocab, [sentence]) for sentence in sentences]
    tokens = sum(len(doc) for doc in gold)
    if not tokens:
        raise SourceError(f"There is no sentence in '{name}'.")
    bare = (_words_only(doc) for doc in gold)
    predicted = list(nlp.pipe(bare))
    right = _count_right(gold, predicted)
    words = sum(token.pos_ != "PUNCT" for doc in gold for token in doc)
    shares = {
        score: _share(right[score], words if score.endswith("_words") else tokens)
        if any(doc.has_annotation(layer) for doc in predicted)
        else None
        for score, layer in _ANNOTATION.items()
    }
    sents_f, speed = _running_text(sentences, nlp)
    return TreebankScores(
        name=name,
        sentences=len(gold),
        tokens=tokens,
        sents_f=sents_f,
        tokens_per_second=speed,
        **shares,
    )


def _words_only(doc: Doc) -> Doc:
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
    )


def _count_right(gold: list[Doc], predicted: list[Doc]) -> Counter[str]:
    right: Counter[str] = Counter()
    for gold_sentence, sentence in zip(gold, predicted, strict=True):
        for wanted, token in zip(gold_sentence, sentence, strict=True):
            right.update(_right_layers(wanted, token))
    return right


def _right_layers(wanted: Token, token: Token) -> Iterator[str]:
    """Name the scores that count this token as right."""
    checks = {
        "pos": wanted.pos == token.pos,
        "tag": wanted.tag == token.tag,
        "morph": wanted.morph == token.morph,
        "lemma": wanted.lemma == token.lemma,
        "lemma_caseless": wanted.lemma_.lower() == token.lemma_.lower(),
    }
    yield from (score for score, is_right in checks.items() if is_right)
    if wanted.head.i != token.head.i:
        return
    same_label = wanted.dep_.lower() == token.dep_.lower()
    is_word = wanted.pos_ != "PUNCT"
    yield "uas"
    if same_label:
        yield "las"
    if is_word:
        yield "uas_words"
    if is_word and _old_label(wanted) == _old_label(token):
        yield "las_words"


def _old_label(token: Token) -> str:
    label: str = token.dep_.lower()
    return "obl" if label == "obl:arg" else label


def _running_text(
    sentences: list[TokenList], nlp: Language
) -> tuple[float | None, float]:
    """Return F1 of sentences and tokens per second, on texts of ten sentences."""
    gold = [gold_doc(nlp.vocab, batch) for batch in _batches(sentences)]
    start = time.perf_counter()
    docs = list(nlp.pipe([doc.text for doc in gold]))
    seconds = time.perf_counter() - start
    speed = sum(len(doc) for doc in docs) / max(seconds, 1e-9)
    if not any(doc.has_annotation("SENT_START") for doc in docs):
        return None, speed
    hits = found = wanted = 0
    for gold_text, doc in zip(gold, docs, strict=True):
        gold_spans, spans = _sentence_spans(gold_text), _sentence_spans(doc)
        hits += len(gold_spans & spans)
        found += len(spans)
        wanted += len(gold_spans)
    return _share(2 * hits, found + wanted), speed


def _batches(sentences: list[TokenList]) -> Iterator[list[TokenList]]:
    for start in range(0, len(sentences), SENTENCES_PER_TEXT):
        yield sentences[start : start + SENTENCES_PER_TEXT]


def _sentence_spans(doc: Doc) -> set[tuple[int, int]]:
    return {(sent.start_char, sent.end_char) for sent in doc.sents}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
