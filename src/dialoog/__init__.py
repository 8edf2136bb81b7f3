"""dialoog: turns, themes, claims and perspectives in Dutch dialogue interviews."""

__version__ = "0.1.0"

__all__ = ["__version__"]
