"""Speakers: from labels and what the text says of people to `Speaker`s."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from dialoog.edition.affiliation import affiliation_in
from dialoog.edition.context import descriptions, legend
from dialoog.edition.labels import fold
from dialoog.edition.lexicon import (
    CROWD_LABELS,
    MODERATOR_LABELS,
    RESPONDENT_LABELS,
)
from dialoog.edition.model import Evidence, Perspective, SegmentKind, Speaker
from dialoog.edition.moderation import find_moderator
from dialoog.edition.people import Front, People, Person
from dialoog.edition.perspective import (
    ADDRESS_CUES,
    CHAIR,
    PARTY,
    SELF,
    SPEECH_CUES,
    Judgement,
    Passage,
    judge,
)
from dialoog.edition.reading import INTERVIEWER
from dialoog.errors import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Piece, Reading

BY_HAND = "set by the user"
# Evidence that what is done in the turns does not outweigh.
_SETTLED = ("a label for nobody in particular",)
# Beside a name these say who asks, or from where somebody answers.
_ASKING_OR_NOT = frozenset(["onderzoeker", "journalist", "begeleider", "redactie"])
# Nobody leads an exchange of letters, or an article.
_UNLED = frozenset(["letters", "narrative-quotes"])
_CHAIRS = frozenset(["voorzitter", "fungerend voorzitter", "ondervoorzitter"])
# "(Dijkpartij)", "(Lijst Vis)", "(D66)": a name and no function.
_PARTY_NAME = re.compile(r"[A-ZÀ-Þ][\w/&’'-]*(?:\s[\w/&’'-]+){0,3}")
_FORMAL = re.compile(
    r"(?:de heer|mevrouw|meneer|mijnheer|mevr\.|dhr\.|mw\.)\s", re.IGNORECASE
)
_FRONT_MAX = 20_000
_FIRST_WORDS = 1_500
# Less than this between two turns introduces nobody.
_BOX_MIN = 10
_ADDRESS_TURNS = 6
# Among more speakers nobody is "you".
_ADDRESSED_MAX = 40
# No text introduces more people one by one.
_INTRODUCED_MAX = 200
# One character for one, so that offsets hold.
_LINE_BREAK = re.compile(r"(?<=\S)\n(?=\S)")
_GIVEN_NAME = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ’-]+(?:\s(?:van|de|der|den|ter|ten|te|het|’t|'t))*"
)
_MY_NAME_IS = r"(?i:mijn naam is|ik heet|ik ben|met)\s"
_VISIBLE = re.compile(r"\S")


class Cast:
    """The speakers of a reading, found from the whole source."""

    def __init__(self, layout: Layout, reading: Reading) -> None:
        self.text = layout.source.text
        self.reading = reading
        labels = list(dict.fromkeys(piece.speaker for piece in reading.turns))
        self.people = People(_front(layout, reading), layout.source.metadata, labels)
        guest = reading.guest or self.people.sole_guest(labels)
        self.said: dict[str, list[Piece]] = defaultdict(list)
        for piece in reading.turns:
            self.said[piece.speaker].append(piece)
        self.of_label: dict[str, Person] = {
            label: self._person(label, labels, guest) for label in labels
        }
        self.chaired = any(fold(label) in _CHAIRS for label in labels)
        self.labels: dict[str, list[str]] = defaultdict(list)
        for label, person in self.of_label.items():
            self.labels[person.name].append(label)

    def _person(self, label: str, labels: Sequence[str], guest: str) -> Person:
        """Who a label stands for, by the front, by the label or by what is said first."""
        about = self.reading.about.get(label, "")
        if _GIVEN_NAME.fullmatch(about) and f"{label}, {about}" in self.text:
            return self.people.resolve(f"{label}, {about}", others=labels)
        person = self.people.resolve(label, others=labels, guest=guest)
        if person.name == label and " " not in label and len(label) > 2:
            first = self.said[label][0]
            end = min(first.end, first.start + _FIRST_WORDS)
            named = re.compile(
                rf"{_MY_NAME_IS}(?P<name>{re.escape(label)} [A-ZÀ-Þ][\w’'-]+)"
            )
            match = named.search(self.text, first.start, end)
            if match:
                return Person(name=match["name"])
        return person

    def _beside(self, label: str) -> str:
        """What a label or its legend says beside the name, if it is no name itself."""
        about = self.reading.about.get(label) or self.of_label[label].about
        said = set(about.split())
        parts = {part.strip() for part in about.split(",")} - {label}
        if said <= set(self.of_label[label].name.split()) or any(
            part in self.of_label for part in parts
        ):
            return ""
        return about

    def speakers(
        self, perspectives: Mapping[str, Perspective]
    ) -> tuple[tuple[Speaker, ...], tuple[Note, ...]]:
        """Return the speakers in order of first turn, and the doubts about them."""
        known = {name: self._known(name, perspectives) for name in self.labels}
        open_names = frozenset(
            name for name in known if self._is_open(name, known[name])
        )
        moderated = any(
            judged and judged.perspective is Perspective.MODERATOR
            for judged in known.values()
        )
        if not moderated and self.reading.convention not in _UNLED:
            described = frozenset(n for n in known if n not in open_names)
            found = find_moderator(
                self.text,
                self._turns(),
                open_names,
                frozenset(n for n in described if self._may_lead(known[n])),
            )
            if found:
                name, words = found
                known[name] = Judgement(
                    perspective=Perspective.MODERATOR,
                    evidence=(words,),
                    doubtful=name in described,
                )
        return self._finish(known)

    def _may_lead(self, judged: Judgement | None) -> bool:
        """True unless the user said what somebody is, or it is science or an office."""
        if judged is None:
            return True
        first = judged.evidence[0] if judged.evidence else None
        return judged.perspective in (
            Perspective.PRACTITIONER,
            Perspective.OTHER,
        ) and not (first and first.reason in (BY_HAND, *_SETTLED))

    def _is_open(self, name: str, judged: Judgement | None) -> bool:
        """True if only a turn of phrase, or nothing, says what a speaker does."""
        if judged is None:
            return True
        if judged.evidence and judged.evidence[0].reason == BY_HAND:
            return False
        said = judge(self.text, list(self._about(name, self.labels[name])))
        return said is None and judged.perspective is Perspective.PRACTITIONER

    def _finish(
        self, known: dict[str, Judgement | None]
    ) -> tuple[tuple[Speaker, ...], tuple[Note, ...]]:
        moderators = {
            name
            for name, judged in known.items()
            if judged and judged.perspective is Perspective.MODERATOR
        }
        speakers, notes = [], []
        for name, labels in self.labels.items():
            judged = known[name] or judge(self.text, list(self._addressed(name)))
            affiliation = self._affiliation(name, labels)
            if judged is None and affiliation:
                judged = _employed(affiliation)
                notes.append(_assumed_employed(name, affiliation))
            elif judged is None and moderators:
                judged = self._answers(name)
                notes.append(_assumed(name))
            elif judged is None:
                notes.append(_unknown(name))
            elif judged.doubtful:
                notes.append(_doubtful(name, judged.perspective))
            speakers.append(
                Speaker(
                    name=name,
                    affiliation=affiliation,
                    perspective=judged.perspective if judged else Perspective.OTHER,
                    evidence=judged.evidence if judged else (),
                )
            )
        return tuple(speakers), tuple(notes)

    def _known(
        self, name: str, perspectives: Mapping[str, Perspective]
    ) -> Judgement | None:
        """What the user, the labels, the introduction and the person say."""
        labels = self.labels[name]
        chosen = _chosen(name, labels, perspectives)
        if chosen:
            said = Evidence(text=chosen.value, reason=BY_HAND)
            return Judgement(perspective=chosen, evidence=(said,), doubtful=False)
        if self._is_moderator(name, labels):
            role = Evidence(text=labels[0], reason="a label for the one who asks")
            return Judgement(
                perspective=Perspective.MODERATOR, evidence=(role,), doubtful=False
            )
        if any(fold(label) in CROWD_LABELS for label in labels):
            role = Evidence(text=labels[0], reason="a label for nobody in particular")
            return Judgement(
                perspective=Perspective.OTHER, evidence=(role,), doubtful=False
            )
        led = self.people.leaders.get(name)
        if led:
            start, end = map(self.people.place, led)
            role = Evidence(
                text=" ".join(self.text[start:end].split()),
                reason="introduced as the one who leads",
                start=start,
                end=end,
            )
            return Judgement(
                perspective=Perspective.MODERATOR, evidence=(role,), doubtful=False
            )
        seat = self._seat(labels)
        if seat:
            return Judgement(
                perspective=Perspective.OTHER, evidence=(seat,), doubtful=False
            )
        about = list(self._about(name, labels))
        if name == self.people.asker and judge(self.text, about) is None:
            role = Evidence(text=name, reason="introduced as the one who asks")
            return Judgement(
                perspective=Perspective.MODERATOR, evidence=(role,), doubtful=False
            )
        judged = judge(self.text, [*about, *self._first_words(labels)])
        if judged and self._chairs_elsewhere(judged, name, labels):
            return replace(judged, perspective=Perspective.PRACTITIONER)
        return judged

    def _chairs_elsewhere(
        self, judged: Judgement, name: str, labels: Sequence[str]
    ) -> bool:
        """True for the chair of an organisation, who does not ask: a guest."""
        return (
            {each.reason for each in judged.evidence} == {CHAIR}
            and self._affiliation(name, labels) is not None
            and not self._asks(labels)
        )

    def _seat(self, labels: Sequence[str]) -> Evidence | None:
        """The party in a label of a chaired debate: "De heer Pol (Dijkpartij)"."""
        for label in labels:
            about = self.reading.about.get(label, "")
            named = _PARTY_NAME.fullmatch(about) and _FORMAL.match(label)
            if PARTY.fullmatch(about) or (self.chaired and named):
                return Evidence(text=about, reason="a party in a chaired debate")
        return None

    def _is_moderator(self, name: str, labels: Sequence[str]) -> bool:
        """True if a label says so that no legend gives another meaning."""
        forms = {fold(name)} | {fold(label) for label in labels} - set(
            self.people.coded
        )
        beside = {fold(self.reading.about.get(label, "")) for label in labels}
        forms |= beside if self._asks(labels) else beside - _ASKING_OR_NOT
        return name == INTERVIEWER or bool(forms & MODERATOR_LABELS)

    def _asks(self, labels: Sequence[str]) -> bool:
        """True if half of what is said under the labels, or more, are questions."""
        said = [piece for label in labels for piece in self.said[label]]
        asked = sum(
            self.text[piece.start : piece.end].rstrip(" \"'”’»").endswith("?")
            for piece in said
        )
        return asked * 2 >= len(said)

    def _about(self, name: str, labels: Sequence[str]) -> Iterator[Passage]:
        """What stands beside the labels, in a legend and in the introduction."""
        crowd = len(self.labels) > _INTRODUCED_MAX
        for label in labels:
            beside = self._beside(label)
            start = self.text.find(beside) if beside else -1
            if start >= 0:
                yield Passage(
                    start=start, end=start + len(beside), weight=1.5, function=True
                )
            elif beside:
                yield Passage(words=beside, weight=1.5, function=True)
            yield Passage(words=_without_name(label, name))
            if crowd:
                continue
            yield from legend(self.people, label)
            if fold(label) in RESPONDENT_LABELS:
                for word in ("Respondent", "Geïnterviewde"):
                    yield from legend(self.people, word)
        if not crowd:
            yield from descriptions(self.people, name)

    def _first_words(self, labels: Sequence[str]) -> Iterator[Passage]:
        """What a speaker says first, and in it of whom: people introduce themselves."""
        for start, end in self._opening(labels):
            yield Passage(start=start, end=end, cues=SPEECH_CUES, weight=0.5)
        yield from self._introduces(labels)

    def _introduces(self, labels: Sequence[str]) -> Iterator[Passage]:
        for start, end in self._opening(labels):
            for match in SELF.finditer(self.text, start, end):
                yield Passage(start=match.start(), end=match.end(), weight=0.75)

    def _opening(self, labels: Sequence[str]) -> Iterator[tuple[int, int]]:
        left = _FIRST_WORDS
        said = (piece for label in labels for piece in self.said[label])
        for piece in sorted(said, key=lambda piece: piece.start):
            if left <= 0:
                return
            end = min(piece.end, piece.start + left)
            left -= end - piece.start
            yield piece.start, end

    def _addressed(self, name: str) -> Iterator[Passage]:
        """What the others say to a person: by name, or because there is nobody else."""
        given = name.split()[0]
        alone = len(self.labels) == 2
        own = set(self.labels[name])
        if len(self.labels) > _ADDRESSED_MAX:
            return
        others = [piece for piece in self.reading.turns if piece.speaker not in own]
        called = re.compile(rf"\b{re.escape(given)}\b")
        for place, piece in enumerate(others):
            by_name = called.search(self.text, piece.start, piece.end)
            if by_name or (alone and place < _ADDRESS_TURNS):
                start = by_name.start() if by_name and not alone else piece.start
                yield Passage(start=start, end=piece.end, cues=ADDRESS_CUES)

    def _answers(self, name: str) -> Judgement:
        """Who answers about own work, and of whom nothing is said, is of practice."""
        first = min(
            (piece for label in self.labels[name] for piece in self.said[label]),
            key=lambda piece: piece.start,
        )
        end = min(first.end, first.start + 60)
        words = Evidence(
            text=" ".join(self.text[first.start : end].split()),
            reason="answers from own experience (assumed)",
            start=first.start,
            end=end,
        )
        return Judgement(
            perspective=Perspective.PRACTITIONER, evidence=(words,), doubtful=True
        )

    def _turns(self) -> list[tuple[str, list[Piece]]]:
        named = (
            (self.of_label[piece.speaker].name, piece) for piece in self.reading.turns
        )
        return [
            (name, [piece for _, piece in group])
            for name, group in groupby(named, key=lambda pair: pair[0])
        ]

    def _affiliation(self, name: str, labels: Sequence[str]) -> str | None:
        for label in labels:
            person = self.of_label[label]
            beside = self._beside(label)
            found = person.affiliation or (
                affiliation_in(beside, alone=True) if beside else None
            )
            if found:
                return found
        for passage in (*self._about(name, labels), *self._introduces(labels)):
            if passage.words:
                continue
            said = self.text[passage.start : passage.end]
            found = affiliation_in(said, alone=passage.alone)
            if found and name not in found and found not in name:
                return found
        return None


def _front(layout: Layout, reading: Reading) -> Front:
    """The text that introduces people, and where it stands in the source."""
    text = layout.source.text
    end = reading.pieces[0].start
    start = max(end - _FRONT_MAX, 0)
    parts, sections = [text[start:end]], [(0, start)]
    if reading.told:
        # The words between the turns, the turns themselves blanked out.
        at = end
        for piece in reading.turns:
            parts += [
                text[at : piece.start],
                _VISIBLE.sub(" ", text[piece.start : piece.end]),
            ]
            at = piece.end
        parts.append(text[at:])
    else:
        size = end - start
        for begin, finish in _unspoken(reading, len(text)):
            parts += ["\n\n", text[begin:finish]]
            sections.append((size + 2, begin))
            size += 2 + finish - begin
        opening = reading.turns[0]
        if not reading.guest:
            begin, finish = (
                opening.start,
                min(opening.end, opening.start + _FIRST_WORDS),
            )
            parts += ["\n\n", text[begin:finish]]
            sections.append((size + 2, begin))
    front = "".join(parts)
    if layout.hard_wrapped:
        front = _LINE_BREAK.sub(" ", front)
    return Front(text=front, sections=tuple(sections))


def _unspoken(reading: Reading, size: int) -> Iterator[tuple[int, int]]:
    """The stretches between and after the turns that may hold a box about people."""
    left = _FRONT_MAX
    at = reading.pieces[0].start
    for piece in (*reading.pieces, None):
        if piece and piece.kind not in (SegmentKind.TURN, SegmentKind.LABEL):
            continue
        start = piece.start if piece else size
        if start - at >= _BOX_MIN and left > 0:
            yield at, min(start, at + left)
            left -= start - at
        at = max(piece.end, at) if piece else size


def _without_name(label: str, name: str) -> str:
    """The words of a label that are no part of the name: "Dr.", "Burgemeester"."""
    own = {word.casefold() for word in name.split()}
    return " ".join(word for word in label.split() if word.casefold() not in own)


def _chosen(
    name: str, labels: Sequence[str], perspectives: Mapping[str, Perspective]
) -> Perspective | None:
    wanted = {fold(key): value for key, value in perspectives.items()}
    return next(
        (wanted[fold(form)] for form in (name, *labels) if fold(form) in wanted), None
    )


def _employed(affiliation: str) -> Judgement:
    """Who works for an organisation that no word of science goes with is of practice."""
    said = Evidence(text=affiliation, reason="an employer outside science (assumed)")
    return Judgement(
        perspective=Perspective.PRACTITIONER, evidence=(said,), doubtful=True
    )


def _assumed_employed(name: str, affiliation: str) -> Note:
    message = (
        f"The text says of {name} only that there is a tie with {affiliation}; {name} is taken "
        "for a practitioner: check it, or set it with --perspective."
    )
    return Note(code="perspective-assumed", message=message)


def _unknown(name: str) -> Note:
    message = f"Nothing in the text says what {name} does: set it with --perspective."
    return Note(code="perspective-unknown", message=message)


def _assumed(name: str) -> Note:
    message = (
        f"Nothing in the text says what {name} does; {name} answers questions and is taken "
        "for a practitioner: check it, or set it with --perspective."
    )
    return Note(code="perspective-assumed", message=message)


def _doubtful(name: str, perspective: Perspective) -> Note:
    message = (
        f"{name} is taken for {perspective.value}, but the text also says otherwise: "
        "check it, or set it with --perspective."
    )
    return Note(code="perspective-doubtful", message=message)
