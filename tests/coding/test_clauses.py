"""Which words a negation reaches."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dialoog.coding.clauses import reach
from dialoog.coding.tokens import Tokens

DEEP = 2_000


@pytest.mark.parametrize(
    ("label", "reached"), [("ccomp", range(DEEP + 2)), ("acl", range(2))]
)
def test_clauses_within_clauses_may_go_as_deep_as_a_text_without_full_stops(
    label: str, reached: range
) -> None:
    doc = Doc(
        Vocab(),
        words=["niet", *["zeggen"] * (DEEP + 1)],
        pos=["ADV", *["VERB"] * (DEEP + 1)],
        heads=[1, 1, *range(1, DEEP + 1)],
        deps=["advmod", "ROOT", *[label] * DEEP],
    )
    assert reach(0, Tokens(doc).whole()) == frozenset(reached)
