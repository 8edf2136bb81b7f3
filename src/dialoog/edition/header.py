"""The head of an edition: title, series and date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.edition.lexicon import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dialoog.edition.layout import Layout, Row

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\s*[|./-]\s*(?P<m>\d{1,2})\s*[|./-]\s*(?P<y>\d{4})\b"),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})\s+(?P<m>{_MONTH})\.?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
)
_DATE_ROW = 160
_TITLE_MAX = 160
_SERIES_MIN = 4
_SERIES_MAX = 60
_HEAD_ROWS = 60
# An edition speaks of its series before and after the dialogue.
_AROUND = 20_000
_NAVIGATION = re.compile(
    r"\s[|·›>/•]\s|\s{2,}|^(?:menu|home|delen|deel|tweet|door)\b|https?:|⟶|☰|♡|✉|🔍",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^\W*(?:publicatiedatum|gepubliceerd|geplaatst|datum|tekst|foto|beeld|door|auteur|tags?|"
    r"leestijd|locatie|duur|bestandsnaam|taal|aantal|deel|delen)\b.*|^ga naar de inhoud$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\s*(?:[|/–—-]\s*)?(?:#|nr\.?|nummer|no\.?|editie|aflevering|deel)\s*\d+\b.*$",
    re.IGNORECASE,
)
_SERIES_MARK = re.compile(r"^\W*(?:rubriek|serie|reeks)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head of the source says; `title_row` is the row of the title."""

    title: str | None = None
    series: str | None = None
    date: dt.date | None = None
    title_row: int | None = None


def read_header(layout: Layout, body_start: int) -> Header:
    """Return the title, series and date from the rows before offset `body_start`."""
    head = [row for row in layout.rows[:_HEAD_ROWS] if row.start < body_start]
    metadata = dict(layout.source.metadata)
    candidates = list(_candidates(head))
    around = layout.source.text[:body_start][-_AROUND:] + layout.source.text[-_AROUND:]
    series, numbered = _numbered_series(around, head)
    rows = [row for row in candidates if row not in numbered]
    rows = [row for row in rows if _fold(row.text) != _fold(series)]
    if series is None:
        called = [row for row in head if _is_called_series(around, row)]
        series = called[0].text.strip("*_ ") if called else None
        rows = [row for row in rows if row not in called] or rows
    row = rows[0] if rows else None
    title = metadata.get("title") or (row.text.strip("*_ ") if row else None)
    if title and series is None:
        series = _prefix_series(around, title)
    return Header(
        title=title,
        series=series or metadata.get("series"),
        date=find_date(row.text for row in head if len(row.text) <= _DATE_ROW)
        or find_date([metadata.get("date", "")]),
        title_row=row.index if row else None,
    )


def find_date(texts: Iterator[str] | Sequence[str]) -> dt.date | None:
    """Return the first date in `texts`: 2025-04-11, 11 | 04 | 2025, 11 april 2025."""
    for text in texts:
        for pattern in _DATES:
            match = pattern.search(text)
            date = _date(match) if match else None
            if date:
                return date
    return None


def _date(match: re.Match[str]) -> dt.date | None:
    month = match["m"].casefold()
    number = MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    try:
        return dt.date(int(match["y"]), number, int(match["d"]))
    except ValueError:
        return None


def _candidates(head: list[Row]) -> Iterator[Row]:
    """Yield the rows that can be the title, most likely first."""
    headings = [row for row in head if row.heading]
    if headings:
        yield from headings
        return
    plain = [row for row in head if _can_be_title(row)]
    free = [row for row in plain if not _is_masthead(head, row)]
    yield from free
    yield from (row for row in plain if row not in free)


def _can_be_title(row: Row) -> bool:
    return (
        len(row.text) <= _TITLE_MAX
        and not row.text.endswith((".", ":"))
        and not row.item
        and "\t" not in row.text  # cells of a table
        and not _NAVIGATION.search(row.text)
        and not _BYLINE.match(row.text)
        and find_date([row.text]) is None
    )


def _is_masthead(head: list[Row], row: Row) -> bool:
    """True for the name of the site and the section above the title."""
    if len(head) < 3:
        return False
    if row.index == 0:
        return head[1].gap == 0 or len(row.text.split()) <= 3
    if row.index == 1 and row.gap == 0:
        return True
    one_section = row.text.isupper() or len(row.text.split()) <= 2
    return (
        one_section
        and row.index + 1 < len(head)
        and head[row.index + 1].gap > 0
        and _title_follows(head, row)
    )


def _title_follows(head: list[Row], row: Row) -> bool:
    return any(
        _can_be_title(other) and len(other.text.split()) > 2
        for other in head[row.index + 1 : row.index + 3]
    )


def _numbered_series(text: str, head: list[Row]) -> tuple[str | None, list[Row]]:
    """The series in a row such as `Over de heg #14` or `RUBRIEK: OVER EN WEER`."""
    for row in head:
        if len(row.text) > _DATE_ROW or row.ends_sentence:
            continue
        marked = _SERIES_MARK.match(row.text)
        bare = row.text[marked.end() :] if marked else _NUMBER.sub("", row.text)
        if bare and (marked or bare != row.text):
            name = re.split(r"\s[/|›>]\s", bare)[-1].strip(" *_")
            found = _as_written(text, name)
            if found:
                return found, [row]
    return None, []


def _prefix_series(text: str, title: str) -> str | None:
    """The part of a title before the colon, if the edition speaks of it elsewhere."""
    prefix, colon, _ = title.partition(":")
    if not colon or len(prefix) > 60:
        return None
    return prefix.strip() if text.count(prefix) > 1 else None


def _is_called_series(text: str, row: Row) -> bool:
    """True if the edition speaks of the words of a row as its series."""
    name = row.text.strip("*_ ")
    if not _SERIES_MIN <= len(name) <= _SERIES_MAX:
        return False
    quoted = rf"[*_‘“'\"]*{re.escape(name)}[*_’”'\"]*"
    return bool(
        re.search(
            rf"\b(?:in|voor|van|over)\s+{quoted}\s+(?:\w+\s+){{0,2}}(?:gaan|zet|zetten|"
            rf"spreken|schrijven|leggen|laten|schoven|mailen|brengen|in gesprek)|"
            rf"{quoted}\s+(?:is een|is de|verschijnt)\b|^over {quoted}\s*$",
            text,
            re.IGNORECASE | re.MULTILINE,
        )
    )


def _as_written(text: str, name: str) -> str | None:
    """Return a name in capitals as the running text writes it."""
    if not name.isupper():
        return name or None
    match = next(
        (
            m
            for m in re.finditer(re.escape(name), text, re.IGNORECASE)
            if not m.group().isupper()
        ),
        None,
    )
    return match.group() if match else name.capitalize()


def _fold(text: str | None) -> str:
    return (text or "").casefold().strip("*_ ")
