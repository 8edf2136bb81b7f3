"""The words about a person: in the introduction, a legend, beside the label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.edition.perspective import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.people import People

_CLAUSE_END = re.compile(r"[.!?](?=\s|$)|\n")
_ABBREVIATION = re.compile(r"\b(?:dr|prof|drs|ir|mr|mw|ing|em|dhr)\.$", re.IGNORECASE)
_PRONOUN = re.compile(r"[.!?]\s+(?=(?:Zij|Ze|Hij)\b)")
_JOIN = re.compile(r",?\s+(?:en|met|versus|tegenover)\s+|,\s+")
# "opzichter Mirthe Zandbergen", "met dierenarts Annelot Priem"
_FUNCTION = re.compile(
    r"(?:^|[\s(,:])(?P<word>(?!door|voor|zijn|haar|naar|deze|over|toen|waar|heeft|hebben|spreken|schrijven|spreekt|sprak|"
    r"vroegen|vragen|tussen|samen|waarin|waarom|interview|gesprek|auteur|tekst|foto|beeld|gast|host)[a-zà-ÿ-]{4,}|"
    r"[A-ZÀ-Þ][a-zà-ÿ-]{4,}(?:er|ist|eur|oog|arts|man|ster|aris|kundige))\s+$"
)
# "Evi Roels, zaakvoerder van drukkerij Roels", "Griet is hoofdverpleegkundige"
_APPOSITION = re.compile(
    r"(?:,\s+|\s+(?:is|was|werkt als)\s+(?:een |de |het )?)(?P<about>(?!(?:die|dat|over|in|met|en|of|waar\w*|tegen|naar|niet|er|"
    r"het|de|een|op|bij|hier|daar|nu|net|al|ook|nog|over\w*)\b)[a-zà-ÿ][^,.;:()\n?!]{3,80})"
)
_REACH = 400


def descriptions(people: People, name: str) -> Iterator[Passage]:
    """Yield the stretches of the front that are about a person.

    From the name to the next person or the end of the sentence; from the person before,
    or the start of the sentence, to the name; and a next sentence that goes on with a
    pronoun.
    """
    front = people.front
    mentions = people.mentions
    for index, mention in enumerate(mentions):
        if mention.name != name:
            continue
        before = mentions[index - 1].end if index else 0
        after = mentions[index + 1].start if index + 1 < len(mentions) else len(front)
        yield from _function(people, mention.start)
        yield from _around(people, mention.start, mention.end, before, after)


def legend(people: People, label: str) -> Iterator[Passage]:
    """Yield what a list of participants says of a label: `P1: buschauffeur, 54 jaar`."""
    pattern = re.compile(
        rf"^[ \t•*-]*{re.escape(label)}\.?[*_]*[ \t]*(?:[:=\t–—(-])[ \t*_]*(?P<about>\S[^\n]{{2,120}})$",
        re.MULTILINE,
    )
    for match in pattern.finditer(people.front):
        start, end = match.span("about")
        yield Passage(
            start=people.offset + start, end=people.offset + end, function=True
        )


def _function(people: People, start: int) -> Iterator[Passage]:
    match = _FUNCTION.search(people.front, max(start - 40, 0), start)
    if match:
        begin, end = match.span("word")
        yield Passage(
            start=people.offset + begin, end=people.offset + end, function=True
        )


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
    yield Passage(start=people.offset + end, end=people.offset + right)
    yield Passage(start=people.offset + left, end=people.offset + start)
    said = _APPOSITION.match(front, end)
    if said and said.end() <= max(right, end):
        begin, finish = said.span("about")
        yield Passage(
            start=people.offset + begin, end=people.offset + finish, function=True
        )
    if brackets:
        yield Passage(
            start=people.offset + brackets[0],
            end=people.offset + brackets[1],
            function=True,
        )
    pronoun = _PRONOUN.match(front, right) if stop == right else None
    if pronoun:
        begin, finish = pronoun.end(), _clause_end(front, pronoun.end())
        yield Passage(start=people.offset + begin, end=people.offset + finish)


def _clause_end(front: str, at: int) -> int:
    for stop in _CLAUSE_END.finditer(front, at):
        if not _ABBREVIATION.search(front, max(at, stop.end() - 6), stop.end()):
            return stop.start()
    return len(front)


def _brackets(front: str, end: int) -> tuple[int, int] | None:
    match = re.compile(r"\s*\((?P<about>[^()\n]{5,100})\)").match(front, end)
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
    joins: Sequence[re.Match[str]] = list(_JOIN.finditer(front, end, after))
    return joins[-1].start() if joins else after


def _first_own(front: str, before: int, start: int) -> int:
    joins = list(_JOIN.finditer(front, before, start))
    return joins[-1].end() if joins else start
