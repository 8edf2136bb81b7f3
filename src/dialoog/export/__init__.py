"""From an analysis or a comparison to what other programs read.

A new format is a module with a `FORMAT` and a line in `TABLE_FORMATS`.
"""

from typing import TYPE_CHECKING

from dialoog.lazy import on_use

if TYPE_CHECKING:
    from dialoog.export.editions import SCHEMA, edition_record, to_json
    from dialoog.export.exporters import COMPARISON_EXPORTERS, EXPORTERS, Exporter
    from dialoog.export.records import analysis_record
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

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_use(
        __name__,
        {
            "dialoog.export.editions": ("SCHEMA", "edition_record", "to_json"),
            "dialoog.export.exporters": (
                "COMPARISON_EXPORTERS",
                "EXPORTERS",
                "Exporter",
            ),
            "dialoog.export.records": ("analysis_record",),
            "dialoog.export.sink": ("open_exporter", "open_sink", "open_table"),
        },
    )
