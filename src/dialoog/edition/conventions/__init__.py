"""The conventions by which texts mark who speaks.

Each is a module that proposes a reading of a layout; a new one is a new module and one
line here.
"""

from dialoog.edition.conventions import label_colon, label_dash, label_line
from dialoog.edition.conventions.base import Convention

CONVENTIONS: tuple[Convention, ...] = (
    label_line.CONVENTION,
    label_colon.CONVENTION,
    label_dash.CONVENTION,
)

__all__ = ["CONVENTIONS", "Convention"]
