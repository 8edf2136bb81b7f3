"""Stance: whether a sentence affirms, denies or raises what a wording says.

A wording has a polarity of its own ("niet iedereen hoeft ambassadeur te zijn"), so what
counts is not whether the sentence has a negation, but whether the words it shares with
the wording are turned there and not here, or here and not there. On top of that:

- a question raises, unless its form or the next sentence answers it;
- what others are said to think is raised, until the speaker rejects or shares it;
- doubt raises;
- in "natuurlijk …, maar …" the second half counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dialoog.coding.modality import frees
from dialoog.coding.model import Stance
from dialoog.coding.negation import turning
from dialoog.coding.phrases import load_lexicon
from dialoog.coding.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from spacy.tokens import Span, Token

    from dialoog.coding.phrases import Hit

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_HERALDS = frozenset({"dat", "of", ":", ",", "‘", "’", "“", "”", "\"", "'", "!", "?", "«", "»"})
_OPPOSITE = {"up": "down", "down": "up"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What surrounds a sentence: its neighbours, and the last sentence of the other's turn."""

    before: Span | None = None
    after: Span | None = None
    heard: Span | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that decided a stance, and the rule by which."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance, how sure we are of it (0 to 1), and what decided it."""

    stance: Stance
    certainty: float
    cues: tuple[Cue, ...] = field(default=())


def judge(
    sentence: Span,
    wording: Span,
    *,
    affirming: bool = True,
    pairs: Sequence[tuple[Token, Token]] | None = None,
    setting: Setting | None = None,
) -> Judgement:
    """The stance of a sentence on the claim of which the wording is an example.

    Args:
        sentence: A sentence that expresses the claim in some way.
        wording: The statement of the claim or an example wording, parsed.
        affirming: Whether the wording affirms the claim (False: it denies it).
        pairs: Tokens of the sentence with those of the wording they match; by default
            the words with the same lemma.
        setting: The neighbours of the sentence.
    """
    place = setting or Setting()
    matched = list(pairs) if pairs is not None else align(sentence, wording)
    turned, cues = _compare(sentence, wording, matched)
    holds = affirming != turned
    certainty = _certainty(matched, wording)
    focus = [s for s, _ in matched] if comparable(matched, wording) else []
    for decide in (_question, _doubt, _others, _conceded):
        verdict = decide(sentence, focus, place, holds)
        if verdict is not None:
            return Judgement(verdict[0], certainty, (*cues, *verdict[1]))
    return Judgement(_side(holds), certainty, cues)


def align(sentence: Span, wording: Span) -> list[tuple[Token, Token]]:
    """Content words of a sentence with those of a wording that have the same lemma."""
    theirs = {t.lemma_.lower(): t for t in wording if _is_content(t)}
    return [
        (token, theirs[token.lemma_.lower()])
        for token in sentence
        if _is_content(token) and token.lemma_.lower() in theirs
    ]


def settle(
    judgements: Iterable[tuple[Hashable, Judgement]],
) -> list[Judgement]:
    """Judgements in which one speaker does not both affirm and deny the same claim.

    Speakers seldom contradict themselves: over 12 coded editions 4 of some 130 pairs of speaker and
    claim have both. Where the surer side outweighs the other two to one, the
    weaker judgements follow; raising is left as it is.

    Args:
        judgements: Each with a key that names speaker and claim.
    """
    listed = list(judgements)
    weight: dict[Hashable, Counter[Stance]] = defaultdict(Counter)
    for key, judgement in listed:
        weight[key][judgement.stance] += judgement.certainty  # type: ignore[assignment]
    return [_follow(judgement, weight[key]) for key, judgement in listed]


def _follow(judgement: Judgement, weight: Counter[Stance]) -> Judgement:
    sides = (Stance.AFFIRMS, Stance.DENIES)
    if judgement.stance not in sides:
        return judgement
    stronger = max(sides, key=lambda side: weight[side])
    weaker = sides[1 - sides.index(stronger)]
    if judgement.stance is stronger or weight[stronger] < 2 * weight[weaker]:
        return judgement
    return Judgement(stronger, judgement.certainty / 2, judgement.cues)


def _compare(
    sentence: Span, wording: Span, pairs: Sequence[tuple[Token, Token]]
) -> tuple[bool, tuple[Cue, ...]]:
    """Whether the sentence says the opposite of the wording, and by what words."""
    if not comparable(pairs, wording):
        return False, ()
    said = turning(sentence, [s.i for s, _ in pairs])
    meant = turning(wording, [w.i for _, w in pairs])
    cues = [Cue(turner.rule, turner.span) for turner in said]
    turned = len(said) % 2 != len(meant) % 2
    opposite = _opposite(sentence, wording)
    if opposite is not None:
        turned = not turned
        cues.append(Cue("opposite", opposite))
    freed = frees(sentence, wording)
    if freed is not None:
        turned = not turned
        cues.append(Cue("free", freed))
    return turned, tuple(cues)


def comparable(pairs: Sequence[tuple[Token, Token]], wording: Span) -> bool:
    """Whether enough of a wording is matched to compare polarity.

    Where a sentence says the same in other words altogether, its negations say nothing
    about the wording's: compared all the same, they are right less often than chance
    (training editions).
    """
    matched = len({w.i for _, w in pairs})
    return matched >= 2 or (matched == 1 and sum(_is_content(t) for t in wording) <= 3)


def _opposite(sentence: Span, wording: Span) -> Span | None:
    """A word for more where the wording has only words for less, or the reverse."""
    said, meant = _groups(sentence), _groups(wording)
    for group, other in _OPPOSITE.items():
        if other in meant and group not in meant and group in said and other not in said:
            return said[group].span
    return None


def _groups(text: Span) -> dict[str, Hit]:
    return {hit.group: hit for hit in load_lexicon("stance").find(text)}


Verdict = tuple[Stance, tuple[Cue, ...]] | None


def _question(sentence: Span, focus: Sequence[Token], place: Setting, holds: bool) -> Verdict:
    if "?" not in sentence.text[-4:]:
        return None
    hits = _groups(sentence)
    if "rhetorical_yes" in hits:
        return _side(holds), (_cue(hits["rhetorical_yes"]),)
    if "rhetorical_no" in hits:
        return _side(holds != bool(focus)), (_cue(hits["rhetorical_no"]),)
    reaction = _reaction(place.after)
    if reaction is not None:
        return _side(holds == (reaction.group == "accept")), (_cue(reaction),)
    mark = next(t for t in reversed(sentence) if "?" in t.text)
    return Stance.RAISES, (Cue("question", sentence.doc[mark.i : mark.i + 1]),)


def _doubt(sentence: Span, focus: Sequence[Token], place: Setting, holds: bool) -> Verdict:
    hits = _groups(sentence)
    if "doubt" not in hits:
        return None
    return Stance.RAISES, (_cue(hits["doubt"]),)


def _others(sentence: Span, focus: Sequence[Token], place: Setting, holds: bool) -> Verdict:
    hits = _groups(sentence)
    inside = quoted(sentence.doc)
    cited = bool(focus) and sum(t.i in inside for t in focus) > len(focus) / 2
    ascribed = "ascribe" in hits and _passes_on(hits["ascribe"].span, sentence)
    if not ascribed and not cited:
        return None
    reaction = _turn_in(sentence) or _reaction(place.after)
    cues = (_cue(hits["ascribe"]),) if ascribed else ()
    if reaction is not None:
        return _side(holds == (reaction.group == "accept")), (*cues, _cue(reaction))
    return (Stance.RAISES, cues) if ascribed else None


def _passes_on(span: Span, sentence: Span) -> bool:
    """Whether a that-clause, colon or quotation follows a verb of saying, or precedes it."""
    after = span.doc[max(span.start, span.end - 1) : min(sentence.end, span.end + 4)]
    before = span.doc[max(sentence.start, span.start - 3) : span.start]
    return any(t.lower_ in _HERALDS for t in after) or any(
        t.lower_ in _HERALDS - {"dat", "of"} for t in before
    )


def _conceded(sentence: Span, focus: Sequence[Token], place: Setting, holds: bool) -> Verdict:
    hits = _groups(sentence)
    if "concession" not in hits:
        return None
    reaction = _turn_in(sentence)
    if reaction is None or reaction.group != "reject":
        return None
    if any(t.i >= reaction.span.start for t in focus):
        return None
    return _side(not holds), (_cue(hits["concession"]), _cue(reaction))


def _turn_in(sentence: Span) -> Hit | None:
    """A rejection or acceptance after `maar`, `alleen` or a dash within the sentence."""
    turn = next((t for t in sentence if t.lower_ in {"maar", "alleen", ";", "–", "-"}), None)
    if turn is None:
        return None
    return _reaction(sentence.doc[turn.i + 1 : sentence.end])


def _reaction(text: Span | None) -> Hit | None:
    """The first rejection or acceptance in a text."""
    if text is None or not len(text):
        return None
    hits = load_lexicon("stance").find(text)
    return next((h for h in hits if h.group in {"reject", "accept"}), None)


def _side(holds: bool) -> Stance:
    return Stance.AFFIRMS if holds else Stance.DENIES


def _cue(hit: Hit) -> Cue:
    return Cue(hit.group, hit.span)


def _certainty(pairs: Sequence[tuple[Token, Token]], wording: Span) -> float:
    content = sum(_is_content(t) for t in wording)
    return 0.3 + 0.7 * min(1.0, len(pairs) / max(1, content))


def _is_content(token: Token) -> bool:
    return token.pos_ in _CONTENT and token.lower_ not in {"niet", "ook", "wel", "dan", "er"}
