"""Which labels of a source are speakers: those that come back, and those like them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dialoog.edition.labels import recurring
from dialoog.edition.lexicon import ROLE_LABELS
from dialoog.edition.names import HONORIFIC, find_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Mark

_CODE = re.compile(r"[a-z]{1,3}(?:\d{1,2}|\?)")
_NUMBERED = re.compile(r"(?P<stem>[^\W\d]{2,}\.?)[\s_#-]*(?:\d{1,3}|[a-z])")
_FRONT = 20_000


def recurring_marks(
    layout: Layout, candidates: Sequence[tuple[str, Mark]]
) -> list[Mark]:
    """Keep the marks of labels that come back, by themselves or as part of another.

    "Tine Moerman" once and "Moerman" from then on are one speaker. A label that occurs
    once counts where it has a form of address or is a name that the text introduces.
    """
    kept = recurring(key for key, _ in candidates)
    if not kept:
        return []
    first = candidates[0][1].start
    front = layout.source.text[max(first - _FRONT, 0) : first]
    introduced = {form for name in find_names(front) for form in name.forms}
    return [
        mark
        for key, mark in candidates
        if key in kept
        or key in introduced
        or HONORIFIC.match(mark.name)
        or (len(kept) > 1 and _is_code_like(key, kept))
    ]


def _is_code_like(key: str, kept: set[str]) -> bool:
    """True for a role ("Allen"), or a code like the others: "R?" among R1 and R2."""
    if key in ROLE_LABELS:
        return True
    numbered = _NUMBERED.fullmatch(key)
    if numbered and any(
        (other := _NUMBERED.fullmatch(label)) and other["stem"] == numbered["stem"]
        for label in kept
    ):
        return True
    code = _CODE.fullmatch(key)
    return bool(code) and any(
        other.startswith(key[0]) and _CODE.fullmatch(other) for other in kept
    )
