"""The formats that can be read, most particular first.

A new format is a module with a `FORMAT` and one line here. Modules import their
libraries inside their functions, so that importing this package stays cheap.
"""

from dialoog.source.formats import plain
from dialoog.source.formats.base import Extract, Format, Probe

FORMATS: tuple[Format, ...] = (plain.FORMAT,)

__all__ = ["FORMATS", "Extract", "Format", "Probe"]
