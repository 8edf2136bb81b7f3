"""What is asked of the same text many times over, found out once and kept with it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class Remembering(Protocol):
    """A text, sentence or utterance that keeps what has been found out about it."""

    @property
    def memory(self) -> dict[Hashable, Any]:
        """Answers by question."""


X = TypeVar("X", bound=Remembering)
P = ParamSpec("P")
T = TypeVar("T")

_UNKNOWN = object()


def remembered(
    function: Callable[Concatenate[X, P], T],
) -> Callable[Concatenate[X, P], T]:
    """Make a function keep its answers in the `memory` of its first argument.

    Other arguments must be positional and hashable.
    """

    @wraps(function)
    def asked(about: X, /, *args: P.args, **kwargs: P.kwargs) -> T:
        question = (function, *args) if args else function
        answer: Any = about.memory.get(question, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = about.memory[question] = function(about, *args, **kwargs)
        found: T = answer
        return found

    return asked
