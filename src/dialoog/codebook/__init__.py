"""The themes and claims that sentences are coded with."""

from dialoog.codebook.load import load_codebook, shipped_codebooks
from dialoog.codebook.model import Claim, Codebook, Theme

__all__ = ["Claim", "Codebook", "Theme", "load_codebook", "shipped_codebooks"]
