"""What belongs to the turn after a label, and what interrupts or ends it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.edition import lexicon
from dialoog.edition.labels import fold
from dialoog.edition.model import SegmentKind
from dialoog.edition.names import find_names, is_full_name
from dialoog.edition.quotes import inside_quotes, opener_at
from dialoog.edition.reading import INTERVIEWER, Mark, Piece, Reading
from dialoog.edition.scoring import finish
from dialoog.edition.stamps import INLINE_STAMP, is_stamp
from dialoog.edition.style import (
    QUESTION_MAX,
    STYLE_MARKS,
    Paragraph,
    Style,
    paragraphs_after,
    style_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout

_TURN, _NARRATION = SegmentKind.TURN, SegmentKind.NARRATION
_FIRST_OR_SECOND = re.compile(
    r"\b(?:ik|mij|me|mijn|mezelf|we|wij|ons|onze|onszelf|je|jij|jou|jouw|jullie|u|uw|ge|gij)\b",
    re.IGNORECASE,
)
THIRD_START = re.compile(
    r"(?:hij|zij|ze|de (?:respondent|interviewer|spreker|lector|moderator|wethouder|voorzitter|"
    r"onderzoeker|geïnterviewde)|er (?:wordt|klinkt|valt|komt)|even|het (?:is|wordt|blijft) (?:even )?(?:stil|donker))\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(r"\b(?:u|uw|je|jij|jouw|jullie|ge|gij)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[*_]*(?:\([^()]*\)|\[[^\[\]]*\])[*_.]*")
_DIRECTION = re.compile(r"\((?=[^()]*[^\W\d_]{2})[^()]{1,80}\)\s*")
# What a program says in the place of words.
_NOTICE = re.compile(
    r"<[^<>]{3,40}>|!\[[^\]]*\]\([^()\s]*\)|(?:afbeelding|video|audio|document|sticker|gif|media)\s(?:weggelaten|omitted)|"
    r"dit bericht is verwijderd\.?|(?::[a-z0-9_+-]+:\s*\d*\s*)+",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*\((?:edited|bewerkt|gewijzigd)\)\s*$")
_RULE = re.compile(r"(?:[-–—_=]{3,}|(?:\*\s*){3,}|#{1,3})$")
_META = re.compile(
    r"(?:noot|kader|info|foto|beeld|bron|tekst|illustratie|figuur|tabel|let op|lees ook|zie ook|nb|"
    r"fotografie|auteur|bijschrift|advertentie|tags?)\b\s*\d*\s*[:.]",
    re.IGNORECASE,
)
# Who made it: "Interview: Jos Wauters. Foto's: Bieke Nys."
_CREDITED = r"(?:(?:[A-ZÀ-Þ]\.)+|[A-ZÀ-Þ][\w’'-]*)"
_CREDIT = (
    r"[*_(]*(?P<what>[A-ZÀ-Þ][a-zà-ÿ’']+)(?:\s(?:en|&)\s[a-zà-ÿ’']+)?(?:\s?:|\sdoor)[*_]*\s+"
    rf"{_CREDITED}(?:[\s,]+(?:{_CREDITED}|van|de|der|den|ter|ten|’t|'t|en|&))*[*_)]*"
)
_CREDITS = re.compile(
    rf"{_CREDIT}(?P<more>(?:\s*[.,;|/–•-]+\s*{_CREDIT.replace('?P<what>', '')})*)[\s.]*"
)
# A box in capitals: "INFO: de winkel is open".
_BOX = re.compile(r"[A-ZÀ-Þ]{3,}\s?:\s")
_SILENCE = r"(?:(?:lange|korte|even)\s)?(?:stilte|gelach|applaus|gemompel|geroezemoes)"
_SCENE_START = re.compile(
    rf"(?:{_SILENCE}\.\s+)?(?:een|de|het|buiten|binnen|iemand|ergens|achter|in de verte)\s|{_SILENCE}\.",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|waren|had|hadden|werd|werden|ging|kwam|stond|zat|lag|(?<!\bde )(?<!\bhet )(?<!\been )(?<!\bvan )(?<!\bmet )\w{2,}(?:de|te)n?)\b"
)
_SPOKEN = re.compile(
    rf"{_FIRST_OR_SECOND.pattern}|[?!…]|\b(?:ja|nee|nou|hoor|toch|oké|dank|precies|dag|welkom)\b",
    re.IGNORECASE,
)
_SPOKEN_SHARE = 0.1
_LISTED = 3
_LISTED_SHARE = 0.5
_FRONT = 5_000
_UNSPOKEN = 0.35
# Music in subtitles: "# Slotmuziek #", "♪ la la".
_LYRICS = re.compile(r"(?:[#♪♫].*[#♪♫]|[♪♫].*)$", re.DOTALL)
_HEADING_MAX = 90
_NARRATION_MAX = 280
_PULLED_MAX = 160
_PULLED_MIN = 15
_PULLED_REACH = 6_000
_CLOSERS = "”’»\"'"


def read_marks(
    layout: Layout,
    marks: Sequence[Mark],
    convention: str,
    *,
    style: Style | None = None,
    guest: str = "",
) -> Reading:
    """Return the reading in which the text after each mark is said by its speaker.

    Args:
        layout: The rows of the source.
        marks: Where speakers start, in order; an empty one where no label stands.
        convention: Id of the convention that found them.
        style: How the turns look, if the convention knows it.
        guest: The one who answers, if the convention knows the name.
    """
    style = style or style_of(layout, marks)
    pieces: list[Piece] = []
    if style.asked and (opening := _opening_question(layout, marks[0])):
        pieces.append(opening)
    names = _surnames(marks)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark.end > mark.start:
            pieces.append(_label(mark))
        body = paragraphs_after(layout, mark, following)
        pieces += _Body(layout, style, mark, names, last=following is None).read(body)
    reading = finish(layout, pieces, convention, about=_about(marks), guest=guest)
    listed = _is_listing(layout, marks)
    if style.quoted or _speaks(layout, pieces, listed=listed):
        return reading
    return replace(reading, score=reading.score * _UNSPOKEN)


def _is_listing(layout: Layout, marks: Sequence[Mark]) -> bool:
    """True if the same labels, no names of people, come back under each heading."""
    sections: list[list[str]] = []
    row = -1
    for mark in marks[: 2 * STYLE_MARKS]:
        if row < 0 or any(each.heading for each in layout.rows[row + 1 : mark.row]):
            sections.append([])
        sections[-1].append(mark.name)
        row = mark.row
    order, count = Counter(map(tuple, sections)).most_common(1)[0]
    least = _LISTED if len(order) < _LISTED else 2
    if count < least or count * 2 < len(sections) or len(set(order)) < 2:
        return False
    front = layout.source.text[max(marks[0].start - _FRONT, 0) : marks[0].start]
    known = {form for name in find_names(front) for form in name.forms}
    return not any(
        is_full_name(name) or fold(name) in known or fold(name) in lexicon.ROLE_LABELS
        for name in order
    )


def _only_words(layout: Layout, turns: Sequence[Piece]) -> bool:
    """True if a speaker says no sentence at all, as the answers of a quiz."""
    said: dict[str, list[str]] = defaultdict(list)
    for turn in turns:
        said[turn.speaker].append(layout.source.text[turn.start : turn.end])
    return any(
        len(words) >= _LISTED
        and not any(
            each.rstrip()[-1:] in ".?!…”’\"'" or len(each.split()) > 3 for each in words
        )
        for words in said.values()
    )


def _speaks(layout: Layout, pieces: Sequence[Piece], *, listed: bool) -> bool:
    """True if turns have words that people say to each other; fields of a list do not.

    Where the same labels come back under each heading, most turns must have them.
    """
    turns = [piece for piece in pieces if piece.kind is _TURN][:STYLE_MARKS]
    if not layout.cues and _only_words(layout, turns):
        return False
    low = sum(layout.source.text[turn.start].islower() for turn in turns)
    if listed and low * 2 > len(turns):
        return False
    signs = _FIRST_OR_SECOND if listed else _SPOKEN
    spoken = sum(
        bool(signs.search(layout.source.text, turn.start, turn.end)) for turn in turns
    )
    return spoken >= max((_LISTED_SHARE if listed else _SPOKEN_SHARE) * len(turns), 1)


def _label(mark: Mark) -> Piece:
    return Piece(kind=SegmentKind.LABEL, start=mark.start, end=mark.end)


def _about(marks: Sequence[Mark]) -> dict[str, str]:
    return {mark.name: mark.about for mark in reversed(marks) if mark.about}


def _surnames(marks: Sequence[Mark]) -> frozenset[str]:
    return frozenset(
        word
        for mark in marks
        for word in mark.name.split()
        if len(word) > 2 and word[0].isupper()
    )


def _opening_question(layout: Layout, mark: Mark) -> Piece | None:
    start = _paragraph_start(layout, mark.row - 1)
    if start == 0:
        return None
    return Piece(
        kind=_TURN,
        start=layout.rows[start].start,
        end=layout.rows[mark.row - 1].end,
        speaker=INTERVIEWER,
    )


def _paragraph_start(layout: Layout, index: int) -> int:
    while index and layout.paragraph_end(index - 1, index + 1) > index:
        index -= 1
    return index


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _are_credits(text: str) -> bool:
    """True for what was done and by whom, and nothing else."""
    match = _CREDITS.fullmatch(text) if len(text) <= _NARRATION_MAX else None
    return match is not None and (
        bool(match["more"]) or fold(match["what"]) in lexicon.NOT_SPEAKERS
    )


class _Body:
    """Sorts the paragraphs after one mark."""

    def __init__(
        self,
        layout: Layout,
        style: Style,
        mark: Mark,
        names: frozenset[str],
        *,
        last: bool,
    ) -> None:
        self.layout = layout
        self.style = style
        self.mark = mark
        self.names = names
        self.last = last
        self.beside = False
        self.quoted = False
        self.cut = False

    def read(self, paragraphs: Iterator[Paragraph]) -> Iterator[Piece]:
        begun = False
        held: Paragraph | None = None
        for paragraph in paragraphs:
            if held is not None:
                yield from self._unasked(held)
            held = None
            kind = self._kind(paragraph, begun=begun)
            if self.last and begun and self._closes(paragraph, kind):
                break
            if kind is not SegmentKind.FURNITURE and begun and self._asks(paragraph):
                held = paragraph
            elif kind is _TURN:
                begun = True
                self.cut = not self.layout.rows[paragraph.after - 1].ends_sentence
                yield from self._turn(paragraph)
            else:
                yield self._piece(kind, paragraph)
        if held is not None and self.last:
            yield from self._unasked(held)
        elif held is not None:
            yield Piece(kind=_TURN, start=held.start, end=held.end, speaker=INTERVIEWER)

    def _unasked(self, paragraph: Paragraph) -> Iterator[Piece]:
        """A question that no answer follows: of the speaker, unless turns are quoted."""
        if self.style.quoted:
            yield self._piece(_NARRATION, paragraph)
        else:
            yield from self._turn(paragraph)

    def _kind(self, paragraph: Paragraph, *, begun: bool) -> SegmentKind:
        text = paragraph.text
        if is_stamp(text):
            return SegmentKind.LABEL
        aside = _BRACKETED.fullmatch(text) and (begun or text[0] in "*_")
        if aside or _NOTICE.fullmatch(text):
            return _NARRATION
        row = self.layout.rows[paragraph.first]
        if row.stage and row.look not in self.layout.asking:
            return _NARRATION
        if not begun or self._continues(paragraph):
            return _TURN
        opened = bool(opener_at(text, 0, len(text)))
        if opened and (self._is_pulled(paragraph) or self._is_slogan(paragraph)):
            return SegmentKind.FURNITURE
        if opened and self.quoted and not row.heading:
            return _TURN
        if self.layout.cues:
            return self._cue_kind(paragraph)
        return self._set_apart(paragraph)

    def _set_apart(self, paragraph: Paragraph) -> SegmentKind:
        """What a paragraph is that neither a mark nor a quotation opens."""
        text = paragraph.text
        if (
            _BOX.match(text)
            or _META.match(text)
            or _are_credits(text)
            or lexicon.FURNITURE_HEADING.match(text)
            or _RULE.match(text)
        ):
            return SegmentKind.FURNITURE
        if len(text) <= _NARRATION_MAX and lexicon.END_OF_RECORDING.match(text):
            return SegmentKind.CLOSING
        if self._is_heading(paragraph):
            self.beside = True
            return SegmentKind.HEADING
        return _NARRATION if self._is_narration(paragraph) else _TURN

    def _cue_kind(self, paragraph: Paragraph) -> SegmentKind:
        """What a cue without a label is: it goes on, unless nobody says it."""
        text = paragraph.text
        if _LYRICS.match(text) or self._is_caption(paragraph):
            return _NARRATION
        if lexicon.END_OF_RECORDING.match(text):
            return SegmentKind.CLOSING
        return _TURN

    def _is_pulled(self, paragraph: Paragraph) -> bool:
        """True for a short quotation that stands near by once more, in a turn."""
        words = _letters(paragraph.text)
        if len(paragraph.text) > _PULLED_MAX or len(words) < _PULLED_MIN:
            return False
        text = self.layout.source.text
        before = text[max(paragraph.start - _PULLED_REACH, 0) : paragraph.start]
        after = text[paragraph.end : paragraph.end + _PULLED_REACH]
        return words in _letters(before) or words in _letters(after)

    def _is_slogan(self, paragraph: Paragraph) -> bool:
        """True for a quotation without a full stop, apart among turns in full sentences."""
        text = paragraph.text
        row = self.layout.rows[paragraph.first]
        return (
            self.style.quoted
            and self.style.inline
            and row.gap > 0
            and len(text) <= _PULLED_MAX
            and text[-1] in _CLOSERS
            and text.rstrip(_CLOSERS)[-1:].isalnum()
        )

    def _is_caption(self, paragraph: Paragraph) -> bool:
        """True for the full name of a speaker, with a function beside or below it."""
        text = paragraph.text.strip("*_<>/i ")
        name = re.split(r"[\n,(–|-]", text, maxsplit=1)[0].strip()
        if self.layout.rows[paragraph.after - 1].ends_sentence or len(text) > 120:
            return False
        words = name.split()
        folded = {known.casefold() for known in self.names}
        return (
            1 < len(words) < 6
            and (words[0][0] + words[-1][0]).isupper()
            and any(word.casefold() in folded for word in words)
        )

    def _continues(self, paragraph: Paragraph) -> bool:
        """True if the paragraph goes on with a sentence that a box or page cut off."""
        before = self.layout.rows[paragraph.first - 1] if paragraph.first else None
        cut = self.cut or (before is not None and not before.ends_sentence)
        return cut and paragraph.text[:1].islower()

    def _is_heading(self, paragraph: Paragraph) -> bool:
        row, text = self.layout.rows[paragraph.first], paragraph.text.strip("*_ ")
        several = paragraph.after - paragraph.first > 1
        if (
            several
            or (row.item and not row.heading)
            or not text
            or len(text) > _HEADING_MAX
        ):
            return False
        if row.heading or row.bold:
            return not (row.is_question and self.style.asked)
        sets_apart = not row.ends_sentence and row.gap > 0
        return sets_apart and (text[0].isupper() or text[0].isdigit())

    def _is_narration(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if lexicon.PROCEDURE.match(text):
            return True
        if self.style.quoted:
            return not (opener_at(text, 0, len(text)) or text[-1] in _CLOSERS)
        row = self.layout.rows[paragraph.first]
        apart = self.style.tight and self.style.inline and row.gap > 0
        if self.beside or self.style.marked or apart:
            return not _FIRST_OR_SECOND.search(text)
        return self._is_scene(text)

    def _is_scene(self, text: str) -> bool:
        """True for a short paragraph that nobody says, among turns of one paragraph."""
        if len(text) > _NARRATION_MAX or _FIRST_OR_SECOND.search(text):
            return False
        if not (self.style.single or self.style.inline):
            return False
        if THIRD_START.match(text) or any(name in text for name in self.names):
            return True
        scene = _SCENE_START.match(text)
        plain = scene is not None and not _PAST.search(text, scene.end())
        return self.style.inline and self.style.single and plain

    def _asks(self, paragraph: Paragraph) -> bool:
        if not self.style.asked or len(paragraph.text) > QUESTION_MAX:
            return False
        last = self.layout.rows[paragraph.after - 1]
        if self.layout.asks(last):
            return True
        # What stands outside the quotation marks and speaks to somebody is asked too.
        text = paragraph.text
        return (
            self.style.quoted
            and last.ends_sentence
            and not opener_at(text, 0, len(text))
            and bool(_TO_SOMEBODY.search(text))
        )

    def _closes(self, paragraph: Paragraph, kind: SegmentKind) -> bool:
        """True if nothing of the dialogue follows from this paragraph on."""
        row, text = self.layout.rows[paragraph.first], paragraph.text
        if len(text) < _HEADING_MAX * 3 and lexicon.tells_of_the_page(text):
            return True
        if lexicon.EDITORIAL_LINE.search(text) or lexicon.END_OF_RECORDING.match(text):
            return True
        if kind in {SegmentKind.FURNITURE, SegmentKind.CLOSING}:
            return True
        if self._is_about_speaker(text):
            return True
        short = len(row.text) <= _HEADING_MAX and row.gap > 0 and not row.item
        if (
            short
            and lexicon.CLOSING_HEADING.match(text.strip("*_ "))
            and (row.heading or not text.endswith("."))
        ):
            return True
        if kind is SegmentKind.HEADING:
            return not self._goes_on(paragraph.after)
        return kind is _NARRATION and not self._goes_on(paragraph.after)

    def _is_about_speaker(self, text: str) -> bool:
        """True if the one who speaks is named in full, and nobody says I or you."""
        name = self.mark.name
        return (
            is_full_name(name)
            and name in text
            and not opener_at(text, 0, len(text))
            and not _FIRST_OR_SECOND.search(text)
        )

    def _goes_on(self, index: int) -> bool:
        """True if the rest of the rows still has somebody speaking of himself."""
        rest = self.layout.rows[index : index + 3]
        return any(
            re.search(r"\b(?:ik|mijn)\b", row.text, re.IGNORECASE) for row in rest
        )

    def _turn(self, paragraph: Paragraph) -> Iterator[Piece]:
        text, start, end = self.layout.source.text, paragraph.start, paragraph.end
        direction = (
            _DIRECTION.match(text, start, end) if start == self._body_start() else None
        )
        if direction and direction.end() < end:
            yield Piece(kind=_NARRATION, start=start, end=direction.end())
            start = direction.end()
        opened = bool(opener_at(text, start, end))
        self.quoted = self.quoted or opened
        if self.style.quoted or opened:
            start, end = inside_quotes(text, start, end)
        edited = _EDITED.search(text, max(end - 20, start), end)
        end = edited.start() if edited else end
        for stamp in INLINE_STAMP.finditer(text, start, end):
            if stamp.start() > start:
                yield from self._speech(start, stamp.start())
            yield Piece(kind=SegmentKind.LABEL, start=stamp.start(), end=stamp.end())
            start = stamp.end()
        if start < end:
            yield from self._speech(start, end)

    def _body_start(self) -> int:
        text, at = self.layout.source.text, self.mark.end
        while at < len(text) and text[at].isspace():
            at += 1
        return at

    def _speech(self, start: int, end: int) -> Iterator[Piece]:
        for begin, stop in self.layout.outside_furniture(start, end):
            yield Piece(
                kind=_TURN,
                start=begin,
                end=stop,
                speaker=self.mark.name,
                begin_s=self.mark.begin_s,
            )

    @staticmethod
    def _piece(kind: SegmentKind, paragraph: Paragraph) -> Piece:
        return Piece(kind=kind, start=paragraph.start, end=paragraph.end)
