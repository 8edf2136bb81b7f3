"""Analyses and comparisons as plain records: the stable JSON of `dialoog/1`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dialoog.export.editions import SCHEMA, Record, edition_record, note_record
from dialoog.export.tables import facts, tables_of_analysis, tables_of_comparison

if TYPE_CHECKING:
    import pandas as pd

    from dialoog.analysis import Analysis
    from dialoog.coding import CodedSentence
    from dialoog.coding import Evidence as CodeEvidence
    from dialoog.comparison import Comparison
    from dialoog.export.tables import TableSet


def analysis_record(analysis: Analysis) -> Record:
    """The record that `dialoog analyse --format json` prints."""
    record = edition_record(analysis.edition)
    record["warnings"] = [note_record(note) for note in analysis.notes]
    record["sentences"] = [_sentence(sentence) for sentence in analysis.coded.sentences]
    record |= _tables_record(tables_of_analysis(analysis))
    return record


def comparison_record(comparison: Comparison) -> Record:
    """The record that `dialoog compare --format json` prints."""
    tables = tables_of_comparison(comparison)
    return {
        "schema": SCHEMA,
        **tables.head(),
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


def _tables_record(tables: TableSet) -> Record:
    return {
        "tables": {name: table_records(frame) for name, frame in tables.tables.items()},
        "table_facts": {name: facts(frame) for name, frame in tables.tables.items()},
        "provenance": dict(tables.provenance),
    }


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
