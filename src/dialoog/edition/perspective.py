"""From where a speaker looks at the topic, by what the text says of the person.

Evidence is words of the source with a reason. Scientific affiliations, titles and work
speak for `academic`; other functions and employers for `practitioner`; public office for
`other`; leading the conversation for `moderator`. Names and order decide nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.edition.model import Evidence, Perspective

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ACADEMIC = Perspective.ACADEMIC
_PRACTITIONER = Perspective.PRACTITIONER
_OTHER = Perspective.OTHER
_MODERATOR = Perspective.MODERATOR


# A reason that comes back adds little; sums this close are a doubt.
_AGAIN = 0.1
_CLOSE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A pattern in a description that speaks for a perspective with a weight."""

    reason: str
    perspective: Perspective
    weight: float
    pattern: re.Pattern[str]


def _cue(reason: str, perspective: Perspective, weight: float, pattern: str) -> Cue:
    return Cue(
        reason=reason,
        perspective=perspective,
        weight=weight,
        pattern=re.compile(pattern, re.IGNORECASE),
    )


# A person who is both (a lector with a firm, a researcher at an agency) gets both
# weights; the larger sum decides and a small difference is reported as a doubt.
DESCRIPTION_CUES: tuple[Cue, ...] = (
    _cue(
        "an academic rank",
        _ACADEMIC,
        4,
        r"\b(?:hoogleraar|professor|prof\.|(?:associate |practor|bijzonder )?lector(?!aat)|practor|hoofddocent|universitair docent|ud\b|postdoc\w*|promovend\w+|promoveer\w*|doctoraatsstudent\w*|doctorand\w+|phd\b|doctoraat\w*|docent-onderzoeker|wetenschapper|\w+wetenschapper)",
    ),
    _cue("a doctorate", _ACADEMIC, 2, r"\bdr\.(?=\s)|\bgepromoveerd\b"),
    _cue(
        "a university",
        _ACADEMIC,
        3,
        r"\b\w*(?:universiteit\w*|university|hogeschool\w*|business school|kennisinstituut|onderzoeksinstituut|lectoraat|vakgroep|faculteit|KNAW|TNO|RIVM|UMC)\b|\binstituut voor\b|\buniversitei?ten\b",
    ),
    _cue(
        "research as work",
        _ACADEMIC,
        3,
        r"\b\w*(?:onderzoekster|onderzoeker|onderzoekt|onderzoeken|promoveert|doceert)\b|\bdoe(?:t|n)?\b[^.;]{0,60}\bonderzoek\b|\bonderzoek (?:doet|doe|deed)\b",
    ),
    _cue(
        "a field of science",
        _ACADEMIC,
        2,
        r"\b\w*(?:bioloog|biologe|socioloog|sociologe|psycholoog|psychologe|econoom|econome|historicus|historica|geograaf|antropoloog|antropologe|filosoof|filosofe|bestuurskundige|bodemkundige|taalkundige|neerlandicus|ecoloog|ecologe|geoloog|meteoroloog|criminoloog|criminologe|politicoloog|politicologe|pedagoog|statisticus|natuurkundige|scheikundige|sterrenkundige|archeoloog|archeologe)\b",
    ),
    _cue(
        "a public office",
        _OTHER,
        5,
        r"\b(?:wethouder|minister|staatssecretaris|raadslid|kamerlid|statenlid|burgemeester|gedeputeerde|fractievoorzitter|fractie|senator|europarlementariër|schepen)\b",
    ),
    _cue(
        "a political party",
        _OTHER,
        3,
        r"\b(?:\w+partij|Lijst [A-Z]\w+|VVD|PvdA|CDA|D66|GroenLinks|SGP|ChristenUnie|PVV|BBB|NSC|Volt|DENK|N-VA|Vooruit|Open Vld|cd&v|Groen)\b",
    ),
    _cue(
        "leading the conversation",
        _MODERATOR,
        5,
        r"\b(?:voorzitter|presentator|presentatrice|gespreksleid(?:er|ster)|moderator|interviewer|dagvoorzitter|verslaggever|verslaggeefster|podcasthost|host)\b",
    ),
    _cue(
        "a function in practice",
        _PRACTITIONER,
        2,
        r"\b(?:manager|directeur|directrice|eigenaar|mede-eigenaar|oprichter|oprichtster|ondernemer|adviseur|consultant|specialist|praktijkexpert|expert|hoofd|leidinggevende|schoolleider|rector|beheerder|trainer|coach|ontwerper|ontwikkelaar|medewerker|coördinator|verpleegkundige|wijkverpleegkundige|hoofdverpleegkundige|huisarts|arts|dierenarts|logopedist|therapeut|fysiotherapeut|verloskundige|leraar|lerares|docent|leerkracht|agent|hoofdagent|bevelvoerder|brandweer\w*|bakker|kok|boer|boerin|kweker|kweekt|teelt|schipper|imker|monteur|chauffeur|planner|timmerman|orgelbouwer|\w+bouwer|\w+maker|opzichter|conciërge|boswachter|archivaris|bibliothecaris|conservator|advocaat|notaris|journalist|redacteur|marketeer|strateeg|strategist|communicatieman|communicatievrouw|verantwoordelijk(?:e)? voor|runt|leidt|richtte|werkt (?:als|bij)|teamleider|projectleider|groepsleider|bestuurder|ceo|cmo|chef|baas|zzp'er|freelance\w*)\b",
    ),
    _cue(
        "a practice",
        _PRACTITIONER,
        2,
        r"\b(?:praktijk|bedrijf|bureau|\w*bureau|kwekerij|bakkerij|winkel\w*|ziekenhuis|basisschool|boerderij|zorgboerderij|kliniek|dierenkliniek|waterschap|woningcorporatie|corporatie|gemeente(?:lijke)?|thuiszorg|zorggroep|verzekeringen|logistiek|theater|atelier|werkplaats|restaurant|hotel|brandweer|politie\w*|stichting|vereniging|archief|museum|bibliotheek|kinderopvang|schoolkeuken|supermarkt\w*|verzekeraar|bank|keten|fabriek|drinkwaterbedrijf|platform|coöperatie)\b",
    ),
)
# What people say of their own work, and others of theirs, in the turns.
SPEECH_CUES: tuple[Cue, ...] = (
    _cue(
        "speaks as a scientist",
        _ACADEMIC,
        3,
        r"\bals (?:\w+ )?(?:onderzoek\w+|wetenschapper|doctoraatsstudent\w*|promovend\w+|lector|hoogleraar|postdoc\w*|docent-onderzoeker)\b|\b(?:mijn|ons|onze) (?:\w+ )?(?:onderzoek\w*|proefschrift|promotie\w*|lectoraat|lab|vakgroep|studenten|respondenten|proefvelden|modellen|doctoraat\w*|artikel(?:en)?|publicatie\w*|steekproef)\b|\b(?:ik|wij|we) (?:onderzoek\w*|promoveer\w*|publiceer\w*|doe\w* onderzoek)\b|\bik doe (?:\w+ ){0,4}onderzoek\b",
    ),
    _cue(
        "speaks as a practitioner",
        _PRACTITIONER,
        2,
        r"\bals (?:\w+ )?(?!onderzoek|wetenschap|lector|hoogleraar|docent-|promov|postdoc|doctoraat|student|lezer|kijker|kind|mens|je\b|dat\b|die\b|de\b|het\b|we\b|ik\b|een\b|er\b|u\b|hij\b|zij\b|ze\b|in\b|iemand|niemand)[a-zë]{3,}(?:ge|er|ist|eur|man|vrouw|ster|hoofd|coach|arts|ant|ent|kundige|kweker|boer)\b (?:ik|sta|werk|heb|ben|zie|moet|weet|loop)|\b(?:mijn|onze) (?:\w+ )?(?:klanten|bedrijf|team|collega['’]?s|winkel|zaak|praktijk|patiënten|cliënten|leerlingen|medewerkers|leveranciers|personeel|bewoners|gasten|bezoekers|werkgever|afdeling|vak)\b",
    ),
)
# What the others say to or of a person: "Evert, jij bent imker".
ADDRESS_CUES: tuple[Cue, ...] = (
    _cue(
        "is addressed as a scientist",
        _ACADEMIC,
        3,
        r"\b(?:jij|je|u)\s+(?:onderzoekt|bestudeert|doceert|promoveert|publiceert|doet (?:\w+ ){0,4}onderzoek)\b|\b(?:jouw|je|uw) (?:\w+ )?(?:onderzoek|proefschrift|promotie|lectoraat|lab|studenten|vakgroep)\b|\b(?:jij|je|u|die|is|als)\s+(?:bent\s+|werkt als\s+)?(?:(?:de|het|een|\w+)\s+){0,3}(?:\w*onderzoek(?:er|ster|t)|hoogleraar|lector|wetenschapper|promovend[ua]s?|\w+loog)\b",
    ),
    _cue(
        "is addressed as a practitioner",
        _PRACTITIONER,
        2,
        r"\b(?:jij|u|je)\s+(?:bent|was|werd|werkt als|begon als)\s+(?!je\b|u\b|er\b|het met|niet\b|toch\b|blij|bang|trots|klaar|geboren|gewend)(?:(?:de|het|een|al|sinds|ook|nu|zelf|laatste|enige|eerste|jongste|oudste|\w+ jaar)\s+){0,4}[a-zà-ÿ-]{4,}\b|\b(?:jij|u)\s+(?!bent|was|hebt|heeft|zegt|zei|vindt|denkt|weet|kunt|kan|wilt|wil|moet|mag|gaat|komt|ziet|zult|zou|noemt|schrijft|vertelt|onderzoekt|bestudeert|doceert|doet|wordt|houdt|staat|zit)[a-z]{4,}t\b|\biemand die \w+ \w*(?:kweekt|maakt|bakt|repareert|bouwt|teelt|verkoopt|runt|fokt|restaureert|verzorgt|kookt|rijdt|schildert)\b|\b(?:voor (?:haar|zijn|hun|je|uw) beroep|van beroep)\b|\b(?:op de markt|in de winkel|in het atelier|op de boerderij|in de werkplaats|in de praktijk)\b",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words about a speaker, and the cues to look for in them.

    The words are `source[start:end]`, or `words` where the file tells them outside its
    text. `function` says that they name what the person does or for whom: then they
    speak for practice where nothing in them is of science.
    """

    start: int = 0
    end: int = 0
    words: str = ""
    cues: tuple[Cue, ...] = DESCRIPTION_CUES
    weight: float = 1.0
    function: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A perspective, what speaks for it, and whether it is a close call."""

    perspective: Perspective
    evidence: tuple[Evidence, ...]
    doubtful: bool


def judge(text: str, passages: Sequence[Passage]) -> Judgement | None:
    """Return the perspective that passages about a speaker speak for, or None."""
    sums: dict[Perspective, float] = {}
    found: dict[Perspective, list[Evidence]] = {}
    for cue, evidence, weight in _matches(text, passages):
        kind = cue.perspective
        known = found.setdefault(kind, [])
        if any(evidence.reason == other.reason for other in known):
            weight *= _AGAIN
        else:
            known.append(evidence)
        sums[kind] = sums.get(kind, 0.0) + weight
    if not sums:
        return _outside_science(text, passages)
    ranked = sorted(sums, key=lambda kind: -sums[kind])
    best = ranked[0]
    close = len(ranked) > 1 and sums[ranked[1]] > _CLOSE * sums[best]
    return Judgement(perspective=best, evidence=tuple(found[best]), doubtful=close)


def _matches(
    text: str, passages: Iterable[Passage]
) -> Iterator[tuple[Cue, Evidence, float]]:
    for passage in passages:
        for cue in passage.cues:
            for match in _find(text, passage, cue):
                yield (
                    cue,
                    _evidence(match, cue.reason, passage),
                    cue.weight * passage.weight,
                )


def _find(text: str, passage: Passage, cue: Cue) -> Iterator[re.Match[str]]:
    if passage.words:
        return cue.pattern.finditer(passage.words)
    return cue.pattern.finditer(text, passage.start, passage.end)


def _outside_science(text: str, passages: Iterable[Passage]) -> Judgement | None:
    """A function or employer that is not of science is of practice."""
    for passage in passages:
        words = " ".join((passage.words or text[passage.start : passage.end]).split())
        if passage.function and words:
            place = (None, None) if passage.words else (passage.start, passage.end)
            evidence = Evidence(
                text=words,
                reason="a function or employer outside science",
                start=place[0],
                end=place[1],
            )
            return Judgement(
                perspective=_PRACTITIONER, evidence=(evidence,), doubtful=False
            )
    return None


def _evidence(match: re.Match[str], reason: str, passage: Passage) -> Evidence:
    words = " ".join(match.group().split())
    if passage.words:
        return Evidence(text=words, reason=reason)
    return Evidence(text=words, reason=reason, start=match.start(), end=match.end())
