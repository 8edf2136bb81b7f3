"""The decoded text of a file, with layout hints: from bytes to `Source`."""

from dialoog.source.model import Hint, HintKind, Line, Source

__all__ = ["Hint", "HintKind", "Line", "Source"]
