"""Which sentences stand behind a number.

Every count in a table is the length of such a selection, so that the number and the
sentences it opens to cannot disagree.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from dialoog.measures.dialogue import moves
from dialoog.measures.once import once
from dialoog.measures.words import lemmas_by_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from dialoog.coding import CodedEdition, CodedSentence

FACETS = (
    "theme",
    "claim",
    "stance",
    "act",
    "move",
    "perspective",
    "speaker",
    "turn",
    "lemma",
    "row",
)
"""What sentences can be selected by."""
_NONE: frozenset[int] = frozenset()


class SentenceIndex:
    """The sentences of an edition by what they are coded with and who says them.

    Sentences are told by their row: their place in `CodedEdition.sentences`, from 0,
    which is also their row in the table of sentences.
    """

    def __init__(self, coded: CodedEdition) -> None:
        self._rows: defaultdict[tuple[str, Any], set[int]] = defaultdict(set)
        self._coded = coded
        self._sentences = coded.sentences
        self._has_lemmas = self._has_moves = False
        perspectives = {s.name: s.perspective.value for s in coded.edition.speakers}
        speakers = {turn.number: turn.speaker for turn in coded.edition.turns}
        for row, sentence in enumerate(coded.sentences):
            speaker = speakers[sentence.turn]
            self._rows["speaker", speaker].add(row)
            self._rows["perspective", perspectives[speaker]].add(row)
            self._rows["row", row].add(row)
            for key in _codes(sentence):
                self._rows[key].add(row)

    def rows(self, facets: Mapping[str, Any]) -> tuple[int, ...]:
        """Rows of the sentences that have all of the facets, in order.

        A facet of None selects nothing away. A claim and a stance together mean that
        stance on that claim.
        """
        return tuple(sorted(self._found(facets)))

    def count(self, facets: Mapping[str, Any]) -> int:
        """How many sentences have all of the facets."""
        return len(self._found(facets))

    def _found(self, facets: Mapping[str, Any]) -> Collection[int]:
        wanted = {key: value for key, value in facets.items() if value is not None}
        if "claim" in wanted and "stance" in wanted:
            wanted["position"] = (wanted.pop("claim"), wanted.pop("stance"))
        if "lemma" in wanted and not self._has_lemmas:
            self._add_lemmas()
        if "move" in wanted and not self._has_moves:
            self._add_moves()
        found = [self._rows.get(facet, _NONE) for facet in wanted.items()]
        if not found:
            return range(len(self._sentences))
        return found[0].intersection(*found[1:])

    def _add_lemmas(self) -> None:
        """Only when asked for: there are more words than codes."""
        for row, lemmas in enumerate(lemmas_by_sentence(self._coded)):
            for lemma in lemmas:
                self._rows["lemma", lemma].add(row)
        self._has_lemmas = True

    def _add_moves(self) -> None:
        for move in moves(self._coded):
            self._rows["move", move.kind.value].add(move.row)
        self._has_moves = True


@once
def sentence_index(coded: CodedEdition) -> SentenceIndex:
    """The index of an edition."""
    return SentenceIndex(coded)


def sentences_behind(
    coded: CodedEdition,
    *,
    theme: str | None = None,
    claim: str | None = None,
    stance: str | None = None,
    act: str | None = None,
    move: str | None = None,
    perspective: str | None = None,
    speaker: str | None = None,
    turn: int | None = None,
    lemma: str | None = None,
) -> tuple[int, ...]:
    """Rows of the sentences that a number in a table counts.

    Args:
        coded: The coded edition.
        theme: Id of a theme of the codebook.
        claim: Id of a claim of the codebook.
        stance: `affirms`, `denies` or `raises`; with `claim`, on that claim.
        act: `question`, `agreement` or `disagreement`.
        move: One of these, or `introduction` or `uptake` of a theme.
        perspective: Of the speaker.
        speaker: Full name.
        turn: Number of the turn.
        lemma: A content word, as the table of terms gives it.

    Returns:
        Places in `coded.sentences` (rows of the table of sentences), ascending; all
        of them if nothing is asked for.

    Examples:
        >>> rows = sentences_behind(coded, theme="autonomie")  # doctest: +SKIP
        >>> [coded.sentences[row].text for row in rows]  # doctest: +SKIP
    """
    facets = {
        "theme": theme,
        "claim": claim,
        "stance": stance,
        "act": act,
        "move": move,
        "perspective": perspective,
        "speaker": speaker,
        "turn": turn,
        "lemma": lemma,
    }
    return sentence_index(coded).rows(facets)


def _codes(sentence: CodedSentence) -> Iterator[tuple[str, Any]]:
    yield "turn", sentence.turn
    for theme in sentence.themes:
        yield "theme", theme.theme
    for claim in sentence.claims:
        yield "claim", claim.claim
        yield "stance", claim.stance.value
        yield "position", (claim.claim, claim.stance.value)
    for act in sentence.acts:
        yield "act", act.act.value
