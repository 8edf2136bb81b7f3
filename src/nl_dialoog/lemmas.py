"""Lemmas from tables, where a table knows better than the trained lemmatizer.

The trained lemmatizer sees endings and guesses; a form that was seen with its tag, or that a
dictionary lists, need not be guessed. Separable verbs become one word whichever order the
sentence has: in `zij nemen dat op` the lemma of `nemen` is `opnemen`.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.language import Language
from spacy.util import ensure_path

from nl_dialoog.lexicon import form_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

FILE: Final = "table.npz"
NAME_TAGS: Final = ("N|eigen", "SPEC")
PARTICLE: Final = "compound:prt"
LARGEST_CACHE: Final = 200_000
"""Looked-up forms that are kept; then the cache starts over."""

_STRAIGHT_QUOTES = str.maketrans({"’": "'", "‘": "'"})


@Language.factory(
    "nl_dialoog_lemmas",
    assigns=["token.lemma"],
    requires=["token.tag", "token.pos", "token.dep", "token.head"],
    default_score_weights={"lemma_acc": 1.0},
)
def make_lemma_table(nlp: Language, name: str) -> LemmaTable:
    """Make the component, empty; its tables come with the weights."""
    return LemmaTable()


class LemmaTable:
    """Component that replaces lemmas by those of its table.

    A key is a form with a tag or part of speech; a value is the number of an edit, which cuts
    characters from the end of the form and adds others.
    """

    def __init__(self) -> None:
        self.keys: NDArray[np.uint32] = np.zeros(0, dtype=np.uint32)
        self.values: NDArray[np.uint16] = np.zeros(0, dtype=np.uint16)
        self.edits: list[tuple[int, str]] = []
        self._known: dict[tuple[int, str, str], str | None] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set lemmas; particles of separable verbs are joined to their verb."""
        particles = []
        for token in doc:
            lemma = self._cached(token.orth, token.text, token.tag_, token.pos_)
            if lemma is not None:
                token.lemma_ = lemma
            if token.dep_ == PARTICLE:
                particles.append(token)
        for token in particles:
            self._join(token.text.lower(), token.head)
        return doc

    def lemma(self, form: str, tag: str, pos: str) -> str | None:
        """Look a form up with its tag, then with its part of speech.

        Returns:
            The lemma, or None if the table has neither.
        """
        form = table_form(form, tag)
        found = self._find(table_key(form, tag))
        if found is None and not tag.startswith(NAME_TAGS):
            found = self._find(table_key(form, "VERB" if pos == "AUX" else pos))
        if found is None:
            return None
        cut, add = self.edits[found]
        return form[: len(form) - cut] + add

    def _cached(self, orth: int, form: str, tag: str, pos: str) -> str | None:
        key = orth, tag, pos
        if key in self._known:
            return self._known[key]
        if len(self._known) > LARGEST_CACHE:
            self._known.clear()
        lemma = self._known[key] = self.lemma(form, tag, pos)
        return lemma

    def knows_verb(self, lemma: str) -> bool:
        """Tell whether a verb with this lemma is in the table."""
        return self._find(verb_key(lemma)) is not None

    def fill(self, entries: dict[str, tuple[str, str]], verbs: Iterable[str]) -> None:
        """Fill the table, in place of what it holds.

        Args:
            entries: By key of `table_key`, the form and its lemma.
            verbs: Lemmas of separable verbs, written as one word.
        """
        numbers: dict[tuple[int, str], int] = {(0, ""): 0}
        table = {int(form_key(verb_key(verb))): 0 for verb in sorted(verbs)}
        for key, (form, lemma) in sorted(entries.items()):
            edit = _edit(form, lemma)
            table[int(form_key(key))] = numbers.setdefault(edit, len(numbers))
        self.keys = np.array(sorted(table), dtype=np.uint32)
        self.values = np.array([table[key] for key in sorted(table)], dtype=np.uint16)
        self.edits = list(numbers)
        self._known.clear()

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write the table as a compressed `.npz`."""
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            keys=self.keys,
            values=self.values,
            cuts=np.array([cut for cut, _ in self.edits], dtype=np.uint8),
            adds=np.array([add for _, add in self.edits], dtype=np.str_),
        )
        return buffer.getvalue()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the table from what `to_bytes` gives."""
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            self.keys, self.values = arrays["keys"], arrays["values"]
            pairs = zip(arrays["cuts"].tolist(), arrays["adds"].tolist(), strict=True)
            self.edits = list(pairs)
        self._known.clear()
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LemmaTable:
        """Read the table from a folder."""
        return self.from_bytes((ensure_path(path) / FILE).read_bytes())

    def _find(self, key: str) -> int | None:
        wanted = form_key(key)
        place = int(np.searchsorted(self.keys, wanted))
        if place < len(self.keys) and self.keys[place] == wanted:
            return int(self.values[place])
        return None

    def _join(self, particle: str, verb: Token) -> None:
        joined = particle + verb.lemma_
        if not verb.lemma_.startswith(particle) and self.knows_verb(joined):
            verb.lemma_ = joined


def table_form(form: str, tag: str) -> str:
    """Write a form as the table does: straight quotes, lower case unless a name."""
    form = form.translate(_STRAIGHT_QUOTES)
    return form if tag.startswith(NAME_TAGS) else form.lower()


def table_key(form: str, label: str) -> str:
    """Join a form with a tag or part of speech."""
    return f"{form}\t{label}"


def verb_key(lemma: str) -> str:
    """Mark the lemma of a separable verb."""
    return f"{lemma}\tseparable"


def _edit(form: str, lemma: str) -> tuple[int, str]:
    shared = 0
    for left, right in zip(form, lemma, strict=False):
        if left != right:
            break
        shared += 1
    return len(form) - shared, lemma[shared:]
