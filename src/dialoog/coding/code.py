"""Code: from annotated turns to sentences with themes, claims, acts and key scores."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dialoog.coding.acts import find_acts
from dialoog.coding.coder import coder_for
from dialoog.coding.dialogue import utterances
from dialoog.coding.key import Centrality, Coded, key_score
from dialoog.coding.model import (
    Act,
    ActCode,
    ClaimCode,
    CodedEdition,
    CodedSentence,
    Evidence,
    Stance,
    ThemeCode,
    Word,
)
from dialoog.coding.positions import find_positions
from dialoog.edition import Perspective

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dialoog.annotation.annotate import AnnotatedTurn
    from dialoog.codebook import Codebook
    from dialoog.coding.coder import Findings
    from dialoog.coding.dialogue import Utterance
    from dialoog.coding.logistic import Feature
    from dialoog.coding.positions import Position
    from dialoog.coding.reasons import Cue
    from dialoog.coding.tokens import Stretch, Tokens
    from dialoog.edition import Edition

    _Turns = Mapping[int, AnnotatedTurn]
    """The turns by the identity of their docs."""

_MOST_REASONS = 5


def code(
    edition: Edition, annotated: Sequence[AnnotatedTurn], codebook: Codebook
) -> CodedEdition:
    """The sentences of an edition with what each is about, claims and does.

    Args:
        edition: The edition.
        annotated: Its turns, annotated.
        codebook: The themes and claims to look for.
    """
    moderators = {
        s.name for s in edition.speakers if s.perspective is Perspective.MODERATOR
    }
    placed = [
        (turn, utterance)
        for turn, spoken in zip(
            annotated, utterances(annotated, moderators), strict=True
        )
        for utterance in spoken
    ]
    said = [utterance for _, utterance in placed]
    weight = Centrality([utterance.sentence for utterance in said])
    found = coder_for(codebook).find(said, weight)
    positions = find_positions(found, said, codebook)
    # what speaks for a code may stand in another turn
    turns = {id(turn.doc): turn for turn in annotated}
    return CodedEdition(
        edition=edition,
        codebook=codebook,
        sentences=tuple(
            _coded(turns, utterance, findings, taken, codebook, weight)
            for (turn, utterance), findings, taken in zip(
                placed, found, positions, strict=True
            )
        ),
    )


def _coded(
    turns: _Turns,
    utterance: Utterance,
    findings: Findings,
    positions: Sequence[Position],
    codebook: Codebook,
    weight: Centrality,
) -> CodedSentence:
    sentence = utterance.sentence
    turn = turns[id(sentence.doc)]
    text, start, end = _quoted(turn, sentence)
    acts = find_acts(utterance)
    known = _known(findings, positions, [act for act, _ in acts])
    key, key_reasons = key_score(utterance, weight, known)
    return CodedSentence(
        turn=turn.turn.number,
        sentence=utterance.index,
        start=start,
        end=end,
        text=text,
        words=_words(turn, sentence),
        themes=tuple(
            ThemeCode(
                theme=codebook.themes[found.item].id,
                score=found.score,
                evidence=_evidence(turns, found.cues),
            )
            for found in findings.themes
        ),
        claims=tuple(
            ClaimCode(
                claim=codebook.claims[position.found.item].id,
                stance=position.stance,
                score=position.score,
                evidence=_evidence(turns, (*position.found.cues, *position.cues)),
            )
            for position in positions
        ),
        acts=tuple(
            ActCode(act=act, evidence=_shown(turns, sentence, reasons))
            for act, reasons in acts
        ),
        key=key,
        key_evidence=_shown(turns, sentence, key_reasons),
    )


def _known(
    findings: Findings, positions: Sequence[Position], acts: Sequence[Act]
) -> Coded:
    raised = [p for p in positions if p.stance is Stance.RAISES]
    return Coded(
        claims=tuple(p.score for p in positions if p.stance is not Stance.RAISES),
        raised=len(raised),
        themes=len(findings.themes),
        asks=Act.QUESTION in acts,
        answers=Act.AGREEMENT in acts or Act.DISAGREEMENT in acts,
    )


def _words(turn: AnnotatedTurn, sentence: Stretch) -> tuple[Word, ...]:
    tokens, offsets = sentence.tokens, turn.offsets
    return tuple(
        Word(
            tokens.forms[place],
            tokens.lemmas[place],
            tokens.pos[place],
            tokens.stop[place],
            offsets[tokens.starts[place]],
            offsets[tokens.ends[place] - 1] + 1,
            _parts(tokens, place),
        )
        for place in sentence.places
        if not tokens.space[place]
    )


def _parts(tokens: Tokens, place: int) -> tuple[str, ...]:
    parts, base = tokens.parts[place], tokens.bases[place]
    return (*parts, base) if base else parts


def _evidence(turns: _Turns, cues: Iterable[Cue]) -> tuple[Evidence, ...]:
    return tuple(_shown_in(turns, cue.rule, cue.span, cue.weight) for cue in cues)


def _shown(
    turns: _Turns, sentence: Stretch, reasons: Iterable[Feature]
) -> tuple[Evidence, ...]:
    """The first reasons with the words that show them; the sentence where it is the place.

    The same words are shown once, for the strongest of the reasons that they give.
    """
    shown: dict[tuple[int, int], Feature] = {}
    for reason in reasons:
        span = reason.span or sentence
        shown.setdefault((span.start, span.end), reason)
    return tuple(
        _shown_in(turns, reason.name, reason.span or sentence, reason.value)
        for reason in islice(shown.values(), _MOST_REASONS)
    )


def _shown_in(turns: _Turns, rule: str, span: Stretch, weight: float) -> Evidence:
    text, start, end = _quoted(turns[id(span.tokens.doc)], span)
    return Evidence(rule=rule, text=text, start=start, end=end, weight=round(weight, 4))


def _quoted(turn: AnnotatedTurn, words: Stretch) -> tuple[str, int, int]:
    """Some words of a turn, white space single, and their range in the source."""
    start, end = words.start_char, words.end_char
    text = " ".join(turn.turn.text[start:end].split())
    return text, turn.offsets[start], turn.offsets[end - 1] + 1
