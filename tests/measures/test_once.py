"""What is worked out once for an edition is never that of another."""

from __future__ import annotations

from dialoog.edition import Perspective
from dialoog.measures.once import once
from tests.strategies import coded_edition


def an_edition():
    return coded_edition({"Ada": Perspective.ACADEMIC}, [("Ada", [{"text": "Dag."}])])


def test_an_edition_is_worked_on_once_and_another_anew():
    asked = []

    @once
    def work(coded):
        """What it does."""
        asked.append(coded)
        return len(asked)

    first, second = an_edition(), an_edition()
    assert first == second
    assert [work(first), work(first), work(second), work(second)] == [1, 1, 2, 2]
    assert asked[0] is first
    assert asked[1] is second
    assert work.__doc__ == "What it does."
