"""Table of news: what is new in the latest edition of each codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dialoog.comparison.claims import coded_with
from dialoog.comparison.columns import (
    CODEBOOK,
    DATE,
    EDITION,
    PERSPECTIVE,
    placed,
)
from dialoog.measures.counts import COMPARED
from dialoog.measures.intervals import wilson
from dialoog.tables.contrasts import other_than_usual
from dialoog.tables.percent import percent
from dialoog.tables.schema import Column, Schema, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from dialoog.comparison.labels import Labels
    from dialoog.comparison.summary import EditionSummary
    from dialoog.edition import Perspective
    from dialoog.tables.contrasts import Interval

MIN_EARLIER = 3
"""Fewest earlier editions whose range of shares the latest can fall outside."""

SHARES = ("share", "share_low", "share_high", "before_low", "before_high")
"""Columns about a theme, missing for a claim."""

NEWS = Schema(
    name="news",
    row="codebook, perspective, and theme or claim that is new or other in its latest "
    "edition",
    order="codebooks by id; perspectives; claims, then themes, as in the codebook",
    unit="editions",
    columns=(
        CODEBOOK,
        EDITION,
        DATE,
        PERSPECTIVE,
        Column(name="kind", kind="code", meaning="Theme or claim."),
        Column(name="code", kind="text", meaning="Id in the codebook."),
        Column(name="label", kind="text", meaning="Label in the codebook."),
        Column(
            name="what",
            kind="text",
            meaning="new (the perspective never took a position, or mentioned it), "
            "position (other than the last time), more, less (share outside the range "
            "of at least three earlier editions, even at the near end of its interval).",
        ),
        Column(
            name="before",
            kind="text",
            meaning='Position or range of shares before, "" if new.',
        ),
        Column(name="now", kind="text", meaning="Position or share in the latest."),
        number(
            "share", "share 0..1", "Of a theme: share of the sentences in the latest."
        ),
        number(
            "share_low",
            "share 0..1",
            "Of a theme: lower end, 95 % Wilson (or Jeffreys, if asked for).",
        ),
        number("share_high", "share 0..1", "Of a theme: upper end of that interval."),
        number("before_low", "share 0..1", "Of a theme: smallest share before."),
        number("before_high", "share 0..1", "Of a theme: largest share before."),
        Column(
            name="earlier",
            kind="integer",
            unit="editions",
            meaning="Earlier dated editions with this perspective.",
        ),
    ),
)


def news_table(
    summaries: tuple[EditionSummary, ...], labels: Labels, interval: Interval = wilson
) -> pd.DataFrame:
    """One row per thing that the latest edition of a codebook has for the first time.

    Columns: see `NEWS`. Latest by date; undated editions do not count, and a codebook
    with one dated edition has no news.
    """
    records: list[dict[str, Any]] = []
    for codebook in labels.codebooks():
        dated = [edition for edition in coded_with(summaries, codebook) if edition.date]
        if len(dated) < 2:
            continue
        *before, latest = dated
        for perspective in COMPARED:
            earlier = [e for e in before if perspective in e.perspectives]
            if earlier and perspective in latest.perspectives:
                shared = placed(latest) | {
                    "perspective": perspective.value,
                    "earlier": len(earlier),
                    **dict.fromkeys(SHARES),
                }
                for record in _news(latest, earlier, perspective, labels, interval):
                    records.append(shared | record)  # noqa: PERF401 (readable so)
    note = other_than_usual(interval=interval).strip()
    return NEWS.frame(records, n=len(summaries), note=note)


def _news(
    latest: EditionSummary,
    earlier: list[EditionSummary],
    perspective: Perspective,
    labels: Labels,
    interval: Interval,
) -> Iterator[dict[str, Any]]:
    for claim, label in labels.claims(latest.codebook).items():
        for record in _claim_news(latest, earlier, perspective, claim):
            yield {"kind": "claim", "code": claim, "label": label, **record}
    for theme, label in labels.themes(latest.codebook).items():
        for record in _theme_news(latest, earlier, perspective, theme, interval):
            yield {"kind": "theme", "code": theme, "label": label, **record}


def _claim_news(
    latest: EditionSummary,
    earlier: list[EditionSummary],
    perspective: Perspective,
    claim: str,
) -> Iterator[dict[str, Any]]:
    now = latest.positions(claim).get(perspective)
    if now is None:
        return
    taken = [e.positions(claim).get(perspective) for e in earlier]
    before = [position for position in taken if position is not None]
    if not before:
        yield {"what": "new", "before": "", "now": now.value}
    elif before[-1] is not now:
        yield {"what": "position", "before": before[-1].value, "now": now.value}


def _theme_news(
    latest: EditionSummary,
    earlier: list[EditionSummary],
    perspective: Perspective,
    theme: str,
    interval: Interval,
) -> Iterator[dict[str, Any]]:
    own = latest.perspectives[perspective]
    count = own.themes.get(theme, 0)
    low, high = (float(end) for end in interval(count, own.sentences))
    shares = [_share(edition, perspective, theme) for edition in earlier]
    least, most = min(shares), max(shares)
    before = f"{percent(least)} to {percent(most)}"
    if count and most == 0:
        what, before = "new", ""
    elif len(earlier) < MIN_EARLIER:
        return
    elif low > most:
        what = "more"
    elif high < least:
        what = "less"
    else:
        return
    now = _share(latest, perspective, theme)
    yield {
        "what": what,
        "before": before,
        "now": percent(now),
        **dict(zip(SHARES, (now, low, high, least, most), strict=True)),
    }


def _share(edition: EditionSummary, perspective: Perspective, theme: str) -> float:
    own = edition.perspectives[perspective]
    return own.themes.get(theme, 0) / own.sentences if own.sentences else 0.0
