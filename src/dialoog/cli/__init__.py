"""The command line: read, call, write.

stdout carries the result and nothing else; warnings and errors go to stderr.
Exit status: 0 done; 1 done but some inputs failed; 2 wrong usage or codebook;
3 the only input could not be read.
"""

from dialoog.cli.main import main, run

__all__ = ["main", "run"]
