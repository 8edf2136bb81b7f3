"""Codebook: the themes and claims that sentences are coded with."""

from __future__ import annotations

from dataclasses import dataclass

from dialoog.codebook.html_view import codebook_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a sentence can be about.

    `terms` are lemmas, word groups and stems (`stam*`, `*deel`), as the author wrote
    them.
    """

    id: str
    label: str
    definition: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition that a sentence can affirm, deny or raise.

    `affirms` and `denies` are example wordings thought of beforehand.
    """

    id: str
    label: str
    theme: str
    statement: str
    affirms: tuple[str, ...]
    denies: tuple[str, ...]
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Codebook:
    """Themes and claims on one topic.

    Attributes:
        id: Slug, unique among the shipped codebooks.
        title: For a reader.
        language: BCP 47 tag, "nl".
        version: As the author counts.
        themes: In the order of the file.
        claims: In the order of the file.
        sha256: Of the file's bytes, for the provenance.
    """

    id: str
    title: str
    language: str
    version: str
    themes: tuple[Theme, ...]
    claims: tuple[Claim, ...]
    sha256: str = ""

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id; KeyError if there is none."""
        return {theme.id: theme for theme in self.themes}[theme_id]

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; KeyError if there is none."""
        return {claim.id: claim for claim in self.claims}[claim_id]

    def __repr__(self) -> str:
        """One line: which codebook, how large."""
        return (
            f"<Codebook {self.id!r}, version {self.version}: "
            f"{len(self.themes)} themes, {len(self.claims)} claims>"
        )

    def _repr_html_(self) -> str:
        """Themes and claims as tables, for a notebook."""
        return codebook_html(self)
