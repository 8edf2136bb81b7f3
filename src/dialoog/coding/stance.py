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

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dialoog.coding.acts import question_mark
from dialoog.coding.modality import frees
from dialoog.coding.model import Stance
from dialoog.coding.negation import turning
from dialoog.coding.phrases import load_lexicon
from dialoog.coding.quotes import quoted
from dialoog.coding.remembered import remembered, remembered_for
from dialoog.coding.wording import align, content, wording_of
from dialoog.coding.wordset import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from dialoog.coding.phrases import Hit
    from dialoog.coding.tokens import Stretch

_OBLIGES = word_set("moeten moet verplicht mogen mag hoeven hoeft")
_HERALDS = frozenset(
    {"dat", "of", ":", ",", "‘", "’", "“", "”", '"', "'", "!", "?", "«", "»"}
)
_MARKS = _HERALDS - {"dat", "of"}
_TAGS = word_set("toch nietwaar")
_TURNS = word_set("maar alleen ; – - en")
_JOINS = word_set("maar en of dus")
_ADDRESS = word_set("jij jou jouw jullie u")
_OPPOSITE = {"up": "down", "down": "up"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Setting:
    """What surrounds a sentence: its neighbours, and the last sentence of the other's turn.

    `memory` has what has been found out about it (see `dialoog.coding.remembered`).
    """

    before: Stretch | None = None
    after: Stretch | None = None
    heard: Stretch | None = None
    memory: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that decided a stance, the rule by which, and their weight."""

    rule: str
    span: Stretch
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance, how sure we are of it (0 to 1), and what decided it."""

    stance: Stance
    certainty: float
    cues: tuple[Cue, ...] = field(default=())


def judge(
    sentence: Stretch,
    wording: str,
    *,
    affirming: bool = True,
    setting: Setting | None = None,
) -> Judgement:
    """The stance of a sentence on the claim of which the wording is an example.

    Args:
        sentence: A sentence that expresses the claim in some way.
        wording: The statement of the claim or an example wording.
        affirming: Whether the wording affirms the claim (False: it denies it).
        setting: The neighbours of the sentence.
    """
    place = setting or Setting()
    meant = wording_of(wording)
    pairs = align(sentence, meant)
    if not pairs:
        answer = _answer(sentence, meant, place, affirming)
        if answer is not None:
            return answer
    if comparable(pairs, meant):
        turned, cues = _compare(sentence, meant, pairs)
        focus = tuple(said for said, _ in pairs)
        verdict = _verdict(Scene(sentence, focus, place, affirming != turned, cues))
    else:
        verdict = _by_itself(place, sentence, affirming)
    return Judgement(verdict[0], _certainty(pairs, meant), verdict[1])


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at.

    Attributes:
        sentence: The sentence.
        focus: Its words that the wording has too, where these allow a comparison.
        place: Its neighbours.
        holds: Whether the words as they stand affirm the claim.
        cues: What turned them.
    """

    sentence: Stretch
    focus: tuple[int, ...]
    place: Setting
    holds: bool
    cues: tuple[Cue, ...]


def _compare(
    sentence: Stretch, wording: Stretch, pairs: Sequence[tuple[int, int]]
) -> tuple[bool, tuple[Cue, ...]]:
    """Whether the sentence says the opposite of the wording, and by what words."""
    if _spoken_words(sentence) == _spoken_words(wording):
        # A wording is not parsed: its negations may seem to reach other words than here.
        return False, ()
    said = turning(sentence, {s for s, _ in pairs})
    meant = turning(wording, {w for _, w in pairs})
    cues = [Cue(turner.rule, turner.span) for turner in said]
    opposite = _opposite(sentence, wording)
    if opposite is not None:
        # Worse against better is one difference: "schaadt" must not count as bad as well.
        meant = tuple(t for t in meant if t.rule != "bad")
        said = tuple(t for t in said if t.rule != "bad")
        cues = [Cue(turner.rule, turner.span) for turner in said]
    turned = len(said) % 2 != len(meant) % 2
    for rule, other in (("opposite", opposite), ("free", frees(sentence, wording))):
        if other is not None and not _overlaps(other, cues):
            turned = not turned
            cues.append(Cue(rule, other))
    return turned, tuple(cues)


def _spoken_words(text: Stretch) -> list[str]:
    tokens = text.tokens
    return [tokens.lower[place] for place in text.places if tokens.alphabetic[place]]


def _overlaps(span: Stretch, cues: Iterable[Cue]) -> bool:
    return any(cue.span.overlaps(span) for cue in cues)


def comparable(pairs: Sequence[tuple[int, int]], wording: Stretch) -> bool:
    """Whether enough of a wording is matched to compare polarity.

    Where a sentence says the same in other words altogether, its negations say nothing
    about the wording's: compared all the same, they are right less often than chance
    (training editions).
    """
    matched = len({w for _, w in pairs})
    return matched >= 2 or (matched == 1 and content(wording) <= 3)


def _opposite(sentence: Stretch, wording: Stretch) -> Stretch | None:
    """A word for more where the wording has only words for less, or the reverse."""
    said, meant = stance_words(sentence), stance_words(wording)
    for group, other in _OPPOSITE.items():
        if (
            other in meant
            and group not in meant
            and group in said
            and other not in said
        ):
            return said[group].span
    return None


@remembered
def stance_words(text: Stretch) -> Mapping[str, Hit]:
    """The last phrase of each group of `data/stance.toml` in a text."""
    return {hit.group: hit for hit in load_lexicon("stance").find(text, nested=True)}


Verdict = tuple[Stance, tuple[Cue, ...]]


def _verdict(scene: Scene) -> Verdict:
    """The stance by the first rule that decides, or else that of the words as they stand."""
    for decide in (_scare_quotes, _question, _doubt, _others, _conceded):
        verdict = decide(scene)
        if verdict is not None:
            return verdict[0], (*scene.cues, *verdict[1])
    return _side(scene.holds), scene.cues


@remembered_for
def _by_itself(place: Setting, sentence: Stretch, holds: bool) -> Verdict:
    """The stance where no wording is near enough to compare words."""
    return _verdict(Scene(sentence, (), place, holds, ()))


def _answer(
    sentence: Stretch, wording: Stretch, place: Setting, affirming: bool
) -> Judgement | None:
    """The stance of "nee, zeker niet" on what the other has just said or asked."""
    if place.heard is None or not comparable(align(place.heard, wording), wording):
        return None
    reaction = _reaction(sentence)
    if reaction is None:
        return None
    turned, _ = _compare(place.heard, wording, align(place.heard, wording))
    holds = (affirming != turned) == (reaction.group == "accept")
    return Judgement(_side(holds), 0.5, (_cue(reaction),))


def _scare_quotes(scene: Scene) -> Verdict | None:
    """Zou 'moeten': an obligation between quotation marks is not the speaker's."""
    around = _marked_obligation(scene.sentence)
    if around is None:
        return None
    return _side(not scene.holds), (Cue("scare-quotes", around),)


@remembered
def _marked_obligation(sentence: Stretch) -> Stretch | None:
    """The first word of obligation between quotation marks, with these."""
    tokens = sentence.tokens
    marks = tokens.quotation_marks
    for place in sentence.places:
        around = marks[max(0, place - 1) : place + 2]
        if tokens.lower[place] in _OBLIGES and around[::2] == [True, True]:
            return sentence.part(place - 1, place + 2)
    return None


def _question(scene: Scene) -> Verdict | None:
    mark = question_mark(scene.sentence)
    if mark is None or _asked_afterwards(scene):
        return None
    hits = stance_words(scene.sentence)
    sentence = scene.sentence
    toch = _first(sentence, _TAGS)
    statement = not _opens_with_verb(sentence) and "waar" not in hits
    if toch is not None and statement and toch > sentence.start + 1:
        return _side(scene.holds), (Cue("rhetorical_yes", sentence.tokens.word(toch)),)
    if "neutral" in hits and hits["neutral"].span.text.lower() == "niet waar":
        return _side(scene.holds), (_cue(hits["neutral"]),)
    if "rhetorical_yes" in hits:
        span = hits["rhetorical_yes"].span
        inside = [c for c in scene.cues if c.rule == "negator" and _overlaps(span, [c])]
        return _side(scene.holds != bool(len(inside) % 2)), (
            _cue(hits["rhetorical_yes"]),
        )
    if "rhetorical_no" in hits:
        return _side(scene.holds != bool(scene.focus)), (_cue(hits["rhetorical_no"]),)
    reaction = _reaction(scene.place.after)
    if reaction is not None:
        return _side(scene.holds == (reaction.group == "accept")), (_cue(reaction),)
    if any(cue.rule == "reject" for cue in scene.cues):
        return None
    return Stance.RAISES, (Cue("question", sentence.tokens.word(mark)),)


def _asked_afterwards(scene: Scene) -> bool:
    """Whether the position stands before a question to the other.

    "Ik vind X riskant, maar misschien zie jij dat anders?" takes a position and then
    asks: the mark belongs to the last clause.
    """
    if not scene.focus or _opens_with_verb(scene.sentence):
        return False
    turn = _asks_from(scene.sentence)
    return turn is not None and all(place < turn for place in scene.focus)


@remembered
def _asks_from(sentence: Stretch) -> int | None:
    """The last coordination that puts what follows to the other."""
    tokens = sentence.tokens
    for place in reversed(sentence.places[1:]):
        if tokens.lower[place] in _JOINS and tokens.lower[place - 1] == ",":
            end = tokens.sentence_of(place).stop
            if not _ADDRESS.isdisjoint(tokens.lower[place + 1 : end]):
                return place
    return None


def _opens_with_verb(sentence: Stretch) -> bool:
    return sentence.tokens.pos[sentence.start] in {"VERB", "AUX"}


def _first(sentence: Stretch, words: Collection[str], start: int = 0) -> int | None:
    """Where the first of some words stands, from a place on."""
    lower = sentence.tokens.lower
    places = range(max(sentence.start, start), sentence.end)
    return next((place for place in places if lower[place] in words), None)


def _doubt(scene: Scene) -> Verdict | None:
    hits = stance_words(scene.sentence)
    return (Stance.RAISES, (_cue(hits["doubt"]),)) if "doubt" in hits else None


def _others(scene: Scene) -> Verdict | None:
    """A view of others: raised, unless the speaker rejects or shares it at once."""
    if any(cue.rule == "reject" for cue in scene.cues):
        return None
    hits = stance_words(scene.sentence)
    inside = quoted(scene.sentence.tokens)
    cited = sum(place in inside for place in scene.focus) > len(scene.focus) / 2
    source = hits.get("according") or hits.get("ascribe")
    if (
        source is not None
        and source.group == "ascribe"
        and not _passes_on(source.span, scene.sentence)
    ):
        source = None
    if source is None and not cited:
        return None
    reaction = _turn_in(scene.sentence) or _reaction(scene.place.after)
    cues = (_cue(source),) if source is not None else ()
    if reaction is not None:
        return _side(scene.holds == (reaction.group == "accept")), (
            *cues,
            _cue(reaction),
        )
    return (Stance.RAISES, cues) if source is not None else None


def _passes_on(span: Stretch, sentence: Stretch) -> bool:
    """Whether a that-clause, colon or quotation follows a verb of saying, or precedes it."""
    lower = span.tokens.lower
    after = lower[max(span.start, span.end - 1) : min(sentence.end, span.end + 4)]
    before = lower[max(sentence.start, span.start - 3) : span.start]
    return not (_HERALDS.isdisjoint(after) and _MARKS.isdisjoint(before))


def _conceded(scene: Scene) -> Verdict | None:
    """Natuurlijk X, maar dat klopt niet: the second half counts."""
    hits = stance_words(scene.sentence)
    if "concession" not in hits or not scene.focus:
        return None
    reaction = _turn_in(scene.sentence)
    if reaction is None or reaction.group == "accept":
        return None
    if any(place >= reaction.span.start for place in scene.focus):
        return None
    if any(cue.rule == "reject" for cue in scene.cues):
        return None
    return _side(not scene.holds), (_cue(hits["concession"]), _cue(reaction))


@remembered
def _turn_in(sentence: Stretch) -> Hit | None:
    """A rejection or acceptance after `maar`, `alleen` or a dash within the sentence."""
    turn = _first(sentence, _TURNS, sentence.start + 3)
    if turn is None or turn + 1 >= sentence.end:
        return None
    return _reaction(sentence.part(turn + 1, sentence.end))


def _reaction(text: Stretch | None) -> Hit | None:
    """The first rejection or acceptance in a text."""
    if text is None or not len(text):
        return None
    hits = load_lexicon("stance").find(text, nested=True)
    return next((h for h in hits if h.group in {"reject", "refuse", "accept"}), None)


def _side(holds: bool) -> Stance:
    return Stance.AFFIRMS if holds else Stance.DENIES


def _cue(hit: Hit) -> Cue:
    return Cue(hit.group, hit.span)


def _certainty(pairs: Sequence[tuple[int, int]], wording: Stretch) -> float:
    return 0.3 + 0.7 * min(1.0, len(pairs) / max(1, content(wording)))
