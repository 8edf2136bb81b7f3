"""How editions and analyses show themselves in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dialoog.tables import view

if TYPE_CHECKING:
    from dialoog.analysis.model import Analysis

SHOWN = ("perspectives", "themes", "claims")


def html_view(analysis: Analysis) -> str:
    """Title and main tables, each with unit, n and note; all text escaped."""
    edition = analysis.edition
    title = escape(edition.title or edition.source.name)
    parts = [f"<h4>{title}</h4>"]
    for name in SHOWN:
        frame = getattr(analysis, name)
        facts = " · ".join(
            escape(f"{fact}: {frame.attrs[fact]}")
            for fact in ("unit", "n", "note")
            if frame.attrs.get(fact)
        )
        table = view(frame).to_html(index=False, escape=True, border=0)
        parts.append(f"<p><b>{name}</b></p>{table}<p><small>{facts}</small></p>")
    return "".join(parts)
