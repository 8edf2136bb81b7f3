"""What the codebooks call their themes and claims, kept once per codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dialoog.codebook import Claim, Codebook, Theme


class Labels:
    """The codebooks seen so far: titles, themes and claims, and the order of these."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._themes: dict[str, dict[str, Theme]] = {}
        self._claims: dict[str, dict[str, Claim]] = {}

    def add(self, codebook: Codebook) -> None:
        """Remember a codebook; of two versions of one the codes are joined."""
        self._titles[codebook.id] = codebook.title
        themes = self._themes.setdefault(codebook.id, {})
        claims = self._claims.setdefault(codebook.id, {})
        themes.update((theme.id, theme) for theme in codebook.themes)
        claims.update((claim.id, claim) for claim in codebook.claims)

    def codebooks(self) -> tuple[str, ...]:
        """Ids of the codebooks, sorted."""
        return tuple(sorted(self._themes))

    def title(self, codebook: str) -> str:
        """Title of a codebook, as a reader knows it."""
        return self._titles[codebook]

    def themes(self, codebook: str) -> dict[str, str]:
        """Label by id, in the order of the codebook."""
        return {key: theme.label for key, theme in self._themes[codebook].items()}

    def claims(self, codebook: str) -> dict[str, str]:
        """Label by id, in the order of the codebook."""
        return {key: claim.label for key, claim in self._claims[codebook].items()}

    def definitions(self, codebook: str) -> tuple[Theme, ...]:
        """The themes with their definitions, in the order of the codebook."""
        return tuple(self._themes[codebook].values())

    def statements(self, codebook: str) -> tuple[Claim, ...]:
        """The claims with their statements, in the order of the codebook."""
        return tuple(self._claims[codebook].values())
