"""An interview without labels: questions stand apart, answers follow.

The question is a heading, in bold, or just a paragraph that ends in a question mark; the
answer is plain, quoted, or starts with a dash. Who answers is the person that title and
introduction are about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dialoog.edition.body import Style, read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.names import find_names
from dialoog.edition.quotes import opener_at
from dialoog.edition.reading import INTERVIEWER, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

GUEST = "Geïnterviewde"
_QUESTION_MAX = 500
_LEAST_PLAIN = 3
_LEAST_MARKED = 2
_DASH = re.compile(r"[-–—]\s+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:ik|mij|mijn|wij|we|ons|onze)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:u|uw|je|jij|jouw|jou|jullie)\b", re.IGNORECASE)
_OTHERS_QUESTION = re.compile(r"\b(?:ik|mijn)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"(?:vertel|leg|noem|beschrijf|stel|geef|schets|maar|en)\b", re.IGNORECASE
)
_REQUEST_MAX = 200
_INTERVIEW_SHARE = 0.4
# Without labels a reading is less certain, and least so without any mark at all.
_CERTAINTY = {"dash": 0.9, "quoted": 0.9, "plain": 0.7}


def _propose(layout: Layout) -> Reading | None:
    pairs = _pairs(layout)
    for answers in ("dash", "quoted", "plain"):
        kept = [pair for pair in pairs if _answers(layout, pair, answers)]
        asked = len(kept) * 2 > len(pairs)
        if kept and answers == "quoted":
            kept = sorted({*kept, *_requests(layout, kept)})
        least = _LEAST_PLAIN if answers == "plain" else _LEAST_MARKED
        if len(kept) >= least and asked and _is_interview(layout, kept, answers):
            return _read(layout, kept, answers)
    return None


def _pairs(layout: Layout) -> list[tuple[int, int]]:
    """(first row of a question, row of the answer); set apart as most questions are."""
    found = [(start, after) for start, after in _questions(layout)]
    marked = [
        pair
        for pair in found
        if layout.rows[pair[0]].heading or layout.rows[pair[0]].bold
    ]
    return marked if len(marked) >= _LEAST_PLAIN else found


def _questions(layout: Layout) -> Iterator[tuple[int, int]]:
    rows, index = layout.rows, 0
    while index < len(rows) - 1:
        after = layout.paragraph_end(index, len(rows))
        last = rows[after - 1]
        text = layout.source.text[rows[index].start : last.end]
        asks = last.is_question and len(text) <= _QUESTION_MAX and not rows[index].item
        asks = asks and after < len(rows) and not opener_at(text, 0, len(text))
        if asks and (not rows[after].is_question or _DASH.match(rows[after].text)):
            yield index, after
        index = after


def _answers(layout: Layout, pair: tuple[int, int], kind: str) -> bool:
    row = layout.rows[pair[1]]
    dash, quoted = (
        bool(_DASH.match(row.text)),
        bool(opener_at(row.text, 0, len(row.text))),
    )
    return {"dash": dash, "quoted": quoted, "plain": not dash and not row.heading}[kind]


def _requests(
    layout: Layout, pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what is asked without a question mark: "Vertel eens over de klanten."."""
    rows = layout.rows
    index = pairs[0][1] + 1
    while index < len(rows) - 1:
        after = layout.paragraph_end(index, len(rows))
        text = layout.source.text[rows[index].start : rows[after - 1].end]
        answered = after < len(rows) and _answers(layout, (index, after), "quoted")
        plain = not opener_at(text, 0, len(text)) and text[-1] not in "”’»\"'"
        asked = _ADDRESSED.search(text) or _REQUEST.match(text)
        if answered and plain and asked and len(text) <= _REQUEST_MAX:
            yield index, after
        index = after


def _is_interview(layout: Layout, pairs: Sequence[tuple[int, int]], kind: str) -> bool:
    """Tell an interview from an article with questions and from a page of them."""
    ends = [start for start, _ in pairs[1:]] + [min(pairs[-1][1] + 4, len(layout.rows))]
    answers = [
        " ".join(row.text for row in layout.rows[after:end])
        for (_, after), end in zip(pairs, ends, strict=True)
    ]
    asked = [layout.rows[start].text for start, _ in pairs]
    own = sum(bool(_FIRST_PERSON.search(answer)) for answer in answers)
    addressed = sum(bool(_ADDRESSED.search(question)) for question in asked)
    others = sum(bool(_OTHERS_QUESTION.search(question)) for question in asked)
    if kind != "plain":
        return own + addressed > 0
    return own >= _INTERVIEW_SHARE * len(pairs) and others < _INTERVIEW_SHARE * len(
        pairs
    )


def _read(layout: Layout, pairs: Sequence[tuple[int, int]], kind: str) -> Reading:
    rows = layout.rows
    front = "\n".join(row.text for row in rows[: pairs[0][0]])
    guest = find_guest(front, dict(layout.source.metadata).get("title", ""))
    marks = []
    for start, after in pairs:
        begin = rows[start].start
        marks.append(Mark(start=begin, end=begin, row=start, name=INTERVIEWER))
        dash = _DASH.match(rows[after].text) if kind == "dash" else None
        begin = rows[after].start
        end = begin + (dash.end() if dash else 0)
        marks.append(Mark(start=begin, end=end, row=after, name=guest))
    style = Style(quoted=kind == "quoted", inline=kind != "plain")
    reading = read_marks(layout, marks, f"question-{kind}", style=style, guest=guest)
    return replace(reading, score=reading.score * _CERTAINTY[kind])


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
