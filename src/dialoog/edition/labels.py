"""Labels: the short texts that say who speaks, and how to take one apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dialoog.edition.lexicon import NOT_SPEAKERS, ROLE_LABELS
from dialoog.edition.names import HONORIFIC, PARTICLES, composed
from dialoog.edition.stamps import STAMP_PATTERN, find_time

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEADING = re.compile(rf"(?:[*_#>\s]|{STAMP_PATTERN}\s*[|–—-]?\s*)*")
_TRAILING = re.compile(rf"(?:[*_\s:|,]|[|–—@]?\s*{STAMP_PATTERN}\s*)*$")
_ABOUT = re.compile(
    r"\s*(?:(?P<paren>[(\[])(?P<in>[^()\[\]]*(?:\([^()]*\)[^()]*)?)[)\]]|\s[–—|/-]\s*(?P<rest>.+)|\|\s*(?P<bar>.+)|"
    r",\s*(?P<comma>.+))$"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŠŽŞİČĆ]"
_PART = r"[\w\u0300-\u036f’'.]"
_NAME_WORD = rf"(?:(?:[dl][’'])?{_CAPITAL}{_PART}*(?:-{_PART}+)*\.?|{PARTICLES})"
_NAME = re.compile(
    rf"(?:{_NAME_WORD}\s+){{0,5}}(?:[dl][’'])?{_CAPITAL}{_PART}*(?:-{_PART}+)*\.?"
)
_GIVEN = rf"{_CAPITAL}(?:[a-zà-ÿ’']+(?:-{_CAPITAL}?[a-zà-ÿ]+)*|\.)"
# "Bakker, Nienke", "Vries, Jan de": as directories and meeting tools write names.
_INVERTED = re.compile(
    rf"(?P<last>(?:(?:{PARTICLES})\s)*{_CAPITAL}[\w’']+(?:-[\w’']+)*),\s"
    rf"(?P<first>{_GIVEN}(?:\s{_GIVEN})?(?:\s(?:{PARTICLES}))*)(?=\s*$|\s*[(\[|])"
)
_PARTICLE = re.compile(PARTICLES)
_CODE = re.compile(
    r"(?:[A-Z]{1,4}\d{0,3}\??|[A-Z][a-z]{1,11}\.?[ _-]?(?:nr\.?\s?|#\s?)?\d{1,3}|[A-Z]+_\d{1,3}|"
    r"(?:[A-Z]\.){1,4}|[A-Z][a-z]{3,11}[ _-][A-Z]|"
    r"[A-Z][a-z]?[A-Z]{1,2}|[A-Z][a-z]{1,4}\.|[a-z]\d{0,2}|#?@?[A-Z]\w+)$"
)
# Pronouns and guest marks that meeting tools add; icons left in a copied page; the
# number of a question.
_NOT_ABOUT = re.compile(
    r"(?:hij|zij|ze|hen|die|she|he|they)/\w+(?:/\w+)?|gast|guest|extern\w*",
    re.IGNORECASE,
)
_RESIDUE = re.compile(
    r"(?<=\w)\s+i$|(?<=vraag)\s\d+\.?$|(?<=antwoord)\s\d+\.?$", re.IGNORECASE
)
# In the log of a chat: "From Lies Hof to Everyone".
_ADDRESSED = re.compile(
    r"(?:From|Van)\s+(?P<name>.+?)\s+(?:to|aan)\s+\S.*", re.IGNORECASE
)
# "Moderator Els Pen": a role and a name, where "Spreker A" is a code.
_ROLE_BEFORE = re.compile(
    rf"(?P<role>[^\W\d]{{3,}})\s(?P<name>(?=\S+[a-zà-ÿ]{{2}}){_NAME.pattern})"
)
_WORDS_MAX = 6
# Among more labels, forms of one name are looked for with those that come back only.
_FORMS_MAX = 200
_CHARACTERS_MAX = 60
_TRAILING_MAX = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label taken apart: "Ellen Soens (Universiteit Gent) | 12:04".

    Attributes:
        name: Who: "Ellen Soens".
        about: What stands beside the name: "Universiteit Gent".
        begin_s: The time in it, in seconds.
    """

    name: str
    about: str = ""
    begin_s: float | None = None

    @property
    def key(self) -> str:
        """Folded name: two labels with the same key are the same speaker."""
        return fold(self.name)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return a name for comparison: case, stops and "de" aside."""
    folded = " ".join(name.casefold().replace("’", "'").rstrip(".:").split())
    return folded.removeprefix("de ")


def same_person(key: str, other: str) -> bool:
    """True if one folded label is the start or the end of the other: "Tine Moerman"."""
    return any(
        long.startswith(short + " ") or long.endswith(" " + short)
        for long, short in ((key, other), (other, key))
    )


def recurring(keys: Iterable[str]) -> set[str]:
    """The folded labels that come back, by themselves or in another form of the name."""
    counts = Counter(keys)
    often = {key for key, count in counts.items() if count > 1}
    forms = often if len(counts) > _FORMS_MAX else set(counts)
    return often | {
        key
        for key in counts.keys() - often
        if any(same_person(key, other) for other in forms)
    }


@lru_cache(maxsize=4096)
def parse_label(text: str) -> Label | None:
    """Return the label that `text` is, or None if nobody can be called so."""
    core = text[_match_end(_LEADING, text) :]
    core = core[: _trailing_start(core)]
    addressed = _ADDRESSED.fullmatch(core)
    core = addressed["name"] if addressed else core
    name, about = core, ""
    inverted = _INVERTED.match(core)
    if inverted:
        core = f"{inverted['first']} {inverted['last']}{core[inverted.end() :]}"
        name = core
    beside = _ABOUT.search(core)
    if beside and beside.start() > 0:
        name = core[: beside.start()]
        about = next(
            part
            for part in beside.group("in", "rest", "bar", "comma")
            if part is not None
        )
        about = about.strip(" *_:|")
    if _NOT_ABOUT.fullmatch(about):
        about = ""
    name = _RESIDUE.sub("", name.strip(" \t\u00a0*_:").lstrip("@#"))
    role = _ROLE_BEFORE.fullmatch(name)
    if role and fold(role["role"]) in ROLE_LABELS:
        name, about = role["name"], about or role["role"]
    if not is_speaker(name):
        return None
    return Label(name=composed(name), about=about, begin_s=find_time(text))


def is_speaker(name: str) -> bool:
    """True if somebody can be called so: a name, a role or a code."""
    if not 0 < len(name) <= _CHARACTERS_MAX or len(name.split()) > _WORDS_MAX:
        return False
    folded = fold(name)
    if not folded:
        return False
    if folded in ROLE_LABELS:
        return True
    first = folded.split()[0].strip(".,'")
    if folded in NOT_SPEAKERS or (first in NOT_SPEAKERS and not _NAME.fullmatch(name)):
        return False
    if first in NOT_SPEAKERS and not _PARTICLE.fullmatch(first):
        return False
    if _CODE.match(name):
        return True
    honorific = HONORIFIC.match(name)
    rest = name[honorific.end() :] if honorific else name
    if folded.split()[-1] in ROLE_LABELS and name[0].isupper():
        return True
    return bool(_NAME.fullmatch(rest))


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _trailing_start(text: str) -> int:
    match = _TRAILING.search(text, max(len(text) - _TRAILING_MAX, 0))
    return match.start() if match else len(text)
