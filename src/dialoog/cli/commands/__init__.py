"""The commands, one file each; a new one is a file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.cli.commands import analyse, codebook, compare, kwic, model, turns

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

COMMANDS: tuple[
    Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None], ...
] = (analyse.add, turns.add, compare.add, kwic.add, codebook.add, model.add)
