"""What a convention is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialoog.edition.layout import Layout
    from dialoog.edition.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A way in which texts mark who speaks.

    Attributes:
        id: Short name, as in `Edition.convention`.
        propose: Reads a layout in this way; None where it does not apply. Linear in
            the length of the text.
        weight: How particular the convention is: of two readings that fit equally
            well the one of the more particular convention is right.
    """

    id: str
    propose: Callable[[Layout], Reading | None]
    weight: float = 1.0
