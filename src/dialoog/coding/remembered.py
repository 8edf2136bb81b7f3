"""What is asked of the same text many times over, found out once and kept with it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class Remembering(Protocol):
    """A text, sentence or utterance that keeps what has been found out about it."""

    @property
    def memory(self) -> dict[Hashable, Any]:
        """Answers by question."""


X = TypeVar("X", bound=Remembering)
Rest = TypeVarTuple("Rest")
T = TypeVar("T")

_UNKNOWN = object()


def remembered(function: Callable[[X], T]) -> Callable[[X], T]:
    """Make a function keep its answer in the `memory` of its argument."""

    @wraps(function)
    def asked(about: X) -> T:
        answer: Any = about.memory.get(function, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = about.memory[function] = function(about)
        found: T = answer
        return found

    return asked


def remembered_for(
    function: Callable[[X, *Rest], T],
) -> Callable[[X, *Rest], T]:
    """The same for a function of more arguments, which must be hashable."""

    @wraps(function)
    def asked(about: X, *rest: *Rest) -> T:
        question = (function, *rest)
        answer: Any = about.memory.get(question, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = about.memory[question] = function(about, *rest)
        found: T = answer
        return found

    return asked
