"""The commands, one module each; a new one is a module and a line here.

A module is imported when its command is given, since most need spaCy and pandas. Its
`add` gives the parser of the command its arguments and its handler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "analyse": "find themes and claims in editions, perspectives side by side",
    "turns": "show speakers, turns and what is left out of them",
    "compare": "several editions side by side, and over time",
    "kwic": "show a term, theme or claim in its context",
    "codebook": "list, show, check or make codebooks",
    "model": "show or score the spaCy pipeline that reads the Dutch",
}
"""Module → what the command is for."""
