"""Themes and claims as a spaCy component, for anybody's pipeline.

    nlp = spacy.load("nl_core_news_sm")
    nlp.add_pipe("dialoog_codes", config={"codebook": "employee-advocacy"})
    doc = nlp("Trots kun je niet afdwingen.")
    [(span.label_, span.text) for span in doc.spans["dialoog_themes"]]

Each code is a span over its sentence. Its label is the id of the theme or claim, the
`kb_id` of a claim is the stance; probabilities stand in the `scores` of the group's
attributes, in the order of the spans.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span, SpanGroup

from dialoog.annotation.annotate import AnnotatedTurn
from dialoog.codebook.load import parse_codebook, read_codebook_bytes, shipped_codebooks
from dialoog.coding.coder import coder_for
from dialoog.coding.dialogue import utterances
from dialoog.coding.key import Centrality
from dialoog.coding.positions import find_positions
from dialoog.edition import Turn
from dialoog.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from dialoog.codebook import Codebook
    from dialoog.coding.tokens import Stretch

THEMES = "dialoog_themes"
CLAIMS = "dialoog_claims"
_FILE = "codebook.toml"


@Language.factory(
    "dialoog_codes",
    default_config={"codebook": "employee-advocacy"},
    assigns=["doc.spans"],
    requires=["doc.sents", "token.lemma"],
)
def create_codes(nlp: Language, name: str, codebook: str) -> Codes:
    """Make the component; `codebook` is an id or the path of a TOML file."""
    return Codes(codebook)


class Codes:
    """The component: writes the codes of every sentence into `doc.spans`.

    The codebook is saved with the pipeline, so that it can be loaded elsewhere.
    """

    def __init__(self, codebook: str) -> None:
        """Name the codebook; a missing file is reported when the first doc comes.

        spaCy makes the component before it restores what was saved with it, and the
        author's file may not be on this machine.
        """
        self._name = codebook
        self._content = b""
        self._book: Codebook | None = None
        if codebook in shipped_codebooks() or Path(codebook).is_file():
            self._restore(read_codebook_bytes(codebook))

    @property
    def codebook(self) -> Codebook:
        """The codebook.

        Raises:
            CodebookError: It is missing or broken.
        """
        if self._book is None:
            self._restore(read_codebook_bytes(self._name))
        assert self._book is not None  # noqa: S101
        return self._book

    def __call__(self, doc: Doc) -> Doc:
        """Write the codes of a doc into `doc.spans`."""
        book = self.codebook
        if len(doc) and not (
            doc.has_annotation("SENT_START") and doc.has_annotation("LEMMA")
        ):
            message = (
                "dialoog_codes needs sentence boundaries and lemmas: "
                "add it after a parser (or senter) and a lemmatizer."
            )
            raise PipelineError(message)
        turn = Turn(number=0, speaker="", spans=((0, len(doc.text)),), text=doc.text)
        annotated = AnnotatedTurn(turn, doc, tuple(range(len(doc.text))))
        placed = utterances([annotated])[0] if len(doc) else []
        weight = Centrality([utterance.sentence for utterance in placed])
        found = coder_for(book).find(placed, weight)
        positions = find_positions(found, placed, book)
        themes = [
            (_code(f.sentence, book.themes[theme.item].id), theme.score)
            for f in found
            for theme in f.themes
        ]
        claims = [
            (
                _code(f.sentence, book.claims[p.found.item].id, p.stance),
                p.score,
            )
            for f, taken in zip(found, positions, strict=True)
            for p in taken
        ]
        doc.spans[THEMES] = _group(doc, THEMES, themes)
        doc.spans[CLAIMS] = _group(doc, CLAIMS, claims)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The codebook's file."""
        return self._content or read_codebook_bytes(self._name)

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> Codes:
        """Take over the codebook's file."""
        self._restore(content)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save the codebook in a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Codes:
        """Load the codebook from a folder."""
        self._restore((Path(path) / _FILE).read_bytes())
        return self

    def _restore(self, content: bytes) -> None:
        self._book = parse_codebook(content, name=self._name)
        self._content = content


def _code(sentence: Stretch, label: str, stance: str = "") -> Span:
    return Span(
        sentence.doc, sentence.start, sentence.end, label=label, kb_id=str(stance)
    )


def _group(doc: Doc, name: str, codes: Sequence[tuple[Span, float]]) -> SpanGroup:
    scores = [round(score, 6) for _, score in codes]
    spans = [span for span, _ in codes]
    return SpanGroup(doc, name=name, attrs={"scores": scores}, spans=spans)
