"""How alike sentences are to the wordings of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.coding.contents import Contents
    from dialoog.coding.place import Figures
    from dialoog.coding.profile import ClaimProfiles


class Likeness(NamedTuple):
    """Per claim a matrix: a row for each sentence, a column for each of `texts_of`.

    Attributes:
        words: How alike they are in words, 0 to 1.
        fields: In semantic fields, 0 to 1.
        both: The sum of these.
    """

    words: Sequence[Figures]
    fields: Sequence[Figures]
    both: Sequence[Figures]


def likeness_of(contents: Contents, profiles: ClaimProfiles) -> Likeness:
    """How alike each sentence is to each wording of each claim."""
    words = profiles.wording_words.cosines(contents.words)
    fields = profiles.wording_fields.cosines(contents.fields)
    return Likeness(
        _by_claim(words, profiles),
        _by_claim(fields, profiles),
        _by_claim(words + fields, profiles),
    )


def _by_claim(matrix: Figures, profiles: ClaimProfiles) -> Sequence[Figures]:
    """A matrix with a column for each wording, cut into a matrix for each claim."""
    if not profiles.wordings:
        return ()
    ends = np.cumsum([len(wordings) for wordings in profiles.wordings])
    return np.split(matrix, ends[:-1], axis=1)
