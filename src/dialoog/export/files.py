"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dialoog.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; move it into place at the end.

    If the body fails, `path` is as it was and nothing is left beside it.

    Raises:
        UsageError: The folder is missing or cannot be written to.
    """
    if path.is_dir():
        raise UsageError(f"Cannot write {path}: it is a folder; name a file in it.")
    try:
        handle, name = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=path.suffix
        )
        os.close(handle)
    except OSError as error:
        raise cannot_write(path, error) from error
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_usual_mode())
        beside.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def make_folder(path: Path) -> Path:
    """Make a folder to write files into, unless it is there.

    Raises:
        UsageError: It cannot be made, or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


def cannot_write(path: Path, error: OSError) -> UsageError:
    """The error for a path that cannot be written to, with the system's reason."""
    reason = error.strerror or str(error)
    return UsageError(
        f"Cannot write {path}: {reason}. Choose another place with --out, "
        "or make the folder first."
    )


def _usual_mode() -> int:
    # mkstemp makes files that only their owner reads; a report is for others too.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
