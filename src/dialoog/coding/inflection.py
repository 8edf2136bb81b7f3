"""Forms of Dutch verbs: so that a word list can name a verb once.

Weak and present-tense forms follow from the infinitive by spelling rule; a form too many
does no harm in a word list. Strong past tenses are left out, but for the verbs below.
"""

from __future__ import annotations

from functools import cache

_VOWELS = "aeiou"
_IRREGULAR = {
    "zijn": "zijn is ben bent was waren geweest",
    "hebben": "hebben heb hebt heeft had hadden gehad",
    "moeten": "moeten moet moest moesten",
    "mogen": "mogen mag mocht mochten",
    "kunnen": "kunnen kan kun kunt kon konden",
    "willen": "willen wil wilt wilde wilden wou",
    "zouden": "zou zouden",
    "gaan": "gaan ga gaat ging gingen gegaan",
    "doen": "doen doe doet deed deden gedaan",
    "zien": "zien zie ziet zag zagen gezien",
    "zeggen": "zeggen zeg zegt zei zeiden gezegd",
    "vinden": "vinden vind vindt vond vonden gevonden",
    "denken": "denken denk denkt dacht dachten gedacht",
    "lezen": "lezen lees leest las lazen gelezen",
    "verliezen": "verliezen verlies verliest verloor verloren",
    "verbieden": "verbieden verbied verbiedt verbood verboden",
    "dwingen": "dwingen dwing dwingt dwong dwongen gedwongen",
    "stijgen": "stijgen stijg stijgt steeg stegen gestegen",
    "worden": "worden word wordt werd werden geworden",
    "krijgen": "krijgen krijg krijgt kreeg kregen gekregen",
    "geven": "geven geef geeft gaf gaven gegeven",
    "hangen": "hangen hang hangt hing hingen",
    "spreken": "spreken spreek spreekt sprak spraken gesproken",
}


@cache
def forms(infinitive: str) -> frozenset[str]:
    """The forms of a verb, the infinitive among them; of another word, the word itself."""
    if infinitive in _IRREGULAR:
        return frozenset(_IRREGULAR[infinitive].split())
    if not infinitive.endswith("en") or len(infinitive) < 5:
        return frozenset({infinitive})
    rest = infinitive[:-2]
    dental = "t" if rest[-1] in "tkfschpx" else "d"
    found = {infinitive}
    for stem in _stems(rest):
        past = stem + dental
        present = stem if stem.endswith("t") else stem + "t"
        found |= {stem, present, past, past + "e", past + "en", "ge" + past}
    return frozenset(found)


def _stems(rest: str) -> set[str]:
    """First person singular: lopen → loop, zeggen → zeg, beloven → beloof, vrezen → vrees.

    Spelling does not tell twijfelen (twijfel) from delen (deel): both stems are given.
    """
    if len(rest) > 1 and rest[-1] == rest[-2]:
        return {rest[:-1]}
    last = {"v": "f", "z": "s"}.get(rest[-1], rest[-1])
    plain = rest[:-1] + last
    open_syllable = len(rest) > 2 and rest[-2] in "aeou" and rest[-3] not in _VOWELS
    return {plain, rest[:-1] + rest[-2] + last} if open_syllable else {plain}
