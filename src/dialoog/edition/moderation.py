"""Who leads a conversation, where no label and no introduction says so."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dialoog.edition.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.edition.reading import Piece

# Opening, giving the floor, keeping time, summing up, thanking, closing.
_LEADING = re.compile(
    r"\b(?:welkom|fijn dat (?:je|jij|jullie|u|het|dat)|goed dat (?:je|jullie|u) er|dank (?:je|u|jullie)(?: wel)?|bedankt|"
    r"we (?:beginnen|gaan beginnen|nemen op|praten (?:vandaag )?over|hebben (?:een|nog|anderhalf)\b[^.]{0,20}(?:uur|minuten)|ronden af|sluiten af|gaan naar)|"
    r"(?:wij|ik) (?:spreken|praten|praat|spreek) vandaag|volgende (?:vraag|punt|onderwerp)|gaat uw gang|waarvan akte|(?:heeft|geef|krijgt)\b[^.?!]{0,30}\bhet woord|komen we (?:bij|aan|tot)\b|laatste vraag|tot slot|ga je gang|"
    r"genoteerd|jij eerst|het woord is aan|vertel (?:eens|maar)|kun(?:t)? (?:je|jij|u) (?:vertellen|uitleggen|beschrijven)|"
    r"hoor je het al|je hoort het al|voor de opname|(?:goede(?:morgen|middag|navond))|tot (?:maandag|dinsdag|woensdag|donderdag|vrijdag|volgende|de volgende|straks|ziens)|"
    r"dan (?:zet|stop|sluit) ik|hij loopt|naast mij (?:staat|zit)|ik zit hier met|aan tafel zit|vandaag (?:zit|spreek|praat))",
    re.IGNORECASE,
)
# "Voorzitter, dank.", "Dank u wel, voorzitter."
_TO_CHAIR = re.compile(r"(?:^|[.?!,]\s|\bu )voorzitter[,.!]", re.IGNORECASE)
# A conversation with more speakers has labels that tell who leads.
_SPEAKERS_MAX = 40
# How somebody leads shows in the first turns.
_SAMPLE = 200
_LEAST = 2.0
_LEAD = 0.75
_SHORTER = 0.7
_PROCESS_MAX = 3
_SURELY = 3.0
_MOSTLY = 0.6
_SELDOM = 0.25


def find_moderator(
    text: str,
    turns: Sequence[tuple[str, Sequence[Piece]]],
    candidates: frozenset[str],
    described: frozenset[str] = frozenset(),
) -> tuple[str, Evidence] | None:
    """Return the speaker who leads, with the words that show it, or None.

    Counts who opens and closes, who asks more and says less than the others, and
    phrases by which people lead a conversation. One speaker must stand out.

    Args:
        text: The source.
        turns: (name, pieces) of each turn, in order.
        candidates: Speakers of whom nothing else is known.
        described: Speakers of whom a function or an employer is known, who may lead
            all the same: they must ask in nearly every turn.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for name, pieces in turns[:_SAMPLE]:
        said[name].append(" ".join(text[p.start : p.end] for p in pieces))
    if not 2 <= len(said) <= _SPEAKERS_MAX:
        return None
    described = frozenset(
        name for name in described if _only_asks(name, said) or _chairs(name, said)
    )
    if not candidates | described:
        return None
    scores = {name: _score(name, said, turns) for name in said}
    ranked = sorted(scores, key=lambda name: -scores[name])
    best = ranked[0]
    if best not in candidates | described or scores[best] < _LEAST:
        return None
    if scores[best] - scores[ranked[1]] < _LEAD:
        return None
    if not _asking(said[best]) and not _process(said[best]):
        return None  # Who speaks first and last in an article leads nothing.
    if best in described and scores[best] < _SURELY:
        return None
    return best, _evidence(text, best, turns)


def _only_asks(name: str, said: dict[str, list[str]]) -> bool:
    """True if a speaker asks, says little, and is not asked anything in return."""
    own = said[name]
    if _asking(own) < _MOSTLY:
        return False
    others = [words for other in said if other != name for words in said[other]]
    return _asking(others) <= _SELDOM and _mean_length(own) < _SHORTER * _mean_length(
        others
    )


def _chairs(name: str, said: dict[str, list[str]]) -> bool:
    """True if the others speak to a chair, and this one gives them the floor."""
    chaired = {who for who, turns in said.items() if any(map(_to_chair, turns))}
    return bool(chaired) and name not in chaired and _process(said[name]) > 0


def _to_chair(words: str) -> bool:
    return "oorzitter" in words and bool(_TO_CHAIR.search(words))


def _process(turns: Sequence[str]) -> int:
    return sum(len(_LEADING.findall(words)) for words in turns)


def _score(
    name: str, said: dict[str, list[str]], turns: Sequence[tuple[str, Sequence[Piece]]]
) -> float:
    own = said[name]
    others = [
        words for other, turns in said.items() if other != name for words in turns
    ]
    asks, others_ask = _asking(own), _asking(others)
    length, others_length = _mean_length(own), _mean_length(others)
    process = _process(own)
    return (
        (turns[0][0] == name)
        + 0.5 * (turns[-1][0] == name)
        + 2 * (asks - others_ask)
        + (length < _SHORTER * others_length)
        + min(process, _PROCESS_MAX)
    )


def _asking(turns: Sequence[str]) -> float:
    return sum(words.rstrip("\"'”’») ").endswith("?") for words in turns) / len(turns)


def _mean_length(turns: Sequence[str]) -> float:
    return sum(map(len, turns)) / len(turns)


def _evidence(
    text: str, name: str, turns: Sequence[tuple[str, Sequence[Piece]]]
) -> Evidence:
    for speaker, pieces in turns:
        for piece in pieces if speaker == name else ():
            match = _LEADING.search(text, piece.start, piece.end)
            at = match.span() if match else None
            if at is None and "?" in text[piece.start : piece.end]:
                end = text.index("?", piece.start) + 1
                begin = (
                    max(text.rfind(mark, piece.start, end - 1) for mark in ".!\n") + 1
                )
                at = max(begin, piece.start), end
            if at:
                words = " ".join(text[at[0] : at[1]].split())
                return Evidence(
                    text=words, reason="leads the conversation", start=at[0], end=at[1]
                )
    return Evidence(text=name, reason="leads the conversation")
