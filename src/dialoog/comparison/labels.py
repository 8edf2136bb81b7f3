"""Labels of themes and claims, kept once per codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialoog.codebook import Codebook


class Labels:
    """The labels of the codebooks seen so far, and the order of their codes."""

    def __init__(self) -> None:
        self._themes: dict[str, dict[str, str]] = {}
        self._claims: dict[str, dict[str, str]] = {}

    def add(self, codebook: Codebook) -> None:
        """Remember a codebook; of two versions of one the codes are joined."""
        themes = self._themes.setdefault(codebook.id, {})
        claims = self._claims.setdefault(codebook.id, {})
        themes.update((theme.id, theme.label) for theme in codebook.themes)
        claims.update((claim.id, claim.label) for claim in codebook.claims)

    def codebooks(self) -> tuple[str, ...]:
        """Ids of the codebooks, sorted."""
        return tuple(sorted(self._themes))

    def themes(self, codebook: str) -> dict[str, str]:
        """Label by id, in the order of the codebook."""
        return dict(self._themes[codebook])

    def claims(self, codebook: str) -> dict[str, str]:
        """Label by id, in the order of the codebook."""
        return dict(self._claims[codebook])
