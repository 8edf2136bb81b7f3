"""From an analysis to what other programs read.

A new format is a module with an `EXPORTER` and a line in `EXPORTERS`.
"""

from dialoog.export.exporters import EXPORTERS, Exporter
from dialoog.export.records import SCHEMA, analysis_record, edition_record, to_json
from dialoog.export.sink import open_sink

__all__ = [
    "EXPORTERS",
    "SCHEMA",
    "Exporter",
    "analysis_record",
    "edition_record",
    "open_sink",
    "to_json",
]
