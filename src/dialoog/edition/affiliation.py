"""The organisation a description names."""

from __future__ import annotations

import re

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}[\w’'&.-]*\w|{_CAPITAL}"
_INNER = r"van|voor|de|het|der|den|des|en|&|in|op|aan|’t|'t|te"
# "Universiteit Gent", "De Ploegschaar", "Onderzoek & Co"
_PROPER = rf"(?:{_WORD})(?:\s+(?:(?:{_INNER})\s+){{0,2}}(?:{_WORD}))*"
_HEAD = r"(?:[a-zà-ÿ-]{4,}\s+)"
_LINK = re.compile(
    rf"\b(?:van|bij|aan|voor|in|uit|runt|oprichter van)\s+(?:de |het |een |deze )?(?:{_HEAD}){{0,2}}?"
    rf"(?P<org>(?:{_HEAD})?{_PROPER})"
)
_KIND = re.compile(
    rf"(?P<org>(?:\b[a-zà-ÿ]*(?:universiteit|hogeschool|ziekenhuis|bureau|school|kliniek|zorg|corporatie|waterschap|"
    rf"gemeente|kwekerij|boerderij|praktijk|keten|bedrijf|instituut|archief|museum|brandweer|kotter|bank|"
    rf"theater|opvang|keuken|eenheid|stichting|winkel|magazine|groep)\s+(?:van\s+|voor\s+)?)"
    rf"{_PROPER}|\b(?:{_CAPITAL}\w*)?(?:universiteit|hogeschool|University|School|Instituut|College)\b(?:\s+(?:van\s+|voor\s+)?{_PROPER})?)",
)
_FUNCTION = re.compile(r"^[a-zà-ÿ]")


def affiliation_in(description: str, *, alone: bool = False) -> str | None:
    """Return the organisation that a description names, or None.

    Args:
        description: The words beside or around a name.
        alone: The words stand in the label by themselves, so that a proper name is
            the organisation: "Verderkijker".
    """
    text = " ".join(description.split()).strip(" .,;:()")
    if not text:
        return None
    if alone and not _FUNCTION.match(text) and "," not in text:
        return text
    for pattern in (_KIND, _LINK):
        match = pattern.search(text)
        if match:
            return match["org"].strip(" ,.")
    if alone:
        last = text.rsplit(",", 1)[-1].strip()
        return last or None
    return None
