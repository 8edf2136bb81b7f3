"""The organisation a description names."""

from __future__ import annotations

import re

from dialoog.edition.roles import OFFICE

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}[\w’'&.-]*\w|{_CAPITAL}"
_INNER = r"van|voor|de|het|der|den|des|en|&|op|aan|’t|'t"
# "Universiteit Gent", "De Ploegschaar", "Onderzoek & Co"
_PROPER = rf"(?:{_WORD})(?:\s+(?:(?:{_INNER})\s+){{0,2}}(?:{_WORD}))*"
_HEAD = r"(?:(?!(?:van|bij|aan|voor|met|uit|over)\s)[a-zà-ÿ-]{3,}\s+)"
_LINK = re.compile(
    rf"\b(?i:van|bij|aan|voor|runt|oprichter van)\s+(?:de |het |een |deze )?(?:{_HEAD}){{0,2}}?"
    rf"(?P<org>(?:{_HEAD})?{_PROPER})"
)
_HEAD_NOUN = (
    r"universiteit|university|hogeschool|college|school|instituut|institute|academie|ziekenhuis|bureau|kliniek|"
    r"zorg|corporatie|waterschap|gemeente|kwekerij|boerderij|praktijk|keten|bedrijf|archief|museum|brandweer|"
    r"kotter|bank|theater|opvang|keuken|eenheid|stichting|winkel|magazine|groep|bibliotheek|fabriek|brouwerij|"
    r"bakkerij|coöperatie|vereniging|platform|uitgeverij|werkplaats|atelier|remise|garage|hotel|restaurant|redactie|"
    r"branderij|rederij|smederij|slagerij|makerij|wasserij|ministerie|politie|lyceum|gymnasium|omroep|drukkerij|provincie|verzekeraar|lectoraat|kenniscentrum|ngo|vzw"
)
_KIND = re.compile(
    rf"(?P<org>(?:{_CAPITAL}[\w-]+\s+)?(?<![\w-])(?i:[\w-]*(?:{_HEAD_NOUN})(?:-eenheid)?)"
    rf"(?:\s+(?:van\s+|voor\s+)?{_PROPER})?)(?!\w)"
)
_UNIVERSITY = re.compile(
    rf"(?P<org>(?:(?:{_CAPITAL}[\w-]+\s+){{0,2}}(?:(?i:[\w-]*(?:universiteit|university|hogeschool))(?!\w))"
    rf"(?:\s+(?:van\s+(?:de\s+|het\s+)?|voor\s+)?{_PROPER})?)|(?:TU|KU|UMC|ROC|UC)\s+{_PROPER})"
)
# "alumna van Hogeschool West, brouwster bij …": where somebody was is no employer, nor
# is "werkte jarenlang bij Weststroom". "Was" and the like are past beside a "nu" only.
_WAS_THERE = re.compile(
    r"\b(?:alumn(?:us|a)|afgestudeerd|studeerde|studeert|promoveerde|gepromoveerd|opgeleid|"
    r"werkten?|voorheen|vroeger|voormalige?|gewezen|(?:oud|ex)-(?-i:[a-zà-ÿ])[\w-]*|"
    r"(?:was|waren|leidde|runde|zat|begon)(?=[^.;]*\b(?:nu|inmiddels|tegenwoordig|thans)\b))\b"
    r"(?:(?!\sen\s(?-i:[a-zà-ÿ])|\s(?:maar|nu)\s)[^,.;()])*",
    re.IGNORECASE,
)
# What an office is about is no organisation: "schepen van Mobiliteit en Openbare Werken".
_POLICY = (
    r"(?:[A-Z][a-z]+e\s)?(?:[\w-]*(?:iteit|onderwijs|cultuur|infrastructuur|landbouw|financiën|economie|energie|zaken|zorg|"
    r"welzijn|ordening|milieu|klimaat|verkeer|vervoer|toerisme|handel|integratie|innovatie|participatie|ontwikkeling|"
    r"gezondheid|veiligheid|justitie|defensie|erfgoed|beleid|migratie|waterstaat|ing|heid|schap)|"
    r"gezin|jeugd|sport|wonen|bouwen|werk(?:en)?|inkomen|ruimte|natuur|water|kansen|personeel|groen|media|asiel|ouderen|"
    r"kunst(?:en)?|evenementen|feestelijkheden|kind(?:eren)?|staat)(?!\w)"
)
_PORTFOLIO = re.compile(
    rf"\b(?:{OFFICE})\s(?:van|voor)\s(?:de\s|het\s)?{_POLICY}(?:(?:,\s|\s(?:en|&)\s){_POLICY})*",
    re.IGNORECASE,
)
# Nor is what somebody makes: "host van de podcast Klare Taal".
_WORK = re.compile(
    r"\b(?:van|achter|uit|voor|in)\s(?:(?:de|het|een|haar|zijn|hun|deze)\s)?(?:[a-zà-ÿ-]+e\s)?"
    r"[a-zà-ÿ-]*(?:podcast|boek|roman|bundel|programma|serie|reeks|film|documentaire|rapport|proefschrift|blog|"
    rf"column|rubriek|voorstelling|tentoonstelling|musical|talkshow)\s+[“‘'\"]?{_PROPER}"
)
_NO_EMPLOYER = (_WAS_THERE, _PORTFOLIO, _WORK)
_FUNCTION = re.compile(r"^[a-zà-ÿ]")


def affiliation_in(description: str, *, alone: bool = False) -> str | None:
    """Return the organisation that a description names, or None.

    Args:
        description: The words beside or around a name.
        alone: The words stand in the label by themselves, so that a proper name is
            the organisation: "Verderkijker".
    """
    text = " ".join(description.split())
    for words in _NO_EMPLOYER:
        text = words.sub("", text)
    text = text.strip(" .,;:()")
    if not text:
        return None
    if alone and not _FUNCTION.match(text) and "," not in text:
        return text
    for pattern in (_UNIVERSITY, _KIND, _LINK):
        found = [m["org"].strip(" ,.") for m in pattern.finditer(text)]
        # "Universiteit" alone names none; "bij de Belastingdienst" does.
        skip = 0 if pattern is _LINK else 1
        proper = next(
            (org for org in found if re.search(_CAPITAL, org[skip:] or org)), None
        )
        if proper:
            return proper
    last = text.rsplit(",", 1)[-1].strip()
    return last if alone and re.search(_CAPITAL, last) else None
