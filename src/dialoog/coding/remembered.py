"""What is asked of the same text many times over, found once while a dialogue is coded."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

P = ParamSpec("P")
T = TypeVar("T")

_UNKNOWN = object()
_MEMORY: ContextVar[dict[Hashable, Any] | None] = ContextVar("memory", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """As long as this lasts, remembered functions answer the same question once.

    The docs must not change meanwhile. Nothing is kept afterwards.
    """
    token = _MEMORY.set({})
    try:
        yield
    finally:
        _MEMORY.reset(token)


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Make a function of hashable positional arguments remember, within `remembering`."""

    @wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        memory = _MEMORY.get()
        if memory is None:
            return function(*args, **kwargs)
        key = (function, args)
        answer = memory.get(key, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = memory[key] = function(*args, **kwargs)
        return cast("T", answer)

    return asked
