"""Fixtures that many tests share: the real edition, read and analysed once."""

from __future__ import annotations

import os
import shutil
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

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

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


@pytest.fixture(scope="module")
def browser():
    """Headless Chromium, as Debian packs it; without it the test is skipped."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()
