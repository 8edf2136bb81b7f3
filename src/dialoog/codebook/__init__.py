"""The themes and claims that sentences are coded with."""

from dialoog.codebook.load import load_codebook, shipped_codebooks
from dialoog.codebook.model import Claim, Codebook, Theme
from dialoog.codebook.template import codebook_template

__all__ = [
    "Claim",
    "Codebook",
    "Theme",
    "codebook_template",
    "load_codebook",
    "shipped_codebooks",
]
