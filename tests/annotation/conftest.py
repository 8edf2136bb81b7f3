"""What the tests of the annotation share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """A blank Dutch pipeline that finds sentences; not to be changed."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("dialoog_sentences")
    return nlp
