"""The conventions by which texts mark who speaks.

Each is a module that proposes a reading of a layout; a new one is a new module and one
line here.
"""

from dialoog.edition.conventions import (
    bare_label,
    dash_dialogue,
    label_apart,
    label_bracket,
    label_colon,
    label_dash,
    label_line,
    label_stop,
    letters,
    narrative,
    question_answer,
    quote_cite,
    table,
    voices,
)
from dialoog.edition.conventions.base import Convention

CONVENTIONS: tuple[Convention, ...] = (
    voices.CONVENTION,
    table.CONVENTION,
    quote_cite.CONVENTION,
    label_line.CONVENTION,
    label_colon.CONVENTION,
    label_dash.CONVENTION,
    label_bracket.CONVENTION,
    label_apart.CONVENTION,
    label_stop.CONVENTION,
    bare_label.CONVENTION,
    letters.CONVENTION,
    question_answer.CONVENTION,
    dash_dialogue.CONVENTION,
    narrative.CONVENTION,
)

__all__ = ["CONVENTIONS", "Convention"]
