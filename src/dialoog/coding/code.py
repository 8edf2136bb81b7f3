"""Code: from annotated turns to sentences with themes, claims, acts and key scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.coding.coder import coder_for
from dialoog.coding.model import (
    ClaimCode,
    CodedEdition,
    CodedSentence,
    Evidence,
    Stance,
    ThemeCode,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Span

    from dialoog.annotation.annotate import AnnotatedTurn
    from dialoog.codebook import Codebook
    from dialoog.coding.coder import Findings
    from dialoog.coding.reasons import Cue
    from dialoog.edition import Edition


def code(
    edition: Edition, annotated: Sequence[AnnotatedTurn], codebook: Codebook
) -> CodedEdition:
    """The sentences of an edition with what each is about, claims and does.

    Args:
        edition: The edition.
        annotated: Its turns, annotated.
        codebook: The themes and claims to look for.
    """
    placed = [
        (turn, index, sentence)
        for turn in annotated
        for index, sentence in enumerate(turn.doc.sents)
    ]
    sentences = [sentence for _, _, sentence in placed]
    numbers = [turn.turn.number for turn, _, _ in placed]
    found = coder_for(codebook).find(sentences, numbers)
    return CodedEdition(
        edition=edition,
        codebook=codebook,
        sentences=tuple(
            _coded(turn, index, findings, codebook)
            for (turn, index, _), findings in zip(placed, found, strict=True)
        ),
    )


def _coded(
    turn: AnnotatedTurn, index: int, findings: Findings, codebook: Codebook
) -> CodedSentence:
    start, end = turn.source_range(findings.sentence)
    return CodedSentence(
        turn=turn.turn.number,
        sentence=index,
        start=start,
        end=end,
        text=" ".join(findings.sentence.text.split()),
        words=_words(turn, findings.sentence),
        themes=tuple(
            ThemeCode(
                theme=codebook.themes[found.item].id,
                score=found.score,
                evidence=_evidence(turn, found.cues),
            )
            for found in findings.themes
        ),
        claims=tuple(
            ClaimCode(
                claim=codebook.claims[found.item].id,
                stance=Stance.AFFIRMS,
                score=found.score,
                evidence=_evidence(turn, found.cues),
            )
            for found in findings.claims
        ),
    )


def _words(turn: AnnotatedTurn, sentence: Span) -> tuple[Word, ...]:
    return tuple(
        Word(token.text, token.lemma_, token.pos_, token.is_stop, *turn.source_range(token))
        for token in sentence
        if not token.is_space
    )


def _evidence(turn: AnnotatedTurn, cues: Iterable[Cue]) -> tuple[Evidence, ...]:
    evidence = []
    for cue in cues:
        start, end = turn.source_range(cue.span)
        evidence.append(
            Evidence(
                rule=cue.rule,
                text=cue.span.text,
                start=start,
                end=end,
                weight=round(cue.weight, 4),
            )
        )
    return tuple(evidence)
