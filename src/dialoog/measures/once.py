"""What several tables need of an edition, worked out once."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from dialoog.coding import CodedEdition

T = TypeVar("T")

_latest: tuple[CodedEdition, dict[Callable[..., Any], Any]] | None = None


def once(work: Callable[[CodedEdition], T]) -> Callable[[CodedEdition], T]:
    """The same function, which keeps its result for the edition that is being worked on.

    The tables of an edition are made one after the other, and so are the parts of its
    page. With the next edition all results are let go: there can be thousands. It is
    told by identity, since a comparison would go through all its sentences.

    Args:
        work: Gives for an edition something that nobody changes afterwards.
    """

    @wraps(work)
    def kept(coded: CodedEdition) -> T:
        global _latest
        # In a name of its own: another thread may begin with another edition.
        latest = _latest
        if latest is None or latest[0] is not coded:
            _latest = latest = coded, {}
        results = latest[1]
        if work not in results:
            results[work] = work(coded)
        return cast("T", results[work])

    return kept
