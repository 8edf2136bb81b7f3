"""Persons, organisations and platforms that a text mentions.

The component `dialoog_names` writes typed spans to `doc.spans["dialoog_names"]`, with
the labels `person`, `organisation`, `platform` and, for names with an @, `account`. A stretch of capitalised words is a
candidate; a label needs a reason: a word of a small list, a word in the name
(`Universiteit Gent`), or the words around it (`de multinational Amazon`, `Dag Ellen!`).
A candidate without a reason is left out, and so are places.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Token

KEY = "dialoog_names"
PERSON, ORGANISATION, PLATFORM = "person", "organisation", "platform"
ACCOUNT = "account"
MOST_WORDS = 5
"""Words that the name of a person can have."""

HANDLE = re.compile(r"@[\w.]{2,}$")
CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’&.-]*$")
"""A word of a name; digits may follow (`Q4` is in the lists of what is no name)."""
NAMED_ME = re.compile(r"(?:mijn naam is|ik ben|ik heet|noem me)$")
JOINS = frozenset({"en", ",", "voor", "of", "&"})
"""Words inside the name of an organisation: `Vertalen, Tolken en Communicatie`."""


@Language.factory("dialoog_names", assigns=["doc.spans"])
def create_names(nlp: Language, name: str) -> Names:
    """Make the component; see the module for what it marks."""
    return Names()


class Names:
    """The component: marks what is mentioned by name."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the typed names of a doc to its spans."""
        found = [(*place, label_of(doc, *place)) for place in candidates(doc)]
        # A name that is clear once is clear everywhere in the text.
        known = {doc[start:end].text: label for start, end, label in found if label}
        doc.spans[KEY] = [
            Span(doc, start, end, label=label or known[doc[start:end].text])
            for start, end, label in found
            if label or doc[start:end].text in known
        ]
        return doc


def candidates(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens that could be a name, in order.

    A name is capitalised words in a row, with small particles between them
    (`Ada van der Meer`), or an account name. The first word of a sentence counts only
    if more than its place speaks for it.
    """
    i = 0
    while i < len(doc):
        if not _can_begin(doc[i]):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and (more := _goes_on(doc, i, end)):
            end += more
        yield i, end
        i = end


def label_of(doc: Doc, start: int, end: int) -> str:
    """Return the label of a candidate, or "" if nothing tells what it is."""
    return next((label for label, test in TESTS if test(doc, start, end)), "")


def _can_begin(token: Token) -> bool:
    if HANDLE.match(token.text):
        return True
    if not CAPITAL.match(token.text) or token.text in _words("not_names"):
        return False
    if token.lower_ in _words("greetings"):
        return False
    if not token.is_sent_start:
        return True
    return (
        token.pos_ == "PROPN"
        or _stem(token.text) in _words("platforms") | _words("organisations")
        or token.lower_ in _words("organisation_words")
    )


def _goes_on(doc: Doc, start: int, end: int) -> int:
    """Return how many tokens at `end` belong to the name that begins at `start`."""
    token = doc[end]
    if token.is_sent_start or HANDLE.match(doc[start].text):
        return 0
    if CAPITAL.match(token.text) and token.text not in _words("not_names"):
        alone = _stem(doc[start].text) in _words("platforms")
        return 0 if alone or token.pos_ in {"ADV", "VERB", "AUX"} else 1
    length = 1
    while (
        end + length < len(doc)
        and length < 3
        and doc[end + length].lower_ in _words("particles")
    ):
        length += 1
    following = doc[end + length] if end + length < len(doc) else None
    if (
        token.lower_ in _words("particles")
        and following is not None
        and CAPITAL.match(following.text)
        and (
            doc[start].text in _words("first_names")
            or doc[start].lower_ in _words("particles")
        )
    ):
        return length + 1
    return 0


def _is_platform(doc: Doc, start: int, end: int) -> bool:
    word = _stem(doc[start].text)
    if word in _words("ambiguous"):
        before = [token.lower_ for token in doc[max(0, start - 2) : start]]
        return end == start + 1 and bool(
            _words("on") & {*before[-1:]} or "twitter" in before
        )
    return word in _words("platforms")


def _is_organisation(doc: Doc, start: int, end: int) -> bool:
    words = [token.text for token in doc[start:end]]
    if _stem(words[0]) in _words("organisations") or words[-1] in _words(
        "organisation_forms"
    ):
        return True
    kinds = _words("organisation_words")
    if len(words) > 1 and any(_is_kind(word.lower(), kinds) for word in words):
        return True
    before = doc[start - 1].lower_ if start else ""
    return words[0] not in _words("places") and before in _words(
        "introduces_organisation"
    )


def _is_kind(word: str, kinds: frozenset[str]) -> bool:
    """Whether a word names a kind of organisation, or ends in one (`zorggroep`)."""
    return word in kinds or any(len(kind) > 4 and word.endswith(kind) for kind in kinds)


def _is_person(doc: Doc, start: int, end: int) -> bool:
    first = doc[start]
    if first.text in _words("first_names"):
        return end - start <= MOST_WORDS
    if first.text in _words("places") or end - start > MOST_WORDS or _is_shouted(first):
        return False
    before = doc[start - 1].lower_ if start else ""
    if before in _words("greetings"):
        return True
    if before in _words("introduces_person"):
        return first.pos_ == "PROPN"
    if NAMED_ME.search(doc[max(0, start - 3) : start].text.lower()):
        return first.pos_ == "PROPN"
    return first.pos_ == "PROPN" and (
        _is_addressed(doc, start, end) or _is_speaking(doc, start, end)
    )


def _is_addressed(doc: Doc, start: int, end: int) -> bool:
    """Whether a single name closes a sentence after a comma: `…, Ellen.`."""
    return (
        end == start + 1
        and start > 0
        and doc[start - 1].text == ","
        and end < len(doc)
        and doc[end].text in {".", "?", "!"}
        and (start < 2 or not CAPITAL.match(doc[start - 2].text))
    )


def _is_speaking(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is the subject of a verb that takes a person.

    One capitalised word at the start of a sentence is too easily no name at all.
    """
    if end == start + 1 and doc[start].is_sent_start:
        return False
    head = doc[start:end].root
    return (
        head.dep_ in {"nsubj", "nsubj:pass"}
        and head.head.lemma_ in _words("says")
        and end - start <= 3
    )


def _is_shouted(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_account(doc: Doc, start: int, end: int) -> bool:
    return bool(HANDLE.match(doc[start].text))


TESTS: tuple[tuple[str, Callable[[Doc, int, int], bool]], ...] = (
    (ACCOUNT, _is_account),
    (PLATFORM, _is_platform),
    (ORGANISATION, _is_organisation),
    (PERSON, _is_person),
)


def _stem(word: str) -> str:
    """Return the name in a word that begins with one: `LinkedIn` of `LinkedIn-post`."""
    known = _words("platforms") | _words("organisations")
    if word in known:
        return word
    head = re.split(r"[-'’]", word, maxsplit=1)[0]
    return head if head in known else word


@cache
def _words(name: str) -> frozenset[str]:
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = files("dialoog.annotation") / "data" / "names.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in tables.items()}
