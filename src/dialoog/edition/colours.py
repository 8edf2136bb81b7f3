"""One colour per perspective, the same in figures, pages and notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Okabe and Ito (2008), "Color Universal Design", darkened where the contrast with
# white was below 4.5:1.
COLOURS: Mapping[str, str] = {
    "academic": "#0067a5",
    "practitioner": "#b34700",
    "moderator": "#63666b",
    "other": "#00734f",
}
"""Perspective → colour."""
