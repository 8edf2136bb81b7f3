"""`dialoog turns`: what the splitter made of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dialoog.cli.console import console, print_table
from dialoog.cli.inputs import Inputs
from dialoog.cli.options import add_files, add_perspective, perspectives_by_name
from dialoog.edition import Edition, SegmentKind
from dialoog.export import edition_record, to_json
from dialoog.source.folder import files_in
from dialoog.source.model import called

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from rich.console import Console

FIRST_WORDS = 60


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = (
        "Split dialogue interviews (editions) into speaker turns, and show who speaks, "
        "by which words the perspective of each is known, how the turns were found, "
        "and what is left out of them."
    )
    add_files(parser)
    parser.add_argument(
        "--format",
        choices=[*SHOWN],
        default="table",
        help="tables, a line of JSON, or an HTML page of the whole text with its turns "
        "coloured, to stdout (default: table)",
    )
    add_perspective(parser)
    parser.set_defaults(handler=turns)


def turns(arguments: argparse.Namespace) -> int:
    """Run the command."""
    inputs = Inputs(
        list(files_in(arguments.files)), perspectives_by_name(arguments.perspective)
    )
    show = SHOWN[arguments.format]
    for edition in inputs.editions():
        show(edition)
    return inputs.status


def print_json(edition: Edition) -> None:
    """One line of JSON on stdout."""
    print(to_json(edition_record(edition)))


def print_page(edition: Edition) -> None:
    """The whole source as a page, coloured by what each stretch of it is."""
    # Not above: only this needs the page and its libraries.
    from dialoog.export.html import check_installed

    check_installed()
    from dialoog.report import segments_html

    print(segments_html(edition))


def print_turns(edition: Edition) -> None:
    """What a person wants to know: who, what, what not, and how sure."""
    out = console()
    print_heading(out, edition)
    print_speakers(out, edition)
    print_table(
        out,
        "Turns",
        {
            "turn": [turn.number for turn in edition.turns],
            "speaker": [turn.speaker for turn in edition.turns],
            "words": [len(turn.text.split()) for turn in edition.turns],
            "begins with": [_first_words(turn.text) for turn in edition.turns],
        },
    )
    print_table(out, "Left out", _left_out(edition))


def print_heading(out: Console, edition: Edition) -> None:
    """Title, series, date and how the turns were found."""
    out.print(Text(edition.title or called(edition.source.name), style="bold"))
    facts = [
        edition.series or "",
        edition.date.isoformat() if edition.date else "",
        f"{len(edition.turns)} turn{'' if len(edition.turns) == 1 else 's'}",
        _reading(edition),
    ]
    out.print(Text(" · ".join(fact for fact in facts if fact)))


def print_speakers(out: Console, edition: Edition) -> None:
    """Who speaks, from which perspective, and the words that say so."""
    print_table(
        out,
        "Speakers",
        {
            "name": [s.name for s in edition.speakers],
            "affiliation": [s.affiliation for s in edition.speakers],
            "perspective": [str(s.perspective) for s in edition.speakers],
            "because of": [
                "; ".join(f"“{_short(e.text)}” ({e.reason})" for e in s.evidence)
                for s in edition.speakers
            ],
        },
    )


def _reading(edition: Edition) -> str:
    if edition.convention is None:
        return "no dialogue found"
    reading = f"marked by {edition.convention} (confidence {edition.confidence:.2f})"
    if edition.runner_up is not None:
        convention, confidence = edition.runner_up
        reading += f", next best {convention} ({confidence:.2f})"
    return reading


def _left_out(edition: Edition) -> dict[str, list[str]]:
    left = [
        (str(segment.kind), _first_words(text))
        for segment in edition.segments
        if segment.kind not in (SegmentKind.TURN, SegmentKind.LABEL)
        and (text := edition.source.text[segment.start : segment.end].strip())
    ]
    return {
        "as": [kind for kind, _ in left],
        "begins with": [words for _, words in left],
    }


def _first_words(text: str) -> str:
    return _short(text, FIRST_WORDS)


def _short(text: str, width: int = 48) -> str:
    single = " ".join(text.split())
    return single if len(single) <= width else single[: width - 1].rstrip() + "…"


SHOWN: dict[str, Callable[[Edition], None]] = {
    "table": print_turns,
    "json": print_json,
    "html": print_page,
}
