"""From an analysis or a comparison to what other programs read.

A new format is a module with a `FORMAT` and a line in `TABLE_FORMATS`.
"""

from dialoog.export.exporters import COMPARISON_EXPORTERS, EXPORTERS, Exporter
from dialoog.export.records import SCHEMA, analysis_record, edition_record, to_json
from dialoog.export.sink import open_exporter, open_sink, open_table

__all__ = [
    "COMPARISON_EXPORTERS",
    "EXPORTERS",
    "SCHEMA",
    "Exporter",
    "analysis_record",
    "edition_record",
    "open_exporter",
    "open_sink",
    "open_table",
    "to_json",
]
