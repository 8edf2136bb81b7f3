"""Fixtures that many tests share: the real edition, read and analysed once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import dialoog

if TYPE_CHECKING:
    from dialoog.analysis import Analysis
    from dialoog.edition import Edition

# Times vary with the machine, results must not: no deadlines, the same examples.
settings.register_profile("dialoog", deadline=None, derandomize=True)
settings.load_profile("dialoog")

ROOT = Path(__file__).parent.parent
EDITIONS = ROOT / "data" / "editions"
REAL = EDITIONS / "medewerkers-als-merkdragers.txt"


@pytest.fixture(scope="session")
def real_edition() -> Edition:
    return dialoog.read(REAL)


@pytest.fixture(scope="session")
def real_analysis(real_edition: Edition) -> Analysis:
    return dialoog.analyse(real_edition)


@pytest.fixture(scope="session")
def empty_analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """The analysis of a text without dialogue."""
    path = tmp_path_factory.mktemp("empty") / "lijst.txt"
    path.write_text("Boodschappen\n\nmelk\nbrood\nkaas\n", encoding="utf-8")
    return dialoog.analyse(dialoog.read(path))
