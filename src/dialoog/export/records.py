"""Editions and analyses as plain records: the stable JSON of `dialoog/1`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dialoog.export.tables import facts, tables_of_analysis, tables_of_comparison

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.analysis import Analysis
    from dialoog.coding import CodedSentence
    from dialoog.coding import Evidence as CodeEvidence
    from dialoog.comparison import Comparison
    from dialoog.edition import Edition, Speaker, Turn
    from dialoog.errors import Note
    from dialoog.export.tables import TableSet

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
        "warnings": [_note(note) for note in edition.notes],
    }


def analysis_record(analysis: Analysis) -> Record:
    """The record that `dialoog analyse --format json` prints."""
    record = edition_record(analysis.edition)
    record["warnings"] = [_note(note) for note in analysis.notes]
    record["sentences"] = [_sentence(sentence) for sentence in analysis.coded.sentences]
    record |= _tables_record(tables_of_analysis(analysis))
    return record


def comparison_record(comparison: Comparison) -> Record:
    """The record that `dialoog compare --format json` prints."""
    tables = tables_of_comparison(comparison)
    return {
        "schema": SCHEMA,
        **tables.about,
        "warnings": [_note(note) for note in comparison.notes],
        **_tables_record(tables),
    }


def table_records(frame: pd.DataFrame) -> list[Record]:
    """The rows of a table as JSON values: missing cells become None."""
    rows: list[Record] = json.loads(
        frame.to_json(
            orient="records",
            double_precision=6,
            force_ascii=False,
            date_format="iso",
        )
    )
    return rows


def to_json(record: Record, *, indent: int | None = None) -> str:
    """A record as JSON text, in UTF-8 letters, on one line unless indented."""
    return json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)


def _tables_record(tables: TableSet) -> Record:
    return {
        "tables": {name: table_records(frame) for name, frame in tables.tables.items()},
        "table_facts": {name: facts(frame) for name, frame in tables.tables.items()},
        "provenance": dict(tables.provenance),
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


def _sentence(sentence: CodedSentence) -> Record:
    return {
        "turn": sentence.turn,
        "sentence": sentence.sentence,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "themes": [code.theme for code in sentence.themes],
        "claims": [
            {
                "claim": code.claim,
                "stance": str(code.stance),
                "score": round(code.score, 4),
                "evidence": [_evidence(e) for e in code.evidence],
            }
            for code in sentence.claims
        ],
        "acts": [str(code.act) for code in sentence.acts],
        "key": round(sentence.key, 4),
        "evidence": {
            "themes": {
                code.theme: [_evidence(e) for e in code.evidence]
                for code in sentence.themes
            },
            "acts": {
                str(code.act): [_evidence(e) for e in code.evidence]
                for code in sentence.acts
            },
            "key": [_evidence(e) for e in sentence.key_evidence],
        },
    }


def _evidence(evidence: CodeEvidence) -> Record:
    return {
        "rule": evidence.rule,
        "text": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
        "weight": round(evidence.weight, 4),
    }


def _note(note: Note) -> Record:
    return {
        "code": note.code,
        "message": note.message,
        "start": note.start,
        "end": note.end,
    }
