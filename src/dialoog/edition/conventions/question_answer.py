"""An interview without labels: questions stand apart, answers follow.

The question is a heading, in bold, or just a paragraph that ends in a question mark; the
answer is plain, quoted, or starts with a dash. Who answers is the person that title and
introduction are about.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dialoog.edition.body import THIRD_START, read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.lexicon import FURNITURE_HEADING
from dialoog.edition.names import find_names
from dialoog.edition.quotes import opener_at
from dialoog.edition.reading import INTERVIEWER, Mark
from dialoog.edition.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

GUEST = "Geïnterviewde"
_QUESTION_MAX = 500
_LEAST_PLAIN = 3
_LEAST_MARKED = 2
_INVITED_WORDS = 3
_VERSE_MIN = 12
_VERSE_LINES = 2
_VERSE_ROWS = 8
_DASH = re.compile(r"[-–—]\s+(?=\S)")
# "Bent u bang? ‘Eén keer.’", "Waarom? – Daarom."
_ANSWERED = re.compile(
    r"(?P<question>[^“”„‘«»\"?]{3,300}\?)\s*(?:(?=[“„‘«\"'])|(?=[-–—]\s+[A-ZÀ-Þ’]))\S"
)
_REQUESTED = re.compile(
    r"([^“”„‘«»\".?!]{5,200}[.…])\s+(“[^“”]+”|„[^„”]+”|‘.+’|«[^«»]+»|\"[^\"]+\")[.\s]*"
)
_FIRST_PERSON = re.compile(r"\b(?:ik|mij|mijn|wij|we|ons|onze)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:u|uw|je|jij|jouw|jou|jullie)\b", re.IGNORECASE)
_OTHERS_QUESTION = re.compile(r"\b(?:ik|mijn)\b", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:ik|mij|mijn|me)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"(?:vertel|leg|noem|beschrijf|stel|geef|schets|maar|en)\b", re.IGNORECASE
)
_REQUEST_MAX = 200
_INTERVIEW_SHARE = 0.4
# Without labels a reading is less certain, and least so without any mark at all.
_CERTAINTY = {"dash": 0.9, "quoted": 0.9, "plain": 0.7}


@dataclass(frozen=True, slots=True)
class _Pair:
    """A question and where its answer starts, in the source and among the rows."""

    start: int
    row: int
    end: int
    answer: int
    answer_row: int


def _propose(layout: Layout) -> Reading | None:
    pairs = _pairs(layout)
    for answers in ("dash", "quoted", "plain"):
        kept = [pair for pair in pairs if _answers(layout, pair, answers)]
        asked = len(kept) * 2 > len(pairs)
        if kept and answers != "plain":
            known = {pair.answer_row for pair in kept}
            more = [p for p in _requests(layout, kept, answers) if p.row not in known]
            kept = sorted({*kept, *more}, key=lambda pair: pair.start)
        least = _LEAST_PLAIN if answers == "plain" else _LEAST_MARKED
        if len(kept) >= least and asked and _is_interview(layout, kept, answers):
            return _read(layout, kept, answers)
    return None


def _pairs(layout: Layout) -> list[_Pair]:
    """The questions with their answers; those that look as most questions do."""
    found = list(_questions(layout))
    looks = Counter(layout.rows[pair.row].look for pair in found)
    marked = Counter({look: count for look, count in looks.items() if look})
    if marked:
        look, count = marked.most_common(1)[0]
        if count >= _LEAST_PLAIN and count * 2 >= len(found):
            return [pair for pair in found if layout.rows[pair.row].look == look]
    return found


def _questions(layout: Layout) -> Iterator[_Pair]:
    rows, index = layout.rows, 0
    while index < len(rows):
        inside = _inside(layout, index)
        if inside:
            yield inside
            index += 1
            continue
        after = _question_end(layout, index)
        last = rows[after - 1]
        text = layout.source.text[rows[index].start : last.end]
        asks = layout.asks(last) and len(text) <= _QUESTION_MAX
        asks = asks and not _is_invitation(text)
        # A list of questions has no answers; bold ones may be numbered.
        asks = asks and (rows[index].bold or not rows[index].item)
        asks = asks and after < len(rows) and not opener_at(text, 0, len(text))
        if asks and (not layout.asks(rows[after]) or _is_said(rows[after].text)):
            yield _pair(layout, index, after)
        index = after


def _is_invitation(text: str) -> bool:
    """True for a short question of the page to its reader: "Meer weten?"."""
    return len(text.split()) <= _INVITED_WORDS and bool(
        FURNITURE_HEADING.match(text.strip("*_ "))
    )


def _is_said(text: str) -> bool:
    """True for words in quotation marks or after a dash, even if they ask something."""
    return bool(_DASH.match(text) or opener_at(text, 0, len(text)))


def _question_end(layout: Layout, index: int) -> int:
    """The end of the paragraph at a row, or of the question that opens it."""
    after = layout.paragraph_end(index, len(layout.rows))
    look = layout.rows[index].look
    for at in range(index, after - 1):
        ahead = layout.rows[at + 1]
        apart = ahead.look != look or _DASH.match(ahead.text)
        if layout.asks(layout.rows[at]) and (apart or opener_at(ahead.text, 0, 2)):
            return at + 1
    return after


def _pair(layout: Layout, index: int, after: int) -> _Pair:
    rows = layout.rows
    return _Pair(
        start=rows[index].start,
        row=index,
        end=rows[after - 1].end,
        answer=rows[after].start,
        answer_row=after,
    )


def _inside(layout: Layout, index: int) -> _Pair | None:
    """A question and its answer in one row: the answer in quotes, or after bold."""
    row = layout.rows[index]
    match = _ANSWERED.match(row.text)
    end = row.start + match.end("question") if match else 0
    if match is None:
        end = layout.bold_until(row.start)
        asked = layout.source.text[row.start : end].rstrip("*_ ").endswith("?")
        if not row.start < end < row.end or not asked:
            return None
    if opener_at(row.text, 0, len(row.text)) or end - row.start > _QUESTION_MAX:
        return None
    begin = end
    while begin < row.end and layout.source.text[begin].isspace():
        begin += 1
    return _Pair(row.start, index, end, begin, index)


def _answers(layout: Layout, pair: _Pair, kind: str) -> bool:
    row = layout.rows[pair.answer_row]
    text, end = layout.source.text, row.end
    dash = bool(_DASH.match(text, pair.answer, end))
    quoted = bool(opener_at(text, pair.answer, end))
    return {"dash": dash, "quoted": quoted, "plain": not dash and not row.heading}[kind]


def _requests(layout: Layout, pairs: Sequence[_Pair], kind: str) -> Iterator[_Pair]:
    """Yield what is asked without a question mark: "Vertel eens over de klanten."."""
    rows = layout.rows
    close = all(rows[p.answer_row].gap == 0 for p in pairs)
    index = pairs[0].answer_row + 1
    if kind == "quoted":
        yield from _requests_inside(layout, index)
    while index < len(rows) - 1:
        after = _request_end(layout, index, kind)
        text = layout.source.text[rows[index].start : rows[after - 1].end]
        pair = _pair(layout, index, after) if after < len(rows) else None
        plain = not opener_at(text, 0, len(text)) and text[-1] not in "”’»\"':"
        plain = plain and not _DASH.match(text) and rows[after - 1].ends_sentence
        asked = bool(_ADDRESSED.search(text) or _REQUEST.match(text))
        if kind == "dash" and close and pair:
            asked = asked or not (rows[after].gap or THIRD_START.match(text))
        fits = pair is not None and _answers(layout, pair, kind)
        if pair and fits and plain and asked and len(text) <= _REQUEST_MAX:
            yield pair
        index = after


def _requests_inside(layout: Layout, index: int) -> Iterator[_Pair]:
    """Yield requests whose answer stands in the same row: "Vertel eens. ‘Nou.’"."""
    for row in layout.rows[index:]:
        match = _REQUESTED.fullmatch(row.text)
        if match and (_ADDRESSED.search(match[1]) or _REQUEST.match(match[1])):
            end, begin = row.start + match.end(1), row.start + match.start(2)
            yield _Pair(row.start, row.index, end, begin, row.index)


def _request_end(layout: Layout, index: int, kind: str) -> int:
    after = layout.paragraph_end(index, len(layout.rows))
    if kind == "dash":
        for at in range(index + 1, after):
            if _DASH.match(layout.rows[at].text):
                return at
    return after


def _is_interview(layout: Layout, pairs: Sequence[_Pair], kind: str) -> bool:
    """Tell an interview from an article with questions and from a page of them."""
    text = layout.source.text
    last = min(pairs[-1].answer_row + 4, len(layout.rows)) - 1
    ends = [pair.start for pair in pairs[1:]] + [layout.rows[last].end]
    answers = [text[p.answer : end] for p, end in zip(pairs, ends, strict=True)]
    asked = [text[pair.start : pair.end] for pair in pairs]
    own = sum(bool(_FIRST_PERSON.search(answer)) for answer in answers)
    addressed = sum(bool(_ADDRESSED.search(question)) for question in asked)
    others = sum(bool(_OTHERS_QUESTION.search(question)) for question in asked)
    if kind == "plain" and _is_verse(layout, pairs):
        return False
    if kind == "plain" and not any(map(_SINGULAR.search, answers)):
        # A page that speaks to its reader: "Je krijgt een vast contract."
        told = sum(bool(_ADDRESSED.search(answer)) for answer in answers)
        if told * 2 >= len(answers):
            return False
    if kind != "plain":
        return own + addressed > 0
    return own >= _INTERVIEW_SHARE * len(pairs) and others < _INTERVIEW_SHARE * len(
        pairs
    )


def _is_verse(layout: Layout, pairs: Sequence[_Pair]) -> bool:
    """True if lines come back word for word, as those of a song do."""
    rows = layout.rows[pairs[0].row : pairs[-1].answer_row + _VERSE_ROWS]
    lines = Counter(
        row.text.rstrip(" ,.;!")
        for row in rows
        if len(row.text) >= _VERSE_MIN and not layout.cues
    )
    return sum(count > 1 for count in lines.values()) >= _VERSE_LINES


def _read(layout: Layout, pairs: Sequence[_Pair], kind: str) -> Reading:
    text = layout.source.text
    outside = layout.outside_furniture(0, pairs[0].start)
    front = "\n".join(text[begin:end] for begin, end in outside)
    guest = find_guest(front, dict(layout.source.metadata).get("title", ""))
    marks = []
    for pair, following in zip(pairs, [*pairs[1:], None], strict=True):
        begin = pair.start
        marks.append(Mark(start=begin, end=begin, row=pair.row, name=INTERVIEWER))
        dash = _DASH.match(text, pair.answer) if kind == "dash" else None
        end = dash.end() if dash else pair.answer
        marks.append(Mark(start=pair.answer, end=end, row=pair.answer_row, name=guest))
        if kind == "dash":
            stop = following.row if following else len(layout.rows)
            marks += _further(layout, pair.answer_row + 1, stop, guest)
    again = kind == "dash" and len(marks) > 2 * len(pairs)
    style = Style(quoted=kind == "quoted", inline=kind != "plain", marked=again)
    reading = read_marks(layout, marks, f"question-{kind}", style=style, guest=guest)
    return replace(reading, score=reading.score * _CERTAINTY[kind])


def _further(layout: Layout, first: int, stop: int, guest: str) -> Iterator[Mark]:
    """Yield the marks of paragraphs that go on with an answer, each with its dash."""
    listed = False
    for row in layout.rows[first:stop]:
        dash = _DASH.match(row.text)
        if dash is None:
            listed = row.text.endswith(":")
        elif not listed and row.ends_sentence:
            end = row.start + dash.end()
            yield Mark(start=row.start, end=end, row=row.index, name=guest)


def find_guest(front: str, title: str = "") -> str:
    """Return the person that an introduction is about: named first in the title, most."""
    names = list(find_names(f"{title}\n{front}"))
    if not names:
        return GUEST
    texts = [name.text for name in names]
    return max(
        dict.fromkeys(texts), key=lambda text: (texts.count(text), -texts.index(text))
    )


CONVENTION = Convention(id="question-answer", propose=_propose)
