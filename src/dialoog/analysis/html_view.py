"""How an analysis shows itself in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dialoog.tables import view
from dialoog.tables.html_view import table_html

if TYPE_CHECKING:
    from dialoog.analysis.model import Analysis

OPEN = ("perspectives", "themes", "claims")
FOLDED = (
    "claims_by_perspective",
    "terms",
    "moves",
    "moves_by_perspective",
    "agreements",
    "alignment",
    "talk",
)
LONG = ("turns", "sentences", "codes")
"""A row per turn, sentence or code: named, not shown."""


def html_view(analysis: Analysis) -> str:
    """Title, tables with n, unit and note, and doubts; all text escaped."""
    edition, book, tables = analysis.edition, analysis.codebook, analysis.tables()
    title = escape(edition.title or edition.source.name)
    parts = [
        f"<h4>{title}</h4>",
        f"<p><small>codebook {escape(book.id)}, version {escape(book.version)}</small></p>",
    ]
    for name in (*OPEN, *FOLDED):
        frame = tables[name]
        parts.append(table_html(frame, view(frame), is_open=name in OPEN))
    lengths = ", ".join(f"<code>{name}</code> ({len(tables[name])})" for name in LONG)
    parts.append(f"<p><small>and {lengths}</small></p>")
    parts += [
        f"<p><small>⚠ {escape(note.message)} [{escape(note.code)}]</small></p>"
        for note in analysis.notes
    ]
    return "".join(parts)
