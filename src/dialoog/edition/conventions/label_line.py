"""A label on a row of its own, the words below it, as in `Ellen Soens (Universiteit Gent)`.

Also with a dash or bar before the affiliation, a time beside the name (Otter, Teams), in
capitals, as a heading, or with the affiliation in brackets on the next row.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dialoog.edition.body import read_marks
from dialoog.edition.conventions.base import Convention
from dialoog.edition.labels import Label, parse_label, recurring
from dialoog.edition.names import find_names
from dialoog.edition.reading import Mark
from dialoog.edition.stamps import STAMP_PATTERN, find_time

if TYPE_CHECKING:
    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading

_LONGEST = 140
_ROLE_ROWS = 3
_FUNCTION_MAX = 80
_IN_BRACKETS = re.compile(r"\(.{2,100}\)")
_STAMP_AT_START = re.compile(rf"(?:{STAMP_PATTERN}\s*[|–—-]?\s*)+")
_HEADED_LEAST = 2
_FRONT = 20_000
# A role with a number, as in a list of questions in writing.
_NUMBERED_ROLE = re.compile(r"(?:vraag|antwoord)\s\d{1,3}[.:]", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[|·›>/•]\s|\s{3,}")
_SENTENCE_END = (":", ".", "!", "?", "…", ",", ";", "”", "’", '"')


def _propose(layout: Layout) -> Reading | None:
    labels = _labels(layout)
    kept = _recurring(layout, labels)
    if len({label.key for label in kept.values()}) < 2:
        return None
    marks = _marks(layout, kept)
    return read_marks(layout, marks, "label-line") if len(marks) > 2 else None


def _recurring(layout: Layout, labels: dict[int, Label]) -> dict[int, Label]:
    """The labels that come back, by themselves or in another form, and those like them.

    Where headings of one level are labels, so is one that stands there once.
    """
    often = recurring(label.key for label in labels.values())
    kept = {i: label for i, label in labels.items() if label.key in often}
    rows = layout.rows
    looks = Counter(row.look for row in rows if row.look)
    found = Counter(rows[i].look for i in kept)
    sure = {look for look, count in looks.items() if found[look] * 2 > count}
    introduced = _introduced(layout, min(kept)) if len(often) > 1 and kept else set()
    return {
        i: label
        for i, label in labels.items()
        if label.key in often
        or rows[i].look in sure
        or (label.key in introduced and min(kept) < i < max(kept))
    }


def _introduced(layout: Layout, first: int) -> set[str]:
    """The forms of the names that stand before the first label."""
    end = layout.rows[first].start
    front = layout.source.text[max(end - _FRONT, 0) : end]
    return {form for name in find_names(front) for form in name.forms}


def _labels(layout: Layout) -> dict[int, Label]:
    """Rows that can be a label, by row: short, no sentence, words below it."""
    found = {}
    for row in layout.rows:
        text = row.text
        if len(text) > _LONGEST or row.item:
            continue
        if text.endswith(_SENTENCE_END) and not _NUMBERED_ROLE.fullmatch(text):
            continue
        if row.index + 1 == len(layout.rows) or len(_SEPARATOR.findall(text)) > 1:
            continue
        label = parse_label(text)
        if label is None and (row.heading or row.bold):
            label = _with_function(text)
        if label:
            found[row.index] = label
    return _with_headings(layout, found)


def _with_function(text: str) -> Label | None:
    """The label that a name and a function in one heading are: "Els Pol bakker"."""
    name = next(find_names(text), None)
    rest = text[name.end :].strip() if name and name.start == 0 else ""
    if name is None or not rest[:1].islower():
        return None
    return Label(name=name.text, about=rest)


def _with_headings(layout: Layout, found: dict[int, Label]) -> dict[int, Label]:
    """Add the rows that give the name of the label below with a time or a function.

    `1:02 J. de Raadt raadslid Dorpsbelang` above `J. de Raadt` is a label as well.
    """
    more: dict[int, Label] = {}
    for index, label in found.items():
        if index == 0 or index - 1 in found:
            continue
        above = layout.rows[index - 1].text
        if len(above) > _LONGEST or label.name not in above:
            continue
        stamp = _STAMP_AT_START.match(above)
        head = above[stamp.end() :] if stamp else above
        if not head.startswith(label.name + " "):
            continue
        about = head[len(label.name) :].strip(" ,|–—-()")
        begin = find_time(above[: len(above) - len(head)])
        more[index - 1] = Label(name=label.name, about=about, begin_s=begin)
    if len({label.key for label in more.values()}) < _HEADED_LEAST:
        return found
    return dict(sorted({**found, **more}.items()))


def _marks(layout: Layout, labels: dict[int, Label]) -> list[Mark]:
    marks: list[Mark] = []
    skip_to = -1
    for index, label in labels.items():
        if index < skip_to:
            continue
        last, about = _extent(layout, labels, index)
        skip_to = last + 1
        end = layout.rows[last].end
        below = layout.rows[last + 1] if last + 1 < len(layout.rows) else None
        if below and below.text.startswith(": "):
            end = below.start + 2  # a list of definitions in Markdown
        marks.append(
            Mark(
                start=layout.rows[index].start,
                end=end,
                row=index,
                name=label.name,
                about=label.about or about,
                begin_s=label.begin_s,
            )
        )
    return marks


def _extent(layout: Layout, labels: dict[int, Label], index: int) -> tuple[int, str]:
    """Return the last row of a label and what it says of the speaker.

    The affiliation may stand in brackets on the next row; council reports repeat the
    name under the function.
    """
    rows, label = layout.rows, labels[index]
    below = rows[index + 1]
    if below.gap == 0 and _IN_BRACKETS.fullmatch(below.text):
        return index + 1, below.text[1:-1]
    for last in range(index + 1, min(index + 1 + _ROLE_ROWS, len(rows))):
        again = labels.get(last)
        if rows[last].ends_sentence:
            break
        if again and _again(label, again) and again.begin_s is None:
            between = " ".join(row.text for row in rows[index + 1 : last])
            return last, between
    if _is_function(layout, index + 1):
        return index + 1, below.text
    return index, ""


def _is_function(layout: Layout, index: int) -> bool:
    """True for a line under the name that starts low, before a blank line."""
    row = layout.rows[index]
    after = layout.rows[index + 1] if index + 1 < len(layout.rows) else None
    close = row.gap == 0 and after is not None and after.gap > 0
    low = row.text[:1].islower() and not row.ends_sentence
    return close and low and len(row.text) <= _FUNCTION_MAX


def _again(label: Label, other: Label) -> bool:
    """True if both name one person: "mr. J.P. Ebbinge", "De heer Ebbinge"."""
    return label.key.split()[-1] == other.key.split()[-1]


CONVENTION = Convention(id="label-line", propose=_propose)
