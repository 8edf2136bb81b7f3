"""From where a speaker looks at the topic, by what the text says of the person.

Evidence is words of the source with a reason. Scientific affiliations, titles and work
speak for `academic`; other functions and employers for `practitioner`; public office for
`other`; leading the conversation for `moderator`. Names and order decide nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dialoog.edition.model import Evidence, Perspective
from dialoog.edition.roles import (
    CITIZEN,
    FIELD,
    FUNCTION,
    JOURNALIST,
    LEADING,
    OFFICE,
    RANK,
    RESEARCH,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Who is in the chair leads the conversation, or an organisation.
CHAIR = "in the chair"
_ACADEMIC = Perspective.ACADEMIC
_PRACTITIONER = Perspective.PRACTITIONER
_OTHER = Perspective.OTHER
_MODERATOR = Perspective.MODERATOR


# A reason that comes back adds little; sums this close are a doubt.
_AGAIN = 0.1
_CLOSE = 0.6
# What somebody was counts less than what somebody is; who has a function of practice at
# a university (its spokesman) is of practice.
_PAST = 0.2
_SERVES_SCIENCE = 0.4
# What somebody does a day a week, or as a researcher of a firm, counts less as well.
_ASIDE = 0.6


class Kind(StrEnum):
    """What a cue says: what somebody is, where somebody works, or something else."""

    ROLE = "role"
    EMPLOYER = "employer"
    WORK = "work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A pattern in a description that speaks for a perspective with a weight."""

    reason: str
    perspective: Perspective
    weight: float
    pattern: re.Pattern[str]
    kind: Kind = Kind.WORK


def _cue(
    reason: str,
    perspective: Perspective,
    weight: float,
    pattern: str,
    kind: Kind = Kind.WORK,
) -> Cue:
    return Cue(
        reason=reason,
        perspective=perspective,
        weight=weight,
        pattern=re.compile(pattern, re.IGNORECASE),
        kind=kind,
    )


_UNIVERSITY = (
    r"\w*universiteit\w*|university|\w*universitei?ten|\w*hogeschool\w*|business school|kennisinstituut|kenniscentrum|onderzoeksinstituut|"
    r"(?:plan|reken)bureau voor|(?:centraal|sociaal en cultureel) planbureau|lectoraat|vakgroep|faculteit|instituut voor|institute (?:for|of)|"
    r"(?-i:KNAW|TNO|RIVM|KNMI|NIOZ|NIOD|CWI|NWO|SCP|CPB|PBL|CBS|INBO|VITO|ILVO|Sciensano|UMC|(?:TU|KU|UC)(?=\s[A-Z]))"
)
_RESEARCH_UNIT = r"(?:lectoraat|vakgroep|faculteit|onderzoeks\w+|opleiding\w*|bachelor\w*|master\w*|kenniscentrum|lab)"
_PRACTICE = (
    r"(?:\w+-?)?(?:branderij|rederij|smederij|slagerij|makerij|wasserij|praktijk|bedrijf|bureau|kwekerij|bakkerij|winkel\w*|ziekenhuis|boerderij|kliniek|(?:water|heemraad|haven|product|bedrijf)schap|corporatie|thuiszorg|zorggroep|zorgcentrum|"
    r"verzekeringen|verzekeraar|logistiek|theater|atelier|werkplaats|restaurant|hotel|brandweer|politie\w*|stichting|vereniging|museum|bibliotheek|"
    r"kinderopvang|keuken|supermarkt\w*|keten|fabriek|fabrikant|coöperatie|kantoor|redactie|dagblad|krant|weekblad|magazine|drukkerij|brouwerij|merk|"
    r"lyceum|gymnasium|vakbond|leverancier|aannemer|agency|groothandel)|basisschool|gemeente(?:lijke)?|archief|bank|platform|garage|ngo|vzw|ggd|"
    r"scale-up|start-?up|omroep|provincie|ministerie|kringloop\w*|(?-i:[A-Z]\w+ College)"
)
# "zaadveredelaar Sluiter Zaden": what a firm does, before its name.
_FIRM = (
    r"\b(?:bij|voor|van)\s[a-zà-ÿ-]*(?:veredelaar|fabrikant|producent|leverancier|verzekeraar|exploitant|uitgever|vervoerder|"
    r"bouwer|maker|aanbieder|ontwikkelaar|reus|concern|verwerker|distributeur|dienstverlener|beheerder|brouwer|farmaceut|adviseurs)"
    r"(?=\s(?-i:[A-ZÀ-Þ]))"
)
_SCHOOL = r"[\w’-]*(?:lyceum|gymnasium|atheneum|college|(?<!hoge)(?<!business )school)"
PARTY_NAMES = r"(?-i:VVD|PvdA|CDA|D66|GroenLinks|SGP|ChristenUnie|PVV|BBB|NSC|Volt|DENK|N-VA|Vooruit|Open Vld|cd&v|Groen)(?!\w|\s(?-i:[A-Z]))"

PARTY = re.compile(PARTY_NAMES)

# A person who is both (a lector with a firm, a researcher at an agency) gets both
# weights; the larger sum decides and a small difference is reported as a doubt.
DESCRIPTION_CUES: tuple[Cue, ...] = (
    _cue("an academic rank", _ACADEMIC, 4, rf"\b(?:{RANK})(?!\w)", Kind.ROLE),
    _cue(
        "teaches at a university",
        _ACADEMIC,
        3,
        rf"\b(?:(?<!-)(?:docente?|assistente?)\b(?!-)|(?:geeft|gaf|geven) (?:\w+ ){{0,5}}(?:les|college)|doceer\w+)(?=[^.;!?]{{0,60}}\b(?:{_UNIVERSITY}))",
        Kind.ROLE,
    ),
    _cue(
        "a doctorate",
        _ACADEMIC,
        1,
        r"\bdr\.(?=\s)|\b(?:gepromoveerd|promoveerde|doctor in)\b",
    ),
    _cue("a university", _ACADEMIC, 3, rf"\b(?:{_UNIVERSITY})(?!\w)", Kind.EMPLOYER),
    _cue("research as work", _ACADEMIC, 3, rf"\b(?:{RESEARCH})s?\b", Kind.ROLE),
    _cue(
        "research as work",
        _ACADEMIC,
        3,
        r"\b(?:onderzoekt|onderzoeken|promoveert|promoveren|doceert|doceren|bestudeert|bestudeerde)\b|\bdoe(?:t|n)?\b[^.;]{0,60}\bonderzoek\b|"
        r"\bonderzoek (?:doet|doe|deed)\b|\b(?:leerstoel|proefschrift|doctoraat\w*|afscheidsrede|oratie)\b",
    ),
    _cue("a field of science", _ACADEMIC, 2, rf"\b(?:{FIELD})\b", Kind.ROLE),
    _cue(
        "leads research or teaching",
        _ACADEMIC,
        3,
        rf"\b(?:hoofd|directeur|coördinator|leid(?:er|t)|manager|voorzitter)\s(?:van )?(?:de |het |een )?(?:\w+ )?{_RESEARCH_UNIT}\b",
        Kind.ROLE,
    ),
    _cue("a public office", _OTHER, 5, rf"\b(?:{OFFICE})\b", Kind.ROLE),
    _cue(
        "a public office",
        _OTHER,
        5,
        r"\bfractie\b",
    ),
    _cue(
        "a political party",
        _OTHER,
        3,
        rf"\b(?:\w+partij|(?-i:[A-Z]\w+ (?:Partij|Lijst|Belang)|Lijst [A-Z]\w+))\b|(?:\b(?:van|voor|namens|bij)\s(?:de\s)?|\(){PARTY_NAMES}|^{PARTY_NAMES}$",
    ),
    _cue("speaks as a citizen", _OTHER, 1.5, rf"\b(?:{CITIZEN})\b", Kind.ROLE),
    _cue("leading the conversation", _MODERATOR, 5, rf"\b(?:{LEADING})\b", Kind.ROLE),
    _cue(
        CHAIR,
        _MODERATOR,
        1.5,
        r"\b(?:commissie|raads|vergader|panel|sessie)?voorzit(?:ter|ster)\b(?!\svan)|^(?:de )?redactie$",
        Kind.ROLE,
    ),
    _cue(
        "a function in practice",
        _PRACTITIONER,
        2,
        rf"\b(?<!universitair )(?!(?:{RANK}|{RESEARCH}|{FIELD})(?!\w))(?:{FUNCTION}|{JOURNALIST}|voorzit(?:ter|ster) van)s?\b(?!-onderzoek|\s(?:van )?(?:de |het |een )?(?:\w+ )?{_RESEARCH_UNIT}\b)",
        Kind.ROLE,
    ),
    _cue(
        "work in practice",
        _PRACTITIONER,
        2,
        r"\b(?:kweekt|teelt|verantwoordelijk(?:e)? voor|runt|leidt|richtte|werkt (?:als|bij)|beheert|verkoopt|bakt|bouwt|ontwerpt|repareert|opereert|coördineert|"
        r"onderhandelt|adviseert|geeft (?:\w+ ){0,3}leiding|freelance\w*|(?:staat|sta) voor de klas|geeft les aan groep)\b",
    ),
    _cue(
        "teaches at a school",
        _PRACTITIONER,
        3,
        rf"\b(?:geeft|gaf|geven|doceert)\s(?:\w+\s){{0,5}}?(?:op|aan|in|bij)\s(?:(?:de|het|een)\s)?{_SCHOOL}\b",
        Kind.ROLE,
    ),
    _cue(
        "works for a practice",
        _PRACTITIONER,
        1,
        rf"\b(?:werk(?:t|en|zaam)|in dienst)\b[^.;,]{{0,40}}?\b(?:bij|voor|van|in|op)\s(?:(?:de|het|een|zijn|haar)\s)?(?:{_PRACTICE})\b|"
        rf"\beigen (?:{_PRACTICE})\b",
        Kind.ROLE,
    ),
    _cue(
        "a practice",
        _PRACTITIONER,
        2,
        rf"\b(?:{_PRACTICE})\b|{_FIRM}",
        Kind.EMPLOYER,
    ),
)
# These need the words on either side of a name: "Docente Rana Sahin van de Hogeschool".
SPANNING_CUES = tuple(
    cue for cue in DESCRIPTION_CUES if cue.reason == "teaches at a university"
)
# What people say of their own work, and others of theirs, in the turns.
SPEECH_CUES: tuple[Cue, ...] = (
    _cue(
        "speaks as a scientist",
        _ACADEMIC,
        3,
        r"\bals (?:\w+ )?(?:onderzoek\w+|wetenschapper|doctoraatsstudent\w*|promovend\w+|lector|hoogleraar|postdoc\w*|docent-onderzoeker)\b|\b(?<!bij )(?<!met )(?:(?<!voor )(?:ons|onze)|mijn) (?:\w+ )?(?:onderzoek\w*|proefschrift|promotie\w*|lectoraat|lab|vakgroep|studenten|respondenten|proefvelden|modellen|doctoraat\w*|artikel(?:en)?|publicatie\w*|steekproef|meting(?:en)?|model|enquêtes?|proefpersonen|experiment\w*)\b|\b(?:mijn|ons|onze) (?:\w+ )?(?:meting(?:en)?|metingenreeks|dataset|steekproef|enquêtes?|proefpersonen|experiment\w*|publicaties?|\w*promovend(?:us|a|i|ae)|promotor(?:en)?|onderzoeksgroep|leerstoel|\w{3,}studies?|\w*proef(?:opstelling|opzet)?|veldwerk|colleges?)\b|\bonze studies?\b|\b(?:ik|wij|we) (?:\w+ ){0,3}(?:onderzoek|onderzochten?|promoveer\w*|publiceer\w*|doe\w* onderzoek)\b|\bik\b[^.?!]{0,30}\bpromoveren\b|\b(?:ik|wij|we)\b[^.?!]{0,40}\b(?:artikel(?:en)?|papers?|proefschrift)\b[^.?!]{0,20}\b(?:geschreven|gepubliceerd)\b|\bonderzoek\b[^.?!]{0,25}\bvan (?:mij|ons)\b|\bik doe (?:\w+ ){0,4}onderzoek\b|\b(?:ik|wij|we|ons)\b[^.?!,]{0,40}\b(?:op|aan) (?:de|onze|mijn) (?:universiteit|hogeschool|faculteit)\b",
    ),
    _cue(
        "speaks as a practitioner",
        _PRACTITIONER,
        2,
        r"\bals (?:\w+ )?(?!onderzoek|wetenschap|lector|hoogleraar|docent-|promov|postdoc|doctoraat|student|lezer|kijker|kind|mens|je\b|dat\b|die\b|de\b|het\b|we\b|ik\b|een\b|er\b|u\b|hij\b|zij\b|ze\b|in\b|iemand|niemand)[a-zë]{3,}(?:ge|er|ist|eur|man|vrouw|ster|hoofd|coach|arts|ant|ent|kundige|kweker|boer)\b (?:ik|sta|werk|heb|ben|zie|moet|weet|loop)|\b(?:mijn|onze) (?:\w+ )?(?:klanten|bedrijf|team|collega['’]?s|winkel|zaak|praktijk|patiënten|cliënten|leerlingen|medewerkers|leveranciers|personeel|bewoners|gasten|bezoekers|werkgever|afdeling|vak|garage|keuken|atelier|werkplaats|kliniek|school|klas|redactie)\b",
    ),
)
# What the others say to or of a person: "Evert, jij bent imker".
ADDRESS_CUES: tuple[Cue, ...] = (
    _cue(
        "is addressed as a scientist",
        _ACADEMIC,
        3,
        rf"\bdoet\b[^.;?!]{{0,40}}\bonderzoek\b|\bdie\b[^.;?!]{{0,60}}\bonderzoek (?:doet|deed|leidt)\b|\b(?:jij|je|u|die)\s+(?:\w+ ){0, 2}(?:onderzoekt|bestudeert|doceert|promoveert|publiceert|doet (?:\w+ ){{0,4}}onderzoek)\b|\b(?:jouw|je|uw) (?:\w+ )?(?:onderzoek|proefschrift|promotie|lectoraat|lab|studenten|vakgroep)\b|\b(?:jij|je|u|die|is|als)\s+(?:bent\s+|werkt als\s+)?(?:(?:de|het|een|\w+)\s+){{0,3}}(?:\w*onderzoek(?:er|ster|t)|hoogleraar|lector|wetenschapper|promovend[ua]s?|{FIELD})\b",
    ),
    _cue(
        "is addressed as a practitioner",
        _PRACTITIONER,
        2,
        r"\b(?:jij|u|je)\s+(?:bent|was|werd|werkt als|begon als)\s+(?!je\b|u\b|er\b|het met|niet\b|toch\b|blij|bang|trots|klaar|geboren|gewend)(?:(?:de|het|een|al|sinds|ook|nu|zelf|laatste|enige|eerste|jongste|oudste|\w+ jaar)\s+){0,4}[a-zà-ÿ-]{4,}\b|\b(?:jij|u)\s+(?!bent|was|hebt|heeft|zegt|zei|vindt|denkt|weet|kunt|kan|wilt|wil|moet|mag|gaat|komt|ziet|zult|zou|noemt|schrijft|vertelt|onderzoekt|bestudeert|doceert|doet|wordt|houdt|staat|zit)[a-z]{4,}t\b|,\s(?:die|en) (?:al|sinds|elke|iedere|dagelijks)\b[^.?!]{5,80}|\biemand die \w+ \w*(?:kweekt|maakt|bakt|repareert|bouwt|teelt|verkoopt|runt|fokt|restaureert|verzorgt|kookt|rijdt|schildert)\b|\b(?:voor (?:haar|zijn|hun|je|uw) beroep|van beroep)\b|\b(?:op de markt|in de winkel|in het atelier|op de boerderij|in de werkplaats|in de praktijk)\b",
    ),
)


SELF = re.compile(
    r"\b(?:ik (?:ben|werk|heet|doceer|leid|run)|mijn naam is)\b[^.!?\n]{0,160}",
    re.IGNORECASE,
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
    leads: bool = False
    alone: bool = False


_BEFORE = 120
_SHORT = 16
# "perschef van een Vlaams minister": the minister is somebody else.
_OF_ANOTHER = re.compile(
    r"\b(?<!één van )(?<!een van )(?:van|voor|met|tegen|over|bij|door|namens|tussen|naast|onder|aan|uit|zonder|geen)\s+"
    r"(?:(?:een|de|het|haar|zijn|hun|onze|ons|\w+e|\w+s|\d+)\s+){0,3}$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:alumn(?:us|a)|was|waren|werkte|begon|voormalige?|voorheen|vroeger|eerder|oud-?|ex-?|gewezen|ooit|eerst|jarenlang|(?:af)?studeerde|opgeleid)\b",
    re.IGNORECASE,
)
# "en is een dag in de week gastonderzoeker": what somebody mainly does is said before.
_SIDELINE = re.compile(
    r"\b(?:een|één|twee|anderhalve|halve) dag(?:en)? (?:in de|per) week\b|\bdeeltijds?\b|\bparttime\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"[.;:!?]|\b(?:nu|vandaag|tegenwoordig|inmiddels|thans|is|leidt|werkt|runt|begeleidt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A perspective, what speaks for it, and whether it is a close call."""

    perspective: Perspective
    evidence: tuple[Evidence, ...]
    doubtful: bool


def judge(text: str, passages: Sequence[Passage]) -> Judgement | None:
    """Return the perspective that passages about a speaker speak for, or None."""
    found = [match for passage in passages for match in _matches(text, passage)]
    if _now(found, _PRACTITIONER, Kind.EMPLOYER):
        # The chair of a company or an association leads that.
        found = [each for each in found if each.cue.reason != CHAIR]
    sums = {
        kind: _sum([each for each in found if each.cue.perspective is kind])
        for kind in dict.fromkeys(each.cue.perspective for each in found)
    }
    if not sums:
        return _outside_science(text, passages)
    if _serves_science(found):
        sums[_ACADEMIC] *= _SERVES_SCIENCE
    elif _researches_for_practice(found):
        sums[_ACADEMIC] *= _ASIDE
    ranked = sorted(sums, key=lambda kind: -sums[kind])
    best = ranked[0]
    close = len(ranked) > 1 and sums[ranked[1]] > _CLOSE * sums[best]
    return Judgement(
        perspective=best,
        evidence=_distinct([each for each in found if each.cue.perspective is best]),
        doubtful=close or _is_both(found),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    cue: Cue
    evidence: Evidence
    weight: float
    past: bool


def _matches(text: str, passage: Passage) -> Iterator[_Match]:
    words = passage.words or text
    start, end = (0, len(words)) if passage.words else (passage.start, passage.end)
    for cue in passage.cues:
        for match in cue.pattern.finditer(words, start, end):
            before = words[max(start, match.start() - _BEFORE) : match.start()]
            own = passage.leads and not words[match.end() : end].strip(" \t*_:,")
            if cue.kind is Kind.ROLE and not own and _OF_ANOTHER.search(before):
                continue
            earlier = words[max(start - _SHORT, 0) : start]
            past = cue.kind is not Kind.WORK and _is_past(earlier + before)
            weight = cue.weight * passage.weight * (_PAST if past else 1.0)
            if cue.kind is Kind.ROLE and _is_sideline(before):
                weight *= _ASIDE
            evidence = _evidence(match, cue.reason, passage)
            yield _Match(cue=cue, evidence=evidence, weight=weight, past=past)


def _is_past(before: str) -> bool:
    return bool(_WAS.search(_clause(before)))


def _is_sideline(before: str) -> bool:
    return bool(_SIDELINE.search(_clause(before)))


def _clause(before: str) -> str:
    return before[max((m.end() for m in _PRESENT.finditer(before)), default=0) :]


def _sum(found: Sequence[_Match]) -> float:
    """The strongest match of each reason, and a little for each further one."""
    weights: dict[str, list[float]] = {}
    for each in found:
        weights.setdefault(each.cue.reason, []).append(each.weight)
    return sum(max(w) + _AGAIN * (sum(w) - max(w)) for w in weights.values())


def _distinct(found: Sequence[_Match]) -> tuple[Evidence, ...]:
    """The evidence for each reason: what is so now before what was so."""
    best: dict[str, _Match] = {}
    for each in found:
        known = best.get(each.cue.reason)
        if known is None or (known.past and not each.past):
            best[each.cue.reason] = each
    return tuple(each.evidence for each in best.values())


def _now(
    found: Sequence[_Match], perspective: Perspective, *kinds: Kind
) -> list[_Match]:
    return [
        each
        for each in found
        if each.cue.perspective is perspective
        and each.cue.kind in kinds
        and not each.past
    ]


def _serves_science(found: Sequence[_Match]) -> bool:
    """True for a function of practice where science is only the employer."""
    science = {each.cue.reason for each in found if each.cue.perspective is _ACADEMIC}
    return bool(
        science
        and science <= {"a university", "a doctorate"}
        and _now(found, _PRACTITIONER, Kind.ROLE)
    )


def _researches_for_practice(found: Sequence[_Match]) -> bool:
    """True for a researcher without a rank whom only a practice employs."""
    reasons = {each.cue.reason for each in found if each.cue.perspective is _ACADEMIC}
    return (
        reasons <= {"research as work", "a doctorate"}
        and bool(_now(found, _ACADEMIC, Kind.ROLE))
        and bool(_now(found, _PRACTITIONER, Kind.EMPLOYER))
    )


def _is_both(found: Sequence[_Match]) -> bool:
    """True for a role on either side, or a researcher employed outside science."""
    science = _now(found, _ACADEMIC, Kind.ROLE)
    if not science:
        return False
    employed = _now(found, _ACADEMIC, Kind.EMPLOYER)
    return bool(
        _now(found, _PRACTITIONER, Kind.ROLE)
        or (not employed and _now(found, _PRACTITIONER, Kind.EMPLOYER))
    )


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
