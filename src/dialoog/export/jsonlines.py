"""JSON of schema `dialoog/1`, one object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.export.model import Exporter
from dialoog.export.records import analysis_record, to_json

if TYPE_CHECKING:
    from dialoog.analysis import Analysis


def json_line(analysis: Analysis) -> str:
    """The analysis on one line."""
    return to_json(analysis_record(analysis)) + "\n"


EXPORTER = Exporter(suffix=".json", text=json_line)
