"""What sentences are about, claim and do: from annotated turns to codes."""

from dialoog.coding.code import code
from dialoog.coding.model import (
    Act,
    ActCode,
    ClaimCode,
    CodedEdition,
    CodedSentence,
    Evidence,
    Stance,
    ThemeCode,
    Word,
)

__all__ = [
    "Act",
    "ActCode",
    "ClaimCode",
    "CodedEdition",
    "CodedSentence",
    "Evidence",
    "Stance",
    "ThemeCode",
    "Word",
    "code",
]
