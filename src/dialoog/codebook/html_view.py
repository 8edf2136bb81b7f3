"""How a codebook shows itself in a notebook: its themes and claims."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.codebook.model import Codebook


def codebook_html(book: Codebook) -> str:
    """Title, a table of themes and a table of claims; all text escaped."""
    themes = (
        (theme.id, theme.label, theme.definition, ", ".join(theme.terms))
        for theme in book.themes
    )
    claims = (
        (
            claim.id,
            claim.theme,
            claim.statement,
            "\n".join(claim.affirms),
            "\n".join(claim.denies),
        )
        for claim in book.claims
    )
    facts = f"{book.id}, version {book.version}, language {book.language}"
    return (
        f"<h4>{escape(book.title)}</h4><p><small>{escape(facts)}</small></p>"
        + _table(("theme", "label", "definition", "terms"), themes)
        + _table(("claim", "theme", "statement", "affirms", "denies"), claims)
    )


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    cells = "".join(f'<th style="text-align:left">{name}</th>' for name in head)
    body = "".join(
        "<tr>"
        + "".join(
            '<td style="text-align:left;vertical-align:top">'
            + escape(cell).replace("\n", "<br>")
            + "</td>"
            for cell in row
        )
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
