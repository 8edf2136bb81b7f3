"""The words that speak for a theme or a claim, to show with the code."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from dialoog.coding.profile import term_weight, terms_in
from dialoog.coding.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dialoog.coding.content import Content
    from dialoog.coding.profile import ClaimProfiles, ThemeProfiles
    from dialoog.coding.tokens import Stretch

_MOST = 6
_REACH = 3


class Cue(NamedTuple):
    """Words that speak for a code, the rule by which, and how much they tell."""

    rule: str
    span: Stretch
    weight: float


_Placed = tuple[float, int, int, str]
"""A cue by its weight, the places of its first and last word, and its rule.

Few are shown of many.
"""


def theme_cues(
    contents: Sequence[Content],
    row: int,
    theme: int,
    profiles: ThemeProfiles,
    turns: Sequence[int],
) -> tuple[Cue, ...]:
    """What speaks for a theme: first in the sentence itself, else in those around it.

    Where neither has a word for it, the sentence as a whole is shown, by the rule
    `context`.
    """
    own = _theme_cues(contents[row], theme, profiles, "")
    if own:
        return own
    for distance in range(1, _REACH + 1):
        for place in (row - distance, row + distance):
            if 0 <= place < len(contents) and abs(turns[place] - turns[row]) <= 1:
                near = _theme_cues(contents[place], theme, profiles, "context:")
                if near:
                    return near
    return _whole(contents[row])


def claim_cues(
    content: Content, claim: int, nearest: int, profiles: ClaimProfiles
) -> tuple[Cue, ...]:
    """What the nearest wording of a claim, given by its place, shares with a sentence."""
    wording = profiles.wordings[claim][nearest]
    rule = "statement" if nearest == 0 else f"wording:{nearest}"
    cues = [
        *_shared_words(content, wording.words, rule),
        *_shared_fields(content, wording.fields),
    ]
    return _best(content, cues) or _whole(content)


def _theme_cues(
    content: Content, theme: int, profiles: ThemeProfiles, where: str
) -> tuple[Cue, ...]:
    cues: list[_Placed] = []
    for hit in terms_in(content, profiles):
        if hit.label == theme:
            rarities = [content.rarities[place] for place in hit.places]
            weight = term_weight(rarities, profiles.shared[fold(hit.term)])
            first, last = hit.places[0], hit.places[-1]
            cues.append((weight, first, last, f"{where}term:{hit.term}"))
    cues += _shared_words(content, profiles.words[theme], f"{where}word")
    cues += _shared_fields(content, profiles.fields[theme], where)
    return _best(content, cues)


def _shared_words(
    content: Content, words: Mapping[str, float], rule: str
) -> Iterator[_Placed]:
    for place, stem in content.stems:
        if stem in words:
            yield 0.5 * content.rarities[place], place, place, rule


def _shared_fields(
    content: Content, fields: Mapping[str, float], where: str = ""
) -> Iterator[_Placed]:
    for label, _, places, _ in content.field_hits:
        if label in fields:
            weight = 0.3 * content.rarest(places)
            yield weight, places[0], places[-1], f"{where}field:{label}"


def _best(content: Content, cues: Iterable[_Placed]) -> tuple[Cue, ...]:
    """The weightiest cues, one per stretch of text, in the order of the text."""
    chosen: dict[tuple[int, int], _Placed] = {}
    for cue in cues:
        place = cue[1:3]
        if cue[0] > 0.0 and (place not in chosen or chosen[place][0] < cue[0]):
            chosen[place] = cue
    ranked = sorted(chosen.values(), key=lambda cue: (-cue[0], cue[1]))
    shown = sorted(ranked[:_MOST], key=itemgetter(1, 3))
    return tuple(_cue(content, cue) for cue in shown)


def _whole(content: Content) -> tuple[Cue, ...]:
    """The whole sentence, where no word of it speaks for the code."""
    if not content.forms:
        return ()
    return (_cue(content, (0.0, 0, len(content.forms) - 1, "context")),)


def _cue(content: Content, placed: _Placed) -> Cue:
    weight, first, last, rule = placed
    return Cue(rule, content.stretch(first, last), weight)
