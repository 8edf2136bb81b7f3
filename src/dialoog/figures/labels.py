"""Text of strangers as a label beside an axis."""

from __future__ import annotations

LONGEST = 36
"""Characters; a longer label would leave no room for the figure."""


def short_label(text: str) -> str:
    """The text on one line, at most `LONGEST` characters, without control characters."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    single = " ".join(printable.split())
    return single if len(single) <= LONGEST else single[: LONGEST - 1].rstrip() + "…"
