"""The organisation a description names."""

from __future__ import annotations

import re

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
# "alumna van Hogeschool West, brouwster bij …": where somebody was is no employer.
_WAS_THERE = re.compile(
    r"\b(?:alumn(?:us|a)|afgestudeerd|studeerde|studeert|promoveerde|gepromoveerd|opgeleid)\b(?:(?!\s(?:en|maar|nu)\s)[^,.;])*",
    re.IGNORECASE,
)
_FUNCTION = re.compile(r"^[a-zà-ÿ]")


def affiliation_in(description: str, *, alone: bool = False) -> str | None:
    """Return the organisation that a description names, or None.

    Args:
        description: The words beside or around a name.
        alone: The words stand in the label by themselves, so that a proper name is
            the organisation: "Verderkijker".
    """
    text = " ".join(description.split())
    text = _WAS_THERE.sub("", text).strip(" .,;:()")
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
