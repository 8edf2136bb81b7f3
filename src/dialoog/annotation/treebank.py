"""CoNLL-U treebanks as spaCy documents: what `evaluate` compares with and training learns from.

Lemmas lose the `_` with which Dutch treebanks join the parts of compounds and separable verbs
(`op_nemen`), because pipelines give lemmas as words.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from dialoog.errors import MissingExtra, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from conllu import TokenList
    from conllu.models import Token
    from spacy.vocab import Vocab

PATTERNS = ("*.conllu", "*.conllu.gz")


def treebank_files(path: Path) -> list[Path]:
    """List the CoNLL-U files of a folder, or the one file named.

    Raises:
        SourceError: There is none.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise SourceError(f"There is no file or folder '{path}'.")
    files = sorted(file for pattern in PATTERNS for file in path.glob(pattern))
    if not files:
        raise SourceError(
            f"The folder '{path}' has no CoNLL-U file ({' or '.join(PATTERNS)})."
        )
    return files


def read_sentences(file: Path) -> Iterator[TokenList]:
    """Read the sentences of one file, `.gz` or plain, one at a time.

    Raises:
        MissingExtra: The package `conllu` is not installed.
        SourceError: The file cannot be read, or is not CoNLL-U.
    """
    try:
        from conllu import parse_incr
        from conllu.exceptions import ParseException
    except ImportError:
        raise MissingExtra("Reading a treebank", "treebank") from None
    try:
        with _open(file) as lines:
            yield from parse_incr(lines)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise SourceError(
            f"The treebank file '{file}' cannot be read: {error}."
        ) from error
    except ParseException as error:
        raise SourceError(f"The file '{file}' is not CoNLL-U: {error}.") from error


def gold_doc(vocab: Vocab, sentences: Sequence[TokenList]) -> Doc:
    """Make one document of sentences, with their words, spaces and annotation.

    Raises:
        SourceError: A head points outside its sentence, or an annotation is not UD.
    """
    words = [words_of(sentence) for sentence in sentences]
    tokens = [token for sentence in words for token in sentence]
    heads: list[int] = []
    for sentence in words:
        heads.extend(_heads(sentence, offset=len(heads)))
    try:
        return Doc(
            vocab,
            words=[token["form"] for token in tokens],
            spaces=[space for sentence in words for space in _spaces(sentence)],
            tags=[token["xpos"] or "" for token in tokens],
            pos=[token["upos"] or "" for token in tokens],
            morphs=[morphology(token) for token in tokens],
            lemmas=[lemma(token) for token in tokens],
            heads=heads,
            deps=[relation(token) for token in tokens],
        )
    except (ValueError, IndexError, KeyError) as error:
        name = sentences[0].metadata.get("sent_id", "without sent_id")
        raise SourceError(
            f"The annotation from sentence '{name}' on is not Universal Dependencies: {error}"
        ) from error


def words_of(sentence: Iterable[Token]) -> list[Token]:
    """Return the syntactic words: no ranges (`1-2`), no empty nodes (`8.1`)."""
    return [token for token in sentence if isinstance(token["id"], int)]


def lemma(token: Token) -> str:
    """Return the lemma as one word."""
    given: str = token["lemma"] or ""
    return given.replace("_", "") or given


def morphology(token: Token) -> str:
    """Return the features in the FEATS notation, empty if there are none."""
    return "|".join(f"{name}={value}" for name, value in (token["feats"] or {}).items())


def relation(token: Token) -> str:
    """Return the dependency relation, `ROOT` as spaCy writes it."""
    return "ROOT" if token["head"] == 0 else token["deprel"] or "dep"


def _heads(sentence: Sequence[Token], *, offset: int) -> list[int]:
    place = {token["id"]: offset + index for index, token in enumerate(sentence)}
    return [place.get(token["head"], place[token["id"]]) for token in sentence]


def _spaces(sentence: Sequence[Token]) -> list[bool]:
    last = len(sentence) - 1
    return [
        index == last or (token["misc"] or {}).get("SpaceAfter") != "No"
        for index, token in enumerate(sentence)
    ]


def _open(file: Path) -> TextIO:
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8")
    return file.open(encoding="utf-8")
