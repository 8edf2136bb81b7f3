"""How an edition shows itself in a notebook: its turns, coloured by perspective."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dialoog.edition.colours import COLOURS

if TYPE_CHECKING:
    from dialoog.edition.model import Edition, Perspective, Speaker, Turn

MOST_TURNS = 100
"""Turns shown; a notebook with an hour of transcript would be slow to open."""
SMALL = "font-size:0.85em;opacity:0.8"


def edition_html(edition: Edition) -> str:
    """Title, speakers, turns and doubts; all text escaped, no script, no request."""
    title = edition.title or edition.source.name
    parts = [
        f"<h4>{escape(title)}</h4>",
        f'<p style="{SMALL}">{escape(_facts(edition))}</p>',
        f"<p>{' '.join(map(_speaker, edition.speakers))}</p>",
        *(_turn(edition, turn) for turn in edition.turns[:MOST_TURNS]),
    ]
    more = len(edition.turns) - MOST_TURNS
    if more > 0:
        parts.append(f'<p style="{SMALL}">… and {more} more turns</p>')
    parts += [
        f'<p style="{SMALL}">⚠ {escape(note.message)} [{escape(note.code)}]</p>'
        for note in edition.notes
    ]
    return "".join(parts)


def _facts(edition: Edition) -> str:
    facts = [edition.series, edition.date.isoformat() if edition.date else None]
    facts.append(f"{len(edition.turns)} turns")
    if edition.convention:
        facts.append(f"convention {edition.convention} ({edition.confidence:.2f})")
    return " · ".join(fact for fact in facts if fact)


def _speaker(speaker: Speaker) -> str:
    rest = f", {escape(speaker.affiliation)}" if speaker.affiliation else ""
    return f"{_chip(speaker.name, speaker.perspective)} {speaker.perspective}{rest}"


def _turn(edition: Edition, turn: Turn) -> str:
    perspective = edition.speaker_of(turn).perspective
    colour = COLOURS[perspective]
    return (
        f'<div style="border-left:4px solid {colour};background:{colour}14;'
        'margin:0.4em 0;padding:0.3em 0.7em;text-align:left">'
        f'{_chip(turn.speaker, perspective)} <span style="{SMALL}">{turn.number}</span>'
        f"<br>{escape(turn.text)}</div>"
    )


def _chip(name: str, perspective: Perspective) -> str:
    return (
        f'<span style="background:{COLOURS[perspective]};color:#fff;'
        f'border-radius:3px;padding:0 0.4em" title="{perspective}">{escape(name)}</span>'
    )
