"""Parse the arguments, run one command, turn errors into an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from dialoog import __version__
from dialoog.cli.commands import COMMANDS
from dialoog.cli.messages import say
from dialoog.errors import DialoogError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DESCRIPTION = """\
Reads Dutch dialogue interviews: splits them into speaker turns, finds the themes
and claims of a codebook, and lays the academic and the practitioner perspective
side by side.
"""

EPILOG = """\
examples:
  dialoog turns interview.docx                     who says what
  dialoog analyse interview.txt                    tables in the terminal
  dialoog analyse interview.txt --out page.html    a page to read
  dialoog analyse interview.txt --out tables.xlsx  a workbook
  dialoog compare folder/                          editions side by side
  dialoog kwic vertrouwen interview.txt            a word in its context
  dialoog codebook list                            what can be looked for

'dialoog COMMAND --help' says what a command takes. The result goes to stdout or
--out, doubts and errors go to stderr. Exit status: 0 done; 1 some inputs could not
be read; 2 wrong usage, codebook or pipeline; 3 none of the inputs could be read.
"""


def build_parser(filled: Iterable[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """The parser of the whole command line.

    Args:
        filled: The commands that get their arguments; the others are only named.
    """
    parser = argparse.ArgumentParser(
        prog="dialoog",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dialoog {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary)
        if name in filled:
            module: Any = import_module(f"dialoog.cli.commands.{name}")
            module.add(command)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status.

    Args:
        argv: The arguments after the program's name; by default those of the process.
    """
    _use_utf8()
    given = sys.argv[1:] if argv is None else argv
    # The program has no options with a value, so the first command named is the one.
    command = next((word for word in given if word in COMMANDS), "")
    arguments = build_parser([command]).parse_args(given)
    try:
        status: int = arguments.handler(arguments)
        sys.stdout.flush()
    except DialoogError as error:
        say(f"error: {error}")
        return error.exit_status
    except BrokenPipeError:
        # The reader (`| head`) has had enough: not our error. Python would complain
        # once more when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    return status


def run() -> NoReturn:
    """Entry point of the console script."""
    sys.exit(main())


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
