"""The page of a split: the whole source, coloured by what each stretch of it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialoog.edition import SegmentKind
from dialoog.report.rendering import templates
from dialoog.report.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.edition import Edition


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment of the source with its text and, in a turn, who speaks.

    `gap` is the white space that it begins with, so that what stands before the text
    on the page stands beside its first word.
    """

    kind: str
    gap: str
    text: str
    turn: int | None = None
    speaker: str = ""
    perspective: str = ""


def segments_html(edition: Edition, *, lang: str = "nl") -> str:
    """The source of an edition as a page on which every character has its colour.

    Joined, the stretches give the text of the source back. No script, no request.

    Args:
        edition: As `read` returns it, with or without turns.
        lang: Language of the page around the text: "nl" or "en".

    Raises:
        UsageError: There is no page in that language.
    """
    name = edition.source.name.replace("\\", "/").rsplit("/", 1)[-1]
    return (
        templates()
        .get_template("segments.html.j2")
        .render(
            t=Wording(lang),
            title=edition.title or name,
            source_name=name,
            edition=edition,
            stretches=list(_stretches(edition)),
            kinds=list(SegmentKind),
        )
    )


def _stretches(edition: Edition) -> Iterator[Stretch]:
    text = edition.source.text
    for segment in edition.segments:
        whole = text[segment.start : segment.end]
        said = whole.lstrip()
        gap = whole[: len(whole) - len(said)]
        if segment.turn is None:
            yield Stretch(segment.kind, gap, said)
            continue
        speaker = edition.speaker_of(edition.turns[segment.turn])
        yield Stretch(
            segment.kind, gap, said, segment.turn, speaker.name, speaker.perspective
        )
