"""Editions as plain records: the part of `dialoog/1` that needs no codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dialoog.edition import Edition, Speaker, Turn
    from dialoog.errors import Note

SCHEMA = "dialoog/1"

Record = dict[str, Any]


def edition_record(edition: Edition) -> Record:
    """The record that `dialoog turns --format json` prints.

    Offsets count characters of the decoded file. Where a file has no text of its
    own (docx, pdf, html …) they count characters of `edition.text`, which the
    record then carries.
    """
    source = edition.source
    head: Record = {
        "title": edition.title,
        "series": edition.series,
        "date": edition.date.isoformat() if edition.date else None,
        "source": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "convention": edition.convention,
        "confidence": round(edition.confidence, 3),
        "runner_up": _runner_up(edition),
    }
    if source.extracted:
        head["text"] = source.text
    return {
        "schema": SCHEMA,
        "edition": head,
        "speakers": [_speaker(speaker) for speaker in edition.speakers],
        "turns": [_turn(turn) for turn in edition.turns],
        "segments": [
            {"kind": str(s.kind), "start": s.start, "end": s.end, "turn": s.turn}
            for s in edition.segments
        ],
        "warnings": [note_record(note) for note in edition.notes],
    }


def to_json(record: Record, *, indent: int | None = None) -> str:
    """A record as JSON text, in UTF-8 letters, on one line unless indented."""
    return json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)


def json_pieces(value: object) -> Iterator[str]:
    """The text of `to_json` in pieces, so that it is never there as a whole.

    One wide letter, as an emoji, makes a text of a hundred million letters take four
    bytes for each.
    """
    opening = ""
    if isinstance(value, dict) and value:
        for key, held in value.items():
            yield f"{opening or '{'}{json.dumps(key, ensure_ascii=False)}: "
            yield from json_pieces(held)
            opening = ", "
        yield "}"
    elif isinstance(value, list) and value:
        for item in value:
            yield (opening or "[") + _text(item)
            opening = ", "
        yield "]"
    else:
        yield _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def note_record(note: Note) -> Record:
    """A doubt, with its place in the text if it has one."""
    return {
        "code": note.code,
        "message": note.message,
        "start": note.start,
        "end": note.end,
    }


def _runner_up(edition: Edition) -> Record | None:
    if edition.runner_up is None:
        return None
    convention, confidence = edition.runner_up
    return {"convention": convention, "confidence": round(confidence, 3)}


def _speaker(speaker: Speaker) -> Record:
    return {
        "name": speaker.name,
        "affiliation": speaker.affiliation,
        "perspective": str(speaker.perspective),
        "evidence": [
            {"text": e.text, "reason": e.reason, "start": e.start, "end": e.end}
            for e in speaker.evidence
        ],
    }


def _turn(turn: Turn) -> Record:
    record: Record = {
        "turn": turn.number,
        "speaker": turn.speaker,
        "start": turn.start,
        "end": turn.end,
        "spans": [list(span) for span in turn.spans],
        "text": turn.text,
    }
    if turn.begin_s is not None:
        record["begin_s"], record["end_s"] = turn.begin_s, turn.end_s
    return record
