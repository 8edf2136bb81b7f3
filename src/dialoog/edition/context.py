"""The words about a person: in the introduction, a legend, beside the label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.edition.perspective import SPANNING_CUES, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.people import Mention, People

_CLAUSE_END = re.compile(r"[.!?](?=\s|$)|\n")
_ABBREVIATION = re.compile(r"\b(?:dr|prof|drs|ir|mr|mw|ing|em|dhr)\.$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"[.!?]\s+(?=(?:Zij|Ze|Hij)\b(?!\s*:)|[A-Z][a-zà-ÿ]+(?:\s[a-zà-ÿ0-9]+){0,4}?\s(?:is|werkt|doceert|leidt|geeft|doet|runt)\s(?:hij|zij|ze)\b)"
)
_JOIN = re.compile(r",?\s+(?:en|met|versus|tegenover)\s+|,\s+")
# "opzichter Mirthe Zandbergen", "met dierenarts Annelot Priem"
_FUNCTION = re.compile(
    r"(?:^|[\s(,:])(?P<word>(?!mevrouw|meneer|mijnheer|redactie|keek|maart|door|voor|zijn|haar|naar|deze|over|toen|waar|heeft|hebben|spreken|schrijven|spreekt|sprak|"
    r"stond|staat|zit|ging|gaat|kwam|komt|werd|wordt|bleef|blijft|loopt|liep|woont|woonde|heet|heette|werkt|werkte|ziet|leidt|vroegen|vragen|tussen|samen|waarin|waarom|interview|gesprek|auteur|tekst|foto|beeld|gast|host)[a-zà-ÿ-]{4,}|"
    r"[A-ZÀ-Þ][a-zà-ÿ-]{4,}(?:er|iste?|eur|euse|oog|oge|arts|man|vrouw|ster|aris|kundige|[ae]res|aar|[ae]nte?|trice|chef|coach|hoofd|graaf|grafe|tecte?))[ \t]+$"
)
# "Evi Roels, zaakvoerder van drukkerij Roels", "Griet is hoofdverpleegkundige"
_APPOSITION = re.compile(
    r"(?:,\s+|\s+(?:is|was|werkt als)\s+(?:een |de |het )?)(?P<about>(?!(?:die|dat|over|in|met|en|of|waar\w*|tegen|naar|niet|er|"
    r"het|de|een|op|bij|hier|daar|nu|net|al|ook|nog|over\w*)\b)[a-zà-ÿ][^,.;:()\n?!]{3,80})"
)
# "Jet de Vos (JdV) – slaaparts", a line of its own below the name, "Functie: …"
_BESIDE = re.compile(
    r"(?:\s*\([^()\n]{1,12}\))?(?:[ \t]*[*_]*[ \t]*(?:[–—|:]|-(?=\s)|=)[ \t*_]*|[*_]*\n(?:functie|beroep|organisatie|rol|wat|werk|doet|baan|werkt (?:als|bij))\s*:[ \t]*|[*_]*\n(?=(?-i:[a-zà-ÿ])))"
    r"(?P<about>[^.;\n]{3,120})",
    re.IGNORECASE,
)
# "die al negentien jaar treinen bestuurt", "Griet runt al tien jaar een boerderij"
_WORKS = re.compile(
    r"(?:\s*\([^()\n]{1,12}\))?(?:,?\s+(?:die|en)\s+(?:[^.,;()\n?!]{2,60}\s)?|\s+)(?=[^.;()\n?!]{0,80}\b(?:al|sinds|elke|iedere|dagelijks|wekelijks|jaar(?:lang)?|eigen)\b)"
    r"(?P<about>(?!(?:die|en|is|was|zegt|vertelt|vindt|denkt)\b)[a-zà-ÿ][^.;()\n?!]{5,120})"
)
# "Zij rijdt lijn 3, hij is professor mobiliteit. Nadine Bogaerts en Koen De Smedt over …"
_PAIR = re.compile(
    r"(?<!\w)(?P<one>Zij|Hij|De een|De ene|De eerste)\s(?P<first>[^.!?\n;]{5,160}?)(?:,|;)\s(?:en\s|maar\s|terwijl\s)?"
    r"(?P<other>zij|hij|de ander|de andere|de tweede)\s(?P<second>[^.!?\n]{5,160})"
)
# A list of people with functions parts them by it, and has commas within.
_SEMICOLON = re.compile(r";\s+(?:en\s+)?")
_NEAR = 200
# "Wie: Els Pol. Wat: hoogleraar. Waar: Universiteit Lauwersoog", also a line each.
_FIELD = re.compile(
    r"[\s.;,*_•|–—-]*(?P<key>(?!Wie|Naam)[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[a-z]+)?)[*_]*\s*:[ \t*_]*(?P<about>[^\n;.]{2,100})"
)
_WORK_FIELDS = re.compile(
    r"(?:wat|waar|functie|beroep|rol|baan|werk\w*|organisatie|werkgever|doet|van|affiliatie|instelling)\b",
    re.IGNORECASE,
)
_FIELDS_MAX = 6
_AND = re.compile(r"\s*(?:,|en|&|,\sen)\s+")
_PLURAL = re.compile(r"(?:^|[\s(,:])(?P<word>[\w-]{4,}(?:s|en))[ \t]+$")
_OF_ALL = re.compile(r"\s+(?:van|bij|uit|aan|[a-z]{2,}en)\s")
_REACH = 400


def descriptions(people: People, name: str) -> Iterator[Passage]:
    """Yield the stretches of the front that are about a person.

    From the name to the next person or the end of the sentence; from the person before,
    or the start of the sentence, to the name; and a next sentence that goes on with a
    pronoun.
    """
    front = people.front
    mentions = people.introduced
    for index, mention in enumerate(mentions):
        if not _same(mention.name, name):
            continue
        before = mentions[index - 1].end if index else 0
        after = mentions[index + 1].start if index + 1 < len(mentions) else len(front)
        yield from _function(people, mention.start)
        yield from _around(people, mention.start, mention.end, before, after)
        yield from _beside(people, mention.end)
        yield from _fields(people, mention.end)
        yield from _together(people, mentions, index)
    yield from _paired(people, name)


def _paired(people: People, name: str) -> Iterator[Passage]:
    """What "zij …, hij …" says of the two people named beside it, in their order."""
    front = people.front
    for match in _PAIR.finditer(front):
        after = _near(people, match.end(), match.end() + _NEAR)
        names = after or _near(people, match.start() - _NEAR, match.start())
        if len(names) == 2 and name in names:
            begin, end = match.span(("first", "second")[names.index(name)])
            yield Passage(
                start=people.place(begin), end=people.place(end), function=True
            )


def _near(people: People, start: int, end: int) -> list[str]:
    found = [m.name for m in people.mentions if start <= m.start <= end]
    return list(dict.fromkeys(found))


def _same(mention: str, name: str) -> bool:
    """True if one is the other with more words before or behind."""
    return (
        mention == name
        or mention.endswith(" " + name)
        or mention.startswith(name + " ")
        or name.endswith(" " + mention)
    )


def _beside(people: People, end: int) -> Iterator[Passage]:
    """What a list says behind the name, on the next line or as its function."""
    match = _BESIDE.match(people.front, end)
    if match:
        begin, finish = match.span("about")
        yield Passage(
            start=people.place(begin), end=people.place(finish), function=True
        )


def _fields(people: People, end: int) -> Iterator[Passage]:
    """What a box says of a person: "Wat: …", "Functie: …", "Waar: …"."""
    for _ in range(_FIELDS_MAX):
        match = _FIELD.match(people.front, end)
        if match is None:
            return
        end = match.end()
        if _WORK_FIELDS.match(match["key"]):
            begin, finish = match.span("about")
            yield Passage(
                start=people.place(begin), end=people.place(finish), function=True
            )


def _together(
    people: People, mentions: Sequence[Mention], index: int
) -> Iterator[Passage]:
    """What is said of several people at once: "onderzoekers X en Y van Z"."""
    front = people.front
    first = last = index
    while first and _AND.fullmatch(
        front, mentions[first - 1].end, mentions[first].start
    ):
        first -= 1
    while last + 1 < len(mentions) and _AND.fullmatch(
        front, mentions[last].end, mentions[last + 1].start
    ):
        last += 1
    if first < index and (
        match := _PLURAL.search(
            front, max(mentions[first].start - 40, 0), mentions[first].start
        )
    ):
        begin, finish = match.span("word")
        yield Passage(
            start=people.place(begin), end=people.place(finish), function=True
        )
    end = mentions[last].end
    if last > index and _OF_ALL.match(front, end):
        stop = _clause_end(front, end)
        if last + 1 < len(mentions):
            stop = min(stop, _last_join(front, end, mentions[last + 1].start))
        yield Passage(start=people.place(end), end=people.place(stop))


def legend(people: People, label: str) -> Iterator[Passage]:
    """Yield what a list of participants says of a label: `P1: buschauffeur, 54 jaar`."""
    pattern = re.compile(
        rf"(?:^|[;:,])[ \t•*-]*{re.escape(label)}\.?[*_]*[ \t]*(?:(?P<in>\()|[:=\t–—]|-(?!\w))[ \t*_]*(?P<about>\S(?(in)[^\n;()]|[^\n;]){{2,120}}?)(?=$|;|\)|,\s\w{{1,5}}\.?\s?[=:])",
        re.MULTILINE,
    )
    for match in pattern.finditer(people.front):
        start, end = match.span("about")
        yield Passage(start=people.place(start), end=people.place(end), function=True)


def _function(people: People, start: int) -> Iterator[Passage]:
    match = _FUNCTION.search(people.front, max(start - 40, 0), start)
    if match:
        begin, end = match.span("word")
        yield Passage(start=people.place(begin), end=people.place(end), function=True)


def _around(
    people: People, start: int, end: int, before: int, after: int
) -> Iterator[Passage]:
    front = people.front
    stop = _clause_end(front, end)
    right = min(stop, after)
    left = max(before, _sentence_start(front, start))
    if right == after < len(front):
        right = _last_join(front, end, after)
    if before and left == before:
        left = _first_own(front, before, start)
    brackets = _brackets(front, end)
    yield Passage(start=people.place(end), end=people.place(right))
    yield Passage(start=people.place(left), end=people.place(start), leads=True)
    yield Passage(start=people.place(left), end=people.place(right), cues=SPANNING_CUES)
    said = _APPOSITION.match(front, end)
    if said and said.end() <= max(right, end):
        begin, finish = said.span("about")
        yield Passage(
            start=people.place(begin), end=people.place(finish), function=True
        )
    works = _WORKS.match(front, end)
    if works and works.start("about") < max(right, end):
        begin, finish = works.span("about")
        yield Passage(
            start=people.place(begin),
            end=people.place(min(finish, max(right, begin + 1))),
            function=True,
        )
    if brackets:
        yield Passage(
            start=people.place(brackets[0]),
            end=people.place(brackets[1]),
            function=True,
            alone=True,
        )
    pronoun = _PRONOUN.match(front, right) if stop == right else None
    # "Zij is lector, hij repareert tractoren" is of two people, not of the last one.
    if pronoun and not _PAIR.match(front, pronoun.end()):
        begin = pronoun.end()
        finish = min(_clause_end(front, begin), max(after, begin))
        yield Passage(start=people.place(begin), end=people.place(finish))


def _clause_end(front: str, at: int) -> int:
    for stop in _CLAUSE_END.finditer(front, at):
        if not _ABBREVIATION.search(front, max(at, stop.end() - 6), stop.end()):
            return stop.start()
    return len(front)


def _brackets(front: str, end: int) -> tuple[int, int] | None:
    match = re.compile(r"\s*\((?P<about>[^()\n.!?]{5,100})\)").match(front, end)
    return match.span("about") if match else None


def _sentence_start(front: str, at: int) -> int:
    ends = [
        stop.end()
        for stop in _CLAUSE_END.finditer(front, max(at - _REACH, 0), at)
        if not _ABBREVIATION.search(front, max(stop.end() - 6, 0), stop.end())
    ]
    return ends[-1] if ends else max(at - _REACH, 0)


def _last_join(front: str, end: int, after: int) -> int:
    """Where the words about a person stop and those before the next name begin."""
    joins = _joins(front, end, after)
    return joins[-1].start() if joins else after


def _first_own(front: str, before: int, start: int) -> int:
    joins = _joins(front, before, start)
    return joins[-1].end() if joins else start


def _joins(front: str, start: int, end: int) -> Sequence[re.Match[str]]:
    """The places between two names where one description may end and one begin."""
    return list(_SEMICOLON.finditer(front, start, end)) or list(
        _JOIN.finditer(front, start, end)
    )
