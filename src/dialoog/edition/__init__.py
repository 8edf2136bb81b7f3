"""One published dialogue: from `Source` to segments, speakers and turns."""

from dialoog.edition.model import (
    Edition,
    Evidence,
    Perspective,
    Segment,
    SegmentKind,
    Speaker,
    Turn,
)

__all__ = [
    "Edition",
    "Evidence",
    "Perspective",
    "Segment",
    "SegmentKind",
    "Speaker",
    "Turn",
]
