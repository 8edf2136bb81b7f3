"""How a comparison shows itself in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dialoog.comparison.views import comparison_view
from dialoog.tables.html_view import table_html

if TYPE_CHECKING:
    from dialoog.comparison.compare import Comparison

OPEN = frozenset({"editions", "news", "recurring"})
MOST_ROWS = 50
"""Of each table; there are hundreds of editions in a long series."""


def comparison_repr_html(comparison: Comparison) -> str:
    """Tables with n, unit and note, the main ones unfolded, and doubts; all escaped."""
    parts = [f"<h4>{escape(repr(comparison).strip('<>'))}</h4>"]
    for name, frame in comparison.tables().items():
        shown = comparison_view(frame.head(MOST_ROWS))
        more = max(0, len(frame) - MOST_ROWS)
        parts.append(table_html(frame, shown, is_open=name in OPEN, more=more))
    parts += [
        f"<p><small>⚠ {escape(note.message)} [{escape(note.code)}]</small></p>"
        for note in comparison.warnings()
    ]
    return "".join(parts)
