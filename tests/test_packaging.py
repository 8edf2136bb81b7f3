"""What users install holds all that runs, and runs from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REAL, ROOT

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20 * 2**20
"""Bytes that the pipeline may take."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel, built from the sdist, puts into site-packages."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = out.glob("*.whl")
    site = out / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(installed: Path, folder: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.slow
def test_the_wheel_holds_all_data(installed):
    source = ROOT / "src"
    data = {
        path.relative_to(source)
        for path in source.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {path for path in data if not (installed / path).is_file()} == set()


@pytest.mark.slow
def test_the_pipeline_loads_by_name(installed, tmp_path):
    code = "import spacy; nlp = spacy.load('nl_dialoog');print(nlp.path)"
    assert run(installed, tmp_path, "-c", code).startswith(str(installed))


@pytest.mark.slow
def test_the_main_job_runs_from_the_wheel(installed, tmp_path):
    printed = run(installed, tmp_path, "-m", "dialoog", "analyse", str(REAL))
    assert "Niet iedereen" in printed


def test_the_pipeline_is_small():
    pipeline = ROOT / "src" / "nl_dialoog"
    assert sum(p.stat().st_size for p in pipeline.rglob("*") if p.is_file()) <= LARGEST
