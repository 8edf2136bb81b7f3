"""How a codebook does on editions: which terms and wordings find something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.annotation.pipeline import load_pipeline
from dialoog.coding.bags import cosine
from dialoog.coding.content import content_of, content_of_text
from dialoog.coding.profile import texts_of, theme_profiles
from dialoog.coding.stance import judge
from dialoog.coding.tokens import Tokens
from dialoog.coding.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dialoog.codebook import Claim, Codebook
    from dialoog.coding.content import Content
    from dialoog.coding.model import CodedEdition


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something an author may want to look at.

    Attributes:
        code: `term-never-found`, `term-in-themes`, `wording-like-other`, `wording-stance`,
            `theme-never-given` or `claim-never-given`.
        item: Id of the theme or claim.
        text: The term or wording concerned, or "".
        message: One sentence for the author.
    """

    code: str
    item: str
    text: str
    message: str


def check_codebook(
    book: Codebook, coded: Iterable[CodedEdition] = ()
) -> tuple[Remark, ...]:
    """What an author should look at, in the order of the codebook.

    Without editions the codebook is held against itself: terms that stand in several
    themes, and wordings (each tried as a sentence of its own) that lie nearer to another
    claim or are read with the opposite stance. With editions also the terms that are
    never found and the themes and claims that are never given.

    Args:
        book: The codebook.
        coded: Editions coded with it.
    """
    editions = list(coded)
    remarks = [*_shared_terms(book), *_wordings(book)]
    if editions:
        remarks += [*_unfound_terms(book, editions), *_ungiven(book, editions)]
    return tuple(remarks)


def _shared_terms(book: Codebook) -> Iterator[Remark]:
    themes: dict[str, list[str]] = {}
    for theme in book.themes:
        for term in theme.terms:
            themes.setdefault(fold(term), []).append(theme.id)
    for term, ids in themes.items():
        if len(ids) > 1:
            listed = ", ".join(ids)
            message = f"The term '{term}' stands more than once ({listed}), so it decides little."
            yield _remark("term-in-themes", ids[0], term, message)


def _wordings(book: Codebook) -> Iterator[Remark]:
    contents = [[content_of_text(text) for text in texts_of(c)] for c in book.claims]
    for place, claim in enumerate(book.claims):
        for number, text in enumerate(texts_of(claim)[1:], start=1):
            other = _nearer_claim(contents, place, number)
            if other is not None:
                name = book.claims[other].id
                message = f"This wording is more like those of '{name}' than like its own claim."
                yield _remark("wording-like-other", claim.id, text, message)
            yield from _misread(claim, number, text)


def _nearer_claim(contents: list[list[Content]], claim: int, number: int) -> int | None:
    """The claim, if another, that has the wording most like this one (itself left out)."""
    wording = contents[claim][number]
    likeness = [
        max(
            (
                cosine(wording.words, other.words)
                + cosine(wording.fields, other.fields)
                for place, other in enumerate(each)
                if (index, place) != (claim, number)
            ),
            default=0.0,
        )
        for index, each in enumerate(contents)
    ]
    nearest = max(range(len(likeness)), key=likeness.__getitem__)
    return nearest if likeness[nearest] > likeness[claim] else None


def _misread(claim: Claim, number: int, text: str) -> Iterator[Remark]:
    nlp = load_pipeline()
    meant = "affirms" if number <= len(claim.affirms) else "denies"
    read = judge(Tokens(nlp(text)).whole(), claim.statement).stance
    if read.value != meant and {read.value, meant} == {"affirms", "denies"}:
        message = f"Against the statement this wording reads as '{read}', but stands under '{meant}'."
        yield _remark("wording-stance", claim.id, text, message)


def _unfound_terms(book: Codebook, editions: list[CodedEdition]) -> Iterator[Remark]:
    index = theme_profiles(book).terms
    found: Counter[tuple[int, str]] = Counter()
    for sentence in _sentences(editions):
        for hit in index.find(sentence.keys):
            found[hit.label, hit.term] += 1
    for place, theme in enumerate(book.themes):
        for term in theme.terms:
            if not found[place, term]:
                message = f"The term '{term}' is found in none of the editions."
                yield _remark("term-never-found", theme.id, term, message)


def _sentences(editions: list[CodedEdition]) -> Iterator[Content]:
    nlp = load_pipeline()
    for doc in nlp.pipe(s.text for edition in editions for s in edition.sentences):
        yield content_of(Tokens(doc).whole())


def _ungiven(book: Codebook, editions: list[CodedEdition]) -> Iterator[Remark]:
    sentences = [s for edition in editions for s in edition.sentences]
    themes = {code.theme for sentence in sentences for code in sentence.themes}
    claims = {code.claim for sentence in sentences for code in sentence.claims}
    for theme in book.themes:
        if theme.id not in themes:
            message = "No sentence of the editions is coded with this theme."
            yield _remark("theme-never-given", theme.id, "", message)
    for claim in book.claims:
        if claim.id not in claims:
            message = "No sentence of the editions is coded with this claim."
            yield _remark("claim-never-given", claim.id, "", message)


def _remark(code: str, item: str, text: str, message: str) -> Remark:
    return Remark(code=code, item=item, text=text, message=message)
