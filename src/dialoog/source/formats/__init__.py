"""The formats that can be read, most particular first.

A new format is a module with a `FORMAT` and one line here. Modules import their
libraries inside their functions, so that importing this package stays cheap.
"""

from dialoog.source.formats import (
    chat,
    cues,
    delimited,
    docx,
    html,
    markdown,
    odt,
    pdf,
    plain,
    rtf,
    tei,
    transcript_json,
    xlsx,
)
from dialoog.source.formats.base import Extract, Format, Probe

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    xlsx.FORMAT,
    odt.FORMAT,
    rtf.FORMAT,
    cues.VTT,
    cues.SRT,
    chat.FORMAT,
    html.FORMAT,
    tei.FORMAT,
    transcript_json.FORMAT,
    delimited.FORMAT,
    markdown.FORMAT,
    plain.FORMAT,
)

__all__ = ["FORMATS", "Extract", "Format", "Probe"]
