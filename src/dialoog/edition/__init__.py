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
from dialoog.edition.normalise import Normalised, normalise
from dialoog.edition.read import read
from dialoog.edition.split import split

__all__ = [
    "Edition",
    "Evidence",
    "Normalised",
    "Perspective",
    "Segment",
    "SegmentKind",
    "Speaker",
    "Turn",
    "normalise",
    "read",
    "split",
]
