"""Names of a package that are imported when somebody asks for them (PEP 562).

spaCy and pandas take more than a second to import; who splits a file into turns needs
neither. The package repeats the imports under `TYPE_CHECKING`, for who reads it without
running it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def on_use(
    package: str, names: Mapping[str, Sequence[str]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The `__getattr__` and `__dir__` of a package.

    Args:
        package: Its `__name__`.
        names: Module → the names that the package has from it.
    """
    home = {name: module for module, given in names.items() for name in given}
    namespace = vars(sys.modules[package])

    def get(name: str) -> Any:  # noqa: ANN401 (whatever has that name)
        if name not in home:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        namespace[name] = value = getattr(import_module(home[name]), name)
        return value

    def list_names() -> list[str]:
        return sorted({*namespace, *home})

    return get, list_names
