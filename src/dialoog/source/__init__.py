"""The decoded text of a file, with layout hints: from bytes to `Source`."""

from dialoog.source.model import Hint, HintKind, Line, Source
from dialoog.source.read import read_source, source_from_bytes

__all__ = ["Hint", "HintKind", "Line", "Source", "read_source", "source_from_bytes"]
