"""How far a long reading is, on stderr; nothing for what is done soon."""

from __future__ import annotations

import sys
from time import monotonic

from dialoog.cli.messages import say

PATIENCE = 3.0
"""Seconds that a person at a terminal waits without a word."""

REDRAW = 0.5
"""Seconds between two looks of the line at a terminal."""

LOG = 15.0
"""Seconds before the first line in a log; every next one waits twice as long."""

_ERASE = "\r\x1b[K"


class Progress:
    """One line that changes at a terminal; in a log, some lines, ever further apart."""

    def __init__(self) -> None:
        """Start to count the seconds."""
        self._live = sys.stderr.isatty()
        self._pause = REDRAW if self._live else LOG
        self._next = monotonic() + (PATIENCE if self._live else LOG)
        self._shown = ""

    def tell(self, name: str, done: int, total: int) -> None:
        """Say how many turns of an input are done, if it is time to say so.

        After the last turn comes the coding, of which nothing is heard: that is always
        said if something was said of this input before.
        """
        last = done == total and self._shown == name
        if monotonic() < self._next and not last:
            return
        what = f"{name}: {done:,} of {total:,} turns read"
        what += "; coding them" if done == total else ""
        self._shown = name
        if self._live:
            sys.stderr.write(_ERASE + what + " …")
            sys.stderr.flush()
        else:
            say(what)
            self._pause *= 2
        self._next = monotonic() + self._pause

    def clear(self) -> None:
        """Take the line away, so that other messages start on a line of their own."""
        if self._live and self._shown:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
