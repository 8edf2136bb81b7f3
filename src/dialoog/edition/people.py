"""Who the labels stand for: full names from introduction, legend, initials or label."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dialoog.edition.labels import fold
from dialoog.edition.lexicon import (
    EXPANDED_LABELS,
    INTERVIEWER_LABELS,
    MODERATOR_LABELS,
    RESPONDENT_LABELS,
    ROLE_LABELS,
)
from dialoog.edition.names import (
    Name,
    find_names,
    is_full_name,
    presentable,
    without_honorific,
)
from dialoog.edition.reading import INTERVIEWER
from dialoog.edition.roles import is_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEGEND = re.compile(
    r"(?<![\w])(?P<code>[A-Z][A-Za-z]{0,3}\d{0,2})\.?\s*(?:=|:(?=\s+(?:de\s+)?(?:interviewer|respondent)))\s*"
    r"(?P<what>[^,;()=\n.]{2,80})(?:\((?P<about>[^()\n]{2,80})\))?"
)
_INITIALS = re.compile(r"\s*\((?P<code>(?:[A-Z][a-z]{0,2}\.?){1,5})\)")
_HEREAFTER = re.compile(
    r"(?P<a>[A-Z][\w-]+) en (?P<b>[A-Z][\w-]+),? (?:hierna|verder|afgekort(?: tot| als)?|aangeduid als) (?P<ca>[A-Z]{1,3}) en (?P<cb>[A-Z]{1,3})\b"
)
# "Amber Zijlstra van magazine Kantlijn leidde het gesprek"
_OF = r"(?:\s+(?:van|voor|namens)\s[^.,;:\n]{2,40}?)?"
_LEADS = re.compile(
    _OF
    + r"(?:\s*\([^()\n]{1,40}\))?(?:\s+[–—-]\s+|,?\s+|:\s+)(?:[^.,;:\n]{0,50}\ben\s)?"
    r"(?:legde?n?\b[^.\n]{0,50}\bvoor\b|stel(?:t|de)\b[^.\n]{0,40}\bvra(?:ag|gen)\b|"
    r"leidd?e?t?\b[^.\n]{0,20}\b(?:gesprek|debat|discussie|bijeenkomst)|modereer\w+|interview(?:de|t)|ondervroeg|ondervraagt|presenteert|"
    r"hield\b[^.\n]{0,60}\bpen\b|gooide\b[^.\n]{0,60}\b(?:vra\w+|tussen\w*|vuur)|"
    r"bracht\b[^.\n]{0,30}\b(?:samen|bijeen|bij elkaar)|begeleidde\b[^.\n]{0,20}\bgesprek|noteerde|tekende\b[^.\n]{0,30}\bop\b|"
    r"vragen(?: en (?:verslag|tekst))?\b|gespreksleid\w+|interviewer\b|moderator\b)",
    re.IGNORECASE,
)
_OF_EMPLOYER = re.compile(
    r"\b(?:van|bij|voor|namens)\s(?:(?:de|het|een)\s)?(?:(?P<noun>[a-zà-ÿ][\w-]*)\s)?$"
)
_ASKS = re.compile(
    r"\s+(?:legde|leggen|vroeg(?!\som\b)|vraagt(?!\som\b)|sprak|spreekt|praat|gaat in gesprek|ging in gesprek)\b"
)
_LED_BY = re.compile(
    r"(?:host|presentatie|presentator|presentatrice|gespreksleid(?:er|ster|ing)|interview(?:er)?|moderator|"
    r"dagvoorzitter|vragen|verslaggever|verslaggeefster)(?:\s*:|\s+(?:door|is|was|van(?:\s[a-z]+)?))?[\s:*_]*$|"
    r"\b(?:begeleid|geleid|gemodereerd|opgetekend|afgenomen|uitgeschreven)\sdoor\s[*_]*$|\bnamens de redactie(?:\s[a-z]+)?\s$",
    re.IGNORECASE,
)
# Who wrote the text asked the questions, but not every question bears that name.
_WRITTEN_BY = re.compile(
    r"(?:^|[\n.])\W*(?:tekst|door|auteur)(?:\s*:|\sdoor)?\s+[*_]*$", re.IGNORECASE
)
_ANSWERED_BY = re.compile(
    r"\b(?:antwoord(?:en)?|beantwoord|beantwoording)\s(?:van|door)\s(?:(?:de|het|een)\s)?(?:[a-zà-ÿ-]+\s){0,3}$",
    re.IGNORECASE,
)
# "Fatma Yildirim nam de zaak over": somebody does something, a firm is only named.
_ACTS = re.compile(
    r"(?:,[^.\n]{3,60},)?\s(?!en\b|of\b|van\b|in\b|op\b|te\b|bij\b|over\b|uit\b|aan\b|voor\b|met\b|door\b)[a-zà-ÿ]{2,}\s"
)
_ASKED_BY = re.compile(
    r"\b(?:praat|spreekt|sprak|interviewt|interviewde|ondervraagt|ontvangt|bevraagt|vragen van (?:(?:de|het|een)\s)?(?:[a-zà-ÿ-]+\s){0,2}[a-zà-ÿ-]+)\s[*_]*$",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    r"(?P<what>interviewer|respondent\w*|geïnterviewde)\s*(?:=|:)\s*(?P<code>[A-Z][a-z]{0,4}\d{0,2})\.?"
    r"(?=\s|,|\(|$)\s*(?:\((?P<about>[^()\n]{2,80})\))?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’-]+) \((?P<code>[A-Z])\.?\)")
_INVERTED = re.compile(
    r"(?P<last>[^,]{2,40}),\s(?P<first>[A-ZÀ-Þ][\w’.-]*)(?P<between>(?:\s(?:van|de|der|den|ter|ten|te|het|’t|'t))*)$"
)
# "van Dam" after a full name is its employer or its place; "van der Sluijs" is not.
_SURNAME = re.compile(
    r"(?:van|in|op|von)\s(?:de|den|der|het|’t|'t)\s|(?!van|bij|aan|uit)"
)
_GENERIC = re.compile(
    r"(?:de\s+)?(?:respondent\w*|geïnterviewde|deelnemer|spreker)\b", re.IGNORECASE
)


# No text introduces more people one by one.
_LABELS_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody a label stands for; `code` explains what a legend adds."""

    name: str
    about: str = ""
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the front where a person is named in full."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The text that introduces people: before the dialogue, then in it and after it.

    Attributes:
        text: The stretches of the source that are no speech, joined.
        sections: Where each stretch starts, in `text` and in the source.
    """

    text: str
    sections: tuple[tuple[int, int], ...] = ((0, 0),)

    @property
    def head(self) -> int:
        """Where the text before the dialogue ends."""
        return self.sections[1][0] if len(self.sections) > 1 else len(self.text)

    def place(self, at: int) -> int:
        """The offset in the source of a place in the text."""
        index = bisect_right(self.sections, (at, sys.maxsize)) - 1
        begin, source = self.sections[index]
        return source + at - begin


class People:
    """The people that the front of a source introduces.

    Args:
        front: The text that introduces them.
        metadata: What the file says of its speakers.
        labels: The labels of the dialogue; a full name among them is a name wherever
            it stands.
    """

    def __init__(
        self,
        front: Front,
        metadata: Iterable[tuple[str, str]] = (),
        labels: Sequence[str] = (),
    ) -> None:
        self.front = front.text
        self.place = front.place
        self.labels = frozenset(
            word.casefold() for label in labels for word in label.split()
        )
        found = _with_labels(front.text, tuple(find_names(front.text, labels)), labels)
        self.found = found
        self.names = _distinct(found)
        # Who is named before the dialogue goes before who is named in it or after it.
        self.first_names = _distinct(n for n in found if n.start < front.head)
        self.coded = dict(_from_metadata(metadata))
        self.coded.update(_reversed(front.text))
        self.coded.update(_legend(front.text))
        self.coded.update(_abbreviated(front.text, self.names))

    def resolve(
        self, label: str, *, others: Iterable[str] = (), guest: str = ""
    ) -> Person:
        """Return the person a label stands for; the label itself if nobody is known.

        Args:
            label: The label as it stands in the source.
            others: The other labels of the source: a longer form of the same name may
                be among them.
            guest: The only person who answers, where codes mark question and answer.
        """
        key = fold(label)
        coded = self.coded.get(key)
        if coded:
            return coded
        explained = self._explained(label) if key in ROLE_LABELS else None
        if explained:
            return Person(name=explained)
        if key in MODERATOR_LABELS:
            asker = self.asker if self.asker != guest else None
            return Person(name=asker or _moderator_name(key, label))
        others = list(others)
        known = others if len(others) <= _LABELS_MAX else ()
        name = _longer(label, known) if is_full_name(label) else None
        name = name or self._named(label) or _longer(label, others)
        if name:
            return Person(name=name)
        if guest and key in RESPONDENT_LABELS:
            return Person(name=guest)
        return Person(name=_presentable(label))

    def _explained(self, label: str) -> str | None:
        """The name that a line of the front gives to a role: "Onderzoeker: Els Pol"."""
        line = re.compile(
            rf"^\W*{re.escape(label)}\s*(?:[:=–—]|\sis\s)[\s*_]*",
            re.MULTILINE | re.IGNORECASE,
        )
        ends = {match.end() for match in line.finditer(self.front)}
        return next((n.text for n in self.found if n.start in ends), None)

    def sole_guest(self, labels: Iterable[str]) -> str:
        """Return who answers, if the labels are one who asks and one who answers.

        That is the only person introduced, or the only one in the first line.
        """
        answering = {fold(label) for label in labels} - MODERATOR_LABELS
        if len(answering) != 1 or not answering <= RESPONDENT_LABELS:
            return ""
        asker = self.asker
        named = {name.text for name in self.names} - {asker}
        acting = {n.text for n in self.names if _ACTS.match(self.front, n.end)} - {
            asker
        }
        first = {name.text for name in find_names(self.front.split("\n", 1)[0])} - {
            asker
        }
        answering_by = {
            n.text
            for n in self.names
            if _ANSWERED_BY.search(self.front, max(n.start - 60, 0), n.start)
        }
        groups = (answering_by, named, first, acting)
        return next((one.pop() for one in groups if len(one) == 1), "")

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every full mention of an introduced person, in order."""
        known = [name.text for name in self.names]
        found = []
        for name in self.found:
            whole = next((k for k in known if k.endswith(" " + name.text)), name.text)
            found.append(Mention(name=whole, start=name.start, end=name.end))
        return tuple(found)

    @cached_property
    def introduced(self) -> tuple[Mention, ...]:
        """The mentions but those that name an employer: "van de Vlaamse Bakkersbond".

        Two words with capitals may be an organisation; it is, where somebody is of it
        and no label has a word of it.
        """
        return tuple(m for m in self.mentions if not self._employs(m))

    def _employs(self, mention: Mention) -> bool:
        before = _OF_EMPLOYER.search(
            self.front, max(mention.start - 60, 0), mention.start
        )
        if before is None or is_person(before["noun"] or ""):
            return False
        words = {word.casefold() for word in mention.name.split()}
        return not words & self.labels and fold(mention.name) not in self._coded_names

    @cached_property
    def _coded_names(self) -> frozenset[str]:
        return frozenset(fold(person.name) for person in self.coded.values())

    def _named(self, label: str) -> str | None:
        """The full name that a label is a form of, if exactly one fits."""
        whole = without_honorific(label)
        bare = whole.casefold()
        if is_full_name(whole):
            longer = {
                n.text
                for n in self.names
                if _goes_on(n, bare)
                or (n.text.casefold().endswith(" " + bare) and not n.starts)
            }
            return longer.pop() if len(longer) == 1 else _presentable(label)
        for names in (self.first_names, self.names):
            for form in (_whole, _surname, _given, _initials):
                fits = {_full(name, bare) for name in names if form(name, bare)}
                if len(fits) == 1:
                    return _from_given(fits.pop(), bare)
        return None

    @cached_property
    def leaders(self) -> dict[str, tuple[int, int]]:
        """Who leads the conversation, as the text says in so many words, and where."""
        found: dict[str, tuple[int, int]] = {}
        for mention in self.mentions:
            after = _LEADS.match(self.front, mention.end)
            before = _LED_BY.search(
                self.front, max(mention.start - 40, 0), mention.start
            )
            match = after or before or self._written(mention)
            if match:
                found.setdefault(mention.name, match.span())
        return found

    def _written(self, mention: Mention) -> re.Match[str] | None:
        start = mention.start
        return _WRITTEN_BY.search(self.front, max(start - 40, 0), start)

    @cached_property
    def asker(self) -> str | None:
        """The name of the one who asks the questions, where the front says so."""
        for mention in self.mentions:
            if mention.name in self.leaders and not self._written(mention):
                return mention.name
        for name in self.names:
            if _ASKS.match(self.front, name.end) or _ASKED_BY.search(
                self.front, max(name.start - 40, 0), name.start
            ):
                return name.text
        return None


def _with_labels(
    text: str, found: tuple[Name, ...], labels: Iterable[str]
) -> tuple[Name, ...]:
    """Add the labels that are full names where no name was found."""
    taken = {(name.start, name.end) for name in found}
    added = []
    for label in list(labels)[:_LABELS_MAX]:
        whole = without_honorific(label)
        if not is_full_name(whole):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(whole)}(?!\w)", text):
            start, end = match.span()
            if not any(a < end and start < b for a, b in taken):
                added.append(Name(text=whole, start=start, end=end))
    return tuple(sorted((*found, *added), key=lambda name: name.start))


def _distinct(names: Iterable[Name]) -> tuple[Name, ...]:
    """First mention of each name; a shorter form of a longer name is not another."""
    found: dict[str, Name] = {}
    for name in names:
        found.setdefault(name.text, name)
    return tuple(found.values())


def _from_metadata(metadata: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Person]]:
    """What the file itself says of its codes: `("speaker:GST", "Geurt")`."""
    facts: dict[str, dict[str, str]] = {}
    for key, value in metadata:
        kind, _, code = key.partition(":")
        if code and kind in ("speaker", "about", "affiliation"):
            facts.setdefault(code, {})[kind] = value
    for code, known in facts.items():
        person = Person(
            name=known.get("speaker", code),
            about=known.get("about", ""),
            affiliation=known.get("affiliation"),
        )
        yield fold(code), person


def _legend(front: str) -> Iterable[tuple[str, Person]]:
    """`O = onderzoeker, K = kok van schoolkeuken De Roerzeef`."""
    for match in _LEGEND.finditer(front):
        code, what, about = match["code"], match["what"].strip(), match["about"] or ""
        words = what.split()
        if fold(words[0]) in INTERVIEWER_LABELS:
            yield fold(code), Person(name=INTERVIEWER)
        elif _GENERIC.match(what):
            yield fold(code), Person(name=code, about=about or what)
        elif words[0][0].isupper() and len(words) > 1:
            yield fold(code), Person(name=what, about=about)
        else:
            yield fold(code), Person(name=words[0].capitalize(), about=about or what)


def _reversed(front: str) -> Iterable[tuple[str, Person]]:
    """`Respondent = Resp. (beheerder sporthal De Kolk)`."""
    for match in _REVERSED.finditer(front):
        asks = match["what"].casefold() == "interviewer"
        name = INTERVIEWER if asks else match["code"]
        yield fold(match["code"]), Person(name=name, about=match["about"] or "")


def _abbreviated(front: str, names: Iterable[Name]) -> Iterable[tuple[str, Person]]:
    for name in names:
        match = _INITIALS.match(front, name.end)
        if match:
            yield fold(match["code"]), Person(name=name.text)
    for match in _LETTER.finditer(front):
        yield fold(match["code"]), Person(name=match["name"])
    for match in _HEREAFTER.finditer(front):
        yield fold(match["ca"]), Person(name=match["a"])
        yield fold(match["cb"]), Person(name=match["b"])


def _whole(name: Name, bare: str) -> bool:
    return name.text.casefold() == bare


def _surname(name: Name, bare: str) -> bool:
    return bare in {name.last, name.bare_last} or name.last.endswith(" " + bare)


def _given(name: Name, bare: str) -> bool:
    return bare == name.before.casefold() or bare in name.text.casefold().split()[:-1]


def _full(name: Name, bare: str) -> str:
    """A name with the word before it, where the label is that word."""
    return f"{name.before} {name.text}" if bare == name.before.casefold() else name.text


def _goes_on(name: Name, bare: str) -> bool:
    """True if a label is the given names of a longer name: "Anne Marie"."""
    rest = name.text.casefold().removeprefix(bare + " ")
    return len(rest) < len(name.text) and bool(_SURNAME.match(rest))


def _initials(name: Name, bare: str) -> bool:
    return len(bare) > 1 and name.initials == bare.replace(".", "").replace(" ", "")


def _from_given(name: str, bare: str) -> str:
    """Cut a name to the person, where the label is the given name or the surname.

    "Docente Femke Oosting" labelled Femke is Femke Oosting; "Bas Tervoort van
    Zilverschans" labelled Tervoort is Bas Tervoort.
    """
    words = name.split()
    folded = [word.casefold() for word in words]
    if bare not in folded[1:-1]:
        return name
    at = folded.index(bare)
    return " ".join(words[: at + 1] if words[at + 1].islower() else words[at:])


def _longer(label: str, others: Iterable[str]) -> str | None:
    """Another label of which this one is the surname or the given name."""
    bare = without_honorific(label).casefold()
    for other in others:
        # Most have nothing of it, and there may be thousands.
        if bare not in other.casefold():
            continue
        longer = without_honorific(other)
        folded = longer.casefold()
        if folded != bare and (
            folded.endswith(" " + bare) or folded.startswith(bare + " ")
        ):
            return longer
    return None


def _moderator_name(key: str, label: str) -> str:
    if key in INTERVIEWER_LABELS:
        return INTERVIEWER
    return EXPANDED_LABELS.get(key, label)


def _presentable(label: str) -> str:
    """A label as a name: "De heer Zwanikken" is Zwanikken, full capitals as written."""
    inverted = _INVERTED.match(label)
    if inverted:
        label = f"{inverted['first']}{inverted['between']} {inverted['last']}"
    bare = presentable(label)
    if bare.isupper() and len(bare.split()) > 1 and len(bare) > 5:
        return " ".join(_title_word(word) for word in bare.split())
    return bare


def _title_word(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
