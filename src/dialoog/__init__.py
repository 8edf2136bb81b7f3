"""dialoog: turns, themes, claims and perspectives in Dutch dialogue interviews."""

from dialoog.edition import Edition, Perspective, Speaker, Turn, read

__version__ = "0.1.0"

__all__ = ["Edition", "Perspective", "Speaker", "Turn", "__version__", "read"]
