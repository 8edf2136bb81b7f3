"""The themes and claims that sentences are coded with."""

from dialoog.codebook.model import Claim, Codebook, Theme

__all__ = ["Claim", "Codebook", "Theme"]
