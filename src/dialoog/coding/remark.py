"""A remark on a codebook: something that its author may want to look at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """Something an author may want to look at.

    Attributes:
        code: What kind of remark it is; `docs/messages.md` lists them.
        item: Id of the theme or claim.
        text: The term or wording concerned, or "".
        message: One sentence for the author.
    """

    code: str
    item: str
    text: str
    message: str

    @property
    def is_on_theme(self) -> bool:
        """Whether `item` is a theme and not a claim: both may have the same id."""
        return self.code.startswith(("term-", "theme-"))
