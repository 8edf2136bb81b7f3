"""Speakers: from labels and what the text says of people to `Speaker`s."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dialoog.edition.affiliation import affiliation_in
from dialoog.edition.labels import fold
from dialoog.edition.lexicon import MODERATOR_LABELS
from dialoog.edition.model import Evidence, Perspective, Speaker
from dialoog.edition.people import People, Person
from dialoog.edition.perspective import SPEECH_CUES, Judgement, Passage, judge
from dialoog.edition.reading import INTERVIEWER
from dialoog.errors import Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_FRONT_MAX = 20_000
_SELF_MAX = 1_500
_CLAUSE_END = re.compile(r"[.!?\n](?=\s|$)")


class Cast:
    """The speakers of a reading, found from the whole source."""

    def __init__(self, layout: Layout, reading: Reading) -> None:
        self.layout = layout
        self.text = layout.source.text
        self.reading = reading
        self.front_end = min(_front_end(reading), len(self.text))
        front = self.text[max(self.front_end - _FRONT_MAX, 0) : self.front_end]
        self.offset = self.front_end - len(front)
        self.people = People(front, layout.source.metadata)
        labels = list(dict.fromkeys(piece.speaker for piece in reading.turns))
        self.of_label: dict[str, Person] = {
            label: self.people.resolve(label, others=labels, guest=reading.guest)
            for label in labels
        }

    def speakers(
        self, perspectives: Mapping[str, Perspective]
    ) -> tuple[tuple[Speaker, ...], tuple[Note, ...]]:
        """Return the speakers in order of first turn, and the doubts about them."""
        labels: dict[str, list[str]] = defaultdict(list)
        for label, person in self.of_label.items():
            labels[person.name].append(label)
        speakers, notes = [], []
        for name, forms in labels.items():
            speaker, doubts = self._speaker(name, forms, perspectives)
            speakers.append(speaker)
            notes += doubts
        return tuple(speakers), tuple(notes)

    def _speaker(
        self, name: str, labels: Sequence[str], perspectives: Mapping[str, Perspective]
    ) -> tuple[Speaker, list[Note]]:
        beside = self._beside(labels)
        about = self._descriptions(name)
        affiliation = self._affiliation(name, labels, about)
        chosen = _chosen(name, labels, perspectives)
        if chosen:
            said = (Evidence(text=chosen.value, reason="set by the user"),)
            return Speaker(
                name=name, affiliation=affiliation, perspective=chosen, evidence=said
            ), []
        if _is_moderator(name, labels):
            role = Evidence(text=labels[0], reason="a label for the one who asks")
            return (
                Speaker(
                    name=name,
                    affiliation=affiliation,
                    perspective=Perspective.MODERATOR,
                    evidence=(role,),
                ),
                [],
            )
        judgement = judge(self.text, [*beside, *about, *self._first_words(labels)])
        return self._judged(name, affiliation, judgement)

    def _judged(
        self, name: str, affiliation: str | None, judgement: Judgement | None
    ) -> tuple[Speaker, list[Note]]:
        if judgement is None:
            message = (
                f"Nothing in the text says what {name} does: set it with --perspective."
            )
            speaker = Speaker(name=name, affiliation=affiliation)
            return speaker, [Note(code="perspective-unknown", message=message)]
        speaker = Speaker(
            name=name,
            affiliation=affiliation,
            perspective=judgement.perspective,
            evidence=judgement.evidence,
        )
        if not judgement.doubtful:
            return speaker, []
        message = (
            f"{name} is taken for {judgement.perspective}, but the text also says "
            "otherwise: check it, or set it with --perspective."
        )
        return speaker, [Note(code="perspective-doubtful", message=message)]

    def _beside(self, labels: Sequence[str]) -> list[Passage]:
        """Where the labels say something beside the name."""
        found = []
        for label in labels:
            about = self.reading.about.get(label) or self.of_label[label].about
            start = self.text.find(about) if about else -1
            if start >= 0:
                found.append(Passage(start=start, end=start + len(about), weight=1.5))
        return found

    def _descriptions(self, name: str) -> list[Passage]:
        """The stretches of the front that are about a person.

        From the name to the next person or the end of the sentence, and from the
        person before (or the start of the sentence) to the name.
        """
        found = []
        mentions = sorted(self.people.mentions(), key=lambda mention: mention.start)
        for index, mention in enumerate(mentions):
            if mention.name != name:
                continue
            before = mentions[index - 1].end if index else 0
            after = mentions[index + 1].start if index + 1 < len(mentions) else None
            found += self._around(mention.start, mention.end, before, after)
        return found

    def _around(
        self, start: int, end: int, before: int, after: int | None
    ) -> list[Passage]:
        front = self.people.front
        stop = _CLAUSE_END.search(front, end)
        right = min(
            stop.start() if stop else len(front),
            after if after is not None else len(front),
        )
        following = (
            _pronoun_sentence(front, right) if after is None or after > right else None
        )
        left = max(before, _sentence_start(front, start))
        if after is not None and right == after:
            right = _before_next_title(front, end, after)
        if before and left == before:
            left = _own_title(front, before, start)
        passages = [
            Passage(start=self.offset + end, end=self.offset + right),
            Passage(start=self.offset + left, end=self.offset + start),
        ]
        if following:
            passages.append(
                Passage(
                    start=self.offset + following[0], end=self.offset + following[1]
                )
            )
        return passages

    def _first_words(self, labels: Sequence[str]) -> list[Passage]:
        """What a speaker says first: people introduce themselves."""
        turns = [piece for piece in self.reading.turns if piece.speaker in labels]
        found, left = [], _SELF_MAX
        for piece in turns:
            if left <= 0:
                break
            end = min(piece.end, piece.start + left)
            left -= end - piece.start
            found.append(
                Passage(start=piece.start, end=end, cues=SPEECH_CUES, weight=0.5)
            )
        return found

    def _affiliation(
        self, name: str, labels: Sequence[str], about: Sequence[Passage]
    ) -> str | None:
        for label in labels:
            beside = self.reading.about.get(label) or self.of_label[label].about
            found = affiliation_in(beside, alone=True) if beside else None
            if found:
                return found
        for passage in about:
            found = affiliation_in(self.text[passage.start : passage.end])
            if found:
                return found
        return None


def _front_end(reading: Reading) -> int:
    return reading.pieces[0].start if reading.pieces else 0


def _chosen(
    name: str, labels: Sequence[str], perspectives: Mapping[str, Perspective]
) -> Perspective | None:
    wanted = {fold(key): value for key, value in perspectives.items()}
    return next(
        (wanted[fold(form)] for form in (name, *labels) if fold(form) in wanted), None
    )


def _is_moderator(name: str, labels: Sequence[str]) -> bool:
    forms = {fold(form) for form in (name, *labels)}
    return name == INTERVIEWER or bool(forms & MODERATOR_LABELS)


def _sentence_start(front: str, at: int) -> int:
    ends = list(_CLAUSE_END.finditer(front, max(at - 400, 0), at))
    while ends and re.search(
        r"\b(?:dr|prof|drs|ir|mr|mw|ing)\.$", front[: ends[-1].end()][-6:]
    ):
        ends.pop()
    return ends[-1].end() if ends else max(at - 400, 0)


def _pronoun_sentence(front: str, at: int) -> tuple[int, int] | None:
    """The next sentence, if it goes on about the same person ("Zij leidt …")."""
    match = re.compile(r"[.!?]\s+(?=(?:Zij|Ze|Hij|Daar|Als)\b)").match(front, at)
    if not match:
        return None
    stop = _CLAUSE_END.search(front, match.end())
    return match.end(), stop.start() if stop else len(front)


def _before_next_title(front: str, end: int, after: int) -> int:
    """Where the words about a person stop and those before the next name begin."""
    joins = [
        match.start()
        for match in re.finditer(
            r",?\s+(?:en|versus|tegenover)\s+|,\s+", front[end:after]
        )
    ]
    return end + joins[-1] if joins else after


def _own_title(front: str, before: int, start: int) -> int:
    joins = [
        match.end()
        for match in re.finditer(
            r"\s(?:en|versus|tegenover)\s+|,\s+", front[before:start]
        )
    ]
    return before + joins[-1] if joins else start
