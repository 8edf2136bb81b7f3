"""Quotations in running narrative, as in `“Wij tellen alles,” zegt Anna Kolk`.

Who says it stands before, between or after the quotations: by name, by function ("de
lector") or by pronoun. Words in quotation marks that nobody says (titles, words held at
arm's length) are no turns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dialoog.edition.conventions.base import Convention
from dialoog.edition.model import SegmentKind
from dialoog.edition.names import find_names
from dialoog.edition.quotes import close_of, opener_at
from dialoog.edition.reading import Piece
from dialoog.edition.roles import is_role
from dialoog.edition.scoring import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_LEAST = 4
_WORDS_MIN = 3
_CERTAINTY = 0.85
_PRONOUN = re.compile(r"\b(?:hij|zij|ze|hem|haar)\b", re.IGNORECASE)
_FUNCTION = re.compile(
    r"(?<!\d )\b(?!zegt|volgens|aldus|vindt|vertelt)([A-Za-zà-ÿ-]{5,})\s+$"
)
# "Hoogleraar slaaponderzoek Rutger Hollander", "wethouder van cultuur Els Pol"
_ROLE_WITH_FIELD = re.compile(
    r"(?<![\w-])(?P<role>[A-Za-zà-ÿ-]{4,})\s(?:[a-zà-ÿ-]+\s){1,4}$"
)
# After the name: "Sadik Bulut, conducteur bij", "Joke Prins is breister", and in the
# next sentence: "Zij is bijzonder hoogleraar".
_FUNCTION_AFTER = re.compile(
    r"(?:\s\(\d{1,3}\))?(?:,|\s(?:is|was|werkt\sals)|[^.!?\n“„‘«\"]{0,60}[.!?]\s(?:Hij|Zij|Ze)\s(?:is|was|werkt\sals))\s"
    r"(?:(?:een|de|het|als|sinds\s\d+)\s)?(?:[a-zà-ÿ]{3,}(?:e|der|zonder)\s)?(?P<word>"
    r"[a-zà-ÿ-]{2,}(?:loog|loge|aris|arts|eur|euse|ist|iste|ent|ente|ant|ante|man|vrouw|er|ster|aar|ares|hoofd|chef)|"
    r"[a-zà-ÿ-]{5,}(?=[\s,.]+(?:bij|van|aan|in|op|te|voor|en|uit|[A-ZÀ-Þ])|[,.;)]))(?!\w)"
)
_SUBJECT = re.compile(r"\b(?:hij|ze)\b", re.IGNORECASE)
_FEMALE = re.compile(r"(?:ster|euse|esse|ares|trice|vrouw|loge|iste)$")
_NEXT_SENTENCE = re.compile(r"[^.!?\n“„‘«\"]{0,120}[.!?]\s+(Hij|Zij|Ze)\b")
_MENTIONS = 20
# An article quotes a handful of people; more is a list of names.
_PEOPLE_MAX = 40
_BROKEN_OFF = re.compile(r",?\s[^.!?“”„‘’«»\"\n]{3,60},\s")
_SPEECH_END = tuple(".,?!…")
_OPENERS = "“„‘‚«\"'"
_MAY_OPEN = re.compile(rf"[{_OPENERS}]|,,")


@dataclass(slots=True)
class _Person:
    name: str
    forms: list[str] = field(default_factory=list)
    pronoun: str = ""

    def stands_at(self, text: str, place: int) -> bool:
        return bool(_any_of(tuple(self.forms)).match(text, place))


@lru_cache(maxsize=1024)
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """A surname with a tussenvoegsel takes a capital where the given name is left out.

    By first letter, so that most of a text is passed over without trying every form.
    """
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        either = "".join(sorted({form[0], form[0].lower(), form[0].upper()}))
        by_letter.setdefault(either, []).append(re.escape(form[1:]))
    words = "|".join(
        f"[{re.escape(either)}](?:{'|'.join(rests)})"
        for either, rests in by_letter.items()
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


class _People:
    """Who is named in full in a text, found by any of their forms."""

    def __init__(self, people: Iterable[_Person]) -> None:
        self._people = tuple(people)
        forms = (form for person in self._people for form in person.forms)
        self._anybody = _any_of(tuple(forms))

    def __len__(self) -> int:
        return len(self._people)

    def __iter__(self) -> Iterator[_Person]:
        return iter(self._people)

    def first_in(self, text: str) -> _Person | None:
        """Who is named first."""
        found = self._anybody.search(text)
        if found is None:
            return None
        return next(p for p in self._people if p.stands_at(text, found.start()))

    def last_in(self, text: str) -> _Person | None:
        """The subject of the last sentence that names somebody: the first named there."""
        for sentence in reversed(re.split(r"(?<=[.!?:])\s", text)):
            named = self.first_in(sentence)
            if named:
                return named
        return None

    def last_in_any(self, paragraphs: Sequence[str]) -> _Person | None:
        """The subject of the last of these paragraphs that names somebody."""
        found = (self.last_in(paragraph) for paragraph in reversed(paragraphs))
        return next((person for person in found if person), None)


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    outer_start: int
    outer_end: int


def _propose(layout: Layout) -> Reading | None:
    text = layout.source.text
    if sum(text.count(mark) for mark in _OPENERS) < _LEAST:
        return None
    people = _People(_people(text))
    if len(people) < 2:
        return None
    pieces: list[Piece] = []
    last: _Person | None = None
    silent: list[str] = []
    for row in layout.rows:
        quotes = list(_quotes(text, row.start, row.end))
        if not quotes:
            silent.append(text[row.start : row.end])
            continue
        # Looked up only where somebody speaks: most of a long text may be silent.
        last = people.last_in_any(silent) or last
        silent.clear()
        last = _read_paragraph(text, row.start, row.end, quotes, people, last, pieces)
    if len(pieces) < _LEAST:
        return None
    reading = finish(layout, pieces, "narrative-quotes", about={})
    span = pieces[-1].end - pieces[0].start
    spoken = sum(piece.end - piece.start for piece in pieces)
    # Without a label the attribution is never certain.
    score = reading.score * _CERTAINTY if spoken * 4 > span else 0.0
    return replace(reading, score=score, told=True)


def _people(text: str) -> list[_Person]:
    """Who is named in full, with the forms by which they come back."""
    found: dict[str, _Person] = {}
    for name in find_names(text):
        if len(found) == _PEOPLE_MAX:
            break
        whole = _settled(name.text, text)
        given, surname = whole.split(" ", 1)
        person = found.setdefault(whole, _Person(whole, [whole, surname, given]))
        function = _FUNCTION.search(text, max(name.start - 40, 0), name.start)
        if function:
            person.forms.append(f"de {function[1].lower()}")
        else_function = _ROLE_WITH_FIELD.search(
            text, max(name.start - 60, 0), name.start
        )
        if else_function and is_role(else_function["role"]):
            person.forms.append(f"de {else_function['role'].lower()}")
        after = _FUNCTION_AFTER.match(text, name.start + len(whole))
        if after and f"de {after['word']}" not in person.forms:
            person.forms.append(f"de {after['word']}")
    for person in found.values():
        person.pronoun = _pronoun_of(person, text)
    return list(found.values())


def _pronoun_of(person: _Person, text: str) -> str:
    """Say "ze" or "hij", where a function or the next sentence tells; else ""."""
    if any(_FEMALE.search(form) for form in person.forms if form.startswith("de ")):
        return "ze"
    for match in islice(_any_of(tuple(person.forms)).finditer(text), _MENTIONS):
        following = _NEXT_SENTENCE.match(text, match.end())
        if following:
            return "hij" if following[1].casefold() == "hij" else "ze"
    return ""


def _settled(name: str, text: str) -> str:
    """Cut "Bas Tervoort van Zilverschans" where the text goes on about Tervoort."""
    words = name.split()
    if len(words) < 4 or words[2] != "van":
        return name
    alone = re.search(
        rf"(?<!{re.escape(words[0])} )\b{re.escape(words[1])}\b(?! van)", text
    )
    return " ".join(words[:2]) if alone else name


def _quotes(text: str, start: int, end: int) -> Iterator[_Quote]:
    at = start
    ended: int | None = None
    while mark := _MAY_OPEN.search(text, at, end):
        at = mark.start()
        opener = opener_at(text, at, end)
        close = close_of(text, at, end) if opener else None
        if close is None:
            at += 1
            continue
        inner = at + len(opener)
        outer = close + 1 + (text[close + 1 : close + 2] == text[close])
        broken = ended is not None and _goes_on(text, ended, at)
        if _is_speech(text, inner, close, broken=broken):
            yield _Quote(inner, close, at, outer)
            ended = outer
        at = outer


def _goes_on(text: str, ended: int, at: int) -> bool:
    """True if only “, zegt zij,” parts a quotation from the one before it."""
    return bool(_BROKEN_OFF.fullmatch(text, ended, at))


def _is_speech(text: str, start: int, end: int, *, broken: bool) -> bool:
    """True for a sentence or a clause; not for a word or a title in quotation marks.

    The second part of a sentence that its attribution broke off starts low.
    """
    words = text[start:end].rstrip()
    if broken and words.endswith(_SPEECH_END):
        return True
    after = text[end + 1 : end + 3].lstrip("'")[:1]
    if not words[:1].isupper() or not (words.endswith(_SPEECH_END) or after == ","):
        return False
    least = 2 if words.endswith((".", "!", "?")) else _WORDS_MIN
    return len(words.split()) >= least or words.endswith(",")


def _read_paragraph(
    text: str,
    start: int,
    end: int,
    quotes: Sequence[_Quote],
    people: _People,
    last: _Person | None,
    pieces: list[Piece],
) -> _Person | None:
    """Add the quotations of a paragraph; return who was named last."""
    at = start
    speaker: _Person | None = None
    for index, quote in enumerate(quotes):
        following = quotes[index + 1].outer_start if index + 1 < len(quotes) else end
        before, after = text[at : quote.outer_start], text[quote.outer_end : following]
        speaker = _speaker(before, after, people, last, speaker)
        if speaker is None:
            return last
        last = speaker
        pieces.append(
            Piece(
                kind=SegmentKind.TURN,
                start=quote.start,
                end=quote.end,
                speaker=speaker.name,
            )
        )
        at = quote.outer_end
    return last


def _speaker(
    before: str,
    after: str,
    people: _People,
    last: _Person | None,
    current: _Person | None,
) -> _Person | None:
    """Who says a quotation, given the words before it and those after it."""
    clause = re.split(r"(?<=[.!?])\s", after, maxsplit=1)[0]
    if clause.strip(" ,.") and clause[:1] in " ,":
        named = people.first_in(clause)
        if named:
            return named
        pronoun = _PRONOUN.search(clause)
        if pronoun:
            wanted = "hij" if pronoun.group().casefold() in ("hij", "hem") else "ze"
            near = [current, people.last_in(before), last, *people]
            return next((p for p in near if p and p.pronoun in ("", wanted)), last)
    named = people.last_in(before)
    if named is None and current is None:
        # "De boer weet nog niet of hij dat wil."
        subject = _SUBJECT.search(before)
        wanted = subject.group().casefold() if subject else ""
        others = [p for p in people if p.pronoun == wanted and p is not last]
        if last and wanted and last.pronoun not in ("", wanted) and len(others) == 1:
            return others[0]
    if current is not None and not named:
        return current
    return named or current or last


CONVENTION = Convention(id="narrative-quotes", propose=_propose, weight=0.8)
