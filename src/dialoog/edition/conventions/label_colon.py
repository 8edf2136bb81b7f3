"""Name and colon before the words, as in `Van Ginkel: Ik tel winkels`.

Also with emphasis (`**Wout:**`), codes (`I:`, `P1:`, `MZ:`), capitals, a time stamp
(`[00:15] Spreker 1:`), a function or party in brackets, the words on the next row, and
several turns in one paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.conventions.recurrence import recurring_marks
from dialoog.edition.labels import Label, is_speaker, parse_label
from dialoog.edition.names import PARTICLES
from dialoog.edition.reading import Mark
from dialoog.edition.stamps import STAMP_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_LABEL = re.compile(
    rf"""
    (?:[-–—•*+]\s+|[-–—])?
    (?:{STAMP_PATTERN}\s*[|–—-]?\s*)?
    [*_]{{0,3}}
    (?:[A-Z]{{1,3}}\?|[^:“”"«»‘?!;()\[\]*]|\([^)]{{0,60}}\)|\[[^\]]{{0,60}}\]){{1,70}}
    [*_]{{0,3}}(?:\s?{STAMP_PATTERN})?
    [*_]{{0,3}}:[*_]{{0,3}}(?:\s+{STAMP_PATTERN})?(?=\s|$|[“‘"'«„])
    """,
    re.VERBOSE,
)
_NAME = (
    r"[A-ZÀ-Þ][\w’'.-]*"
    rf"(?:\s(?:(?:{PARTICLES})\s)*[A-ZÀ-Þ0-9][\w’'-]*){{0,3}}(?:\s\([^()]{{1,60}}\))?"
)
# Inside a row: after the end of a sentence, before the start of one.
_RUN_ON = re.compile(
    rf"(?<=[.!?…”’»)\]\"]\s)(?P<label>{_NAME})\s?:\s+(?=[“‘„«\"'(\[]?[A-ZÀ-Þ0-9’…])"
)
# As in "Dorien vervolgt" before a colon and a quotation.
_SPEAKS = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?:\s[\w’-]+){0,3}?)\s+[a-z]{3,}(?:t|de|te|gt)(?:\s[a-z]+){0,2}:\s*(?=[“‘„\"«])"
)
# Fields of a head: a date, a length, a place.
_FIELD = re.compile(r"[A-ZÀ-Þ][\w ]{2,30}:\s")
# A line of a log, after its date and time: the name is as its owner wrote it.
_LOGGED = re.compile(
    r"\[?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\]?\s*[–—-]?\s+"
    r"(?P<name>\+?\w[^:\n]{0,39}):\s"
)
# "S1 [00:00:03] Welkom": a time in brackets in the place of the colon.
_STAMPED = re.compile(
    r"[*_]{0,3}(?P<name>[^\W\d_][^:\[\]().?!,]{0,39}?)[*_]{0,3}\s*[\[(<{]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>}][*_]{0,3}\s+(?=\S)"
)
_NAME_ONLY = re.compile(rf"\s*(?:[A-Z]\.\s?)*(?:(?:{PARTICLES})\s)*[A-ZÀ-Þ][\w’'-]+\s*")
_COUNTED = re.compile(r"(?P<stem>[^\W\d]{1,9}\.?)\s?(?P<number>\d{1,3})")
_REACH = 110
_PAIR = 2
# Turns that run on inside a paragraph are a habit of a text, not a slip.
_RUN_ON_LEAST = 2
_RUN_ON_SHARE = 0.15

_Found = list[tuple[str, Mark]]


def _propose(layout: Layout) -> Reading | None:
    candidates = _unnumbered(_candidates(layout))
    run_on = list(_run_on(layout))
    kept = recurring_marks(layout, candidates)
    at = {mark.start for mark in kept}
    known = {key for key, mark in candidates if mark.start in at}
    more = [mark for key, mark in run_on if key in known]
    if len(known) < 2:
        # All of it in one paragraph: the labels come back inside it only.
        everyone = sorted([*candidates, *run_on], key=lambda found: found[1].start)
        kept = recurring_marks(layout, everyone)
    elif len(more) >= max(_RUN_ON_LEAST, _RUN_ON_SHARE * len(kept)):
        kept = sorted([*kept, *more], key=lambda mark: mark.start)
    marks = _without_legend(layout, kept)
    return read_marks(layout, marks, "label-colon") if len(marks) > 2 else None


def _candidates(layout: Layout) -> _Found:
    found = []
    for row in layout.rows:
        head = row.text[:_REACH]
        if ":" not in head:
            continue
        stamped = _STAMPED.match(head)
        if stamped and not is_speaker(stamped["name"].strip()):
            stamped = None
        match = _LABEL.match(head)
        label = parse_label(match.group().lstrip("-–—•+ ")) if match else None
        if label is None and (spoken := _SPEAKS.match(head)):
            match, label = spoken, parse_label(spoken["name"])
        logged = _LOGGED.match(head) if label is None else None
        if stamped:
            match, label = stamped, Label(name=stamped["name"].strip())
        elif logged:
            match, label = logged, Label(name=logged["name"].strip())
        if match and label:
            mark = Mark(
                start=row.start,
                end=row.start + match.end(),
                row=row.index,
                name=label.name,
                about=label.about,
                begin_s=label.begin_s,
            )
            found.append((label.key, mark))
    return found


def _unnumbered(found: _Found) -> _Found:
    """Take the number off labels that count questions and answers: V1, A1, V2, A2."""
    counted = [(_COUNTED.fullmatch(key), key) for key, _ in found]
    numbers: dict[str, list[int]] = defaultdict(list)
    for match, _ in counted:
        if match:
            numbers[match["stem"]].append(int(match["number"]))
    rising = {
        stem
        for stem, row in numbers.items()
        if len(row) > 1 and all(b - a == 1 for a, b in pairwise(row))
    }
    if len(rising) < _PAIR:
        return found
    return [
        (match["stem"], mark._replace(name=mark.name.rstrip("0123456789 ")))
        if match and match["stem"] in rising
        else (key, mark)
        for (match, _), (key, mark) in zip(counted, found, strict=True)
    ]


def _run_on(layout: Layout) -> Iterator[tuple[str, Mark]]:
    """Yield labels that stand after a sentence of somebody else in the same row."""
    for row in layout.rows:
        if ": " not in row.text:
            continue
        for match in _RUN_ON.finditer(row.text):
            label = parse_label(match["label"])
            if label:
                mark = Mark(
                    start=row.start + match.start(),
                    end=row.start + match.end(),
                    row=row.index,
                    name=label.name,
                    about=label.about,
                )
                yield label.key, mark


def _without_legend(layout: Layout, marks: list[Mark]) -> list[Mark]:
    """Drop labels that only explain who is who, before the first words are said.

    `P1: buschauffeur, 54 jaar` is no sentence, and each label stands there once.
    """
    seen: set[str] = set()
    first = 0
    rows = {mark.row for mark in marks}
    for index, mark in enumerate(marks):
        if mark.name in seen or not _explains(layout, mark, rows):
            break
        seen.add(mark.name)
        first = index + 1
    said = sum(layout.rows[mark.row].ends_sentence for mark in marks[first:])
    return marks[first:] if said * 2 > len(marks) - first else marks


def _explains(layout: Layout, mark: Mark, marked: set[int]) -> bool:
    """True if the words after a label are no sentence, and nothing follows them."""
    row = layout.rows[mark.row]
    if row.ends_sentence or row.end <= mark.end:
        return False
    if _NAME_ONLY.fullmatch(layout.source.text, mark.end, row.end):
        return True
    below = mark.row + 1
    if below == len(layout.rows) or below in marked:
        return True
    return layout.rows[below].gap > 0 or bool(_FIELD.match(layout.rows[below].text))


CONVENTION = Convention(id="label-colon", propose=_propose)
