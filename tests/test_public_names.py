"""The public names are kept on purpose."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
import types
from importlib import import_module
from importlib.metadata import version

import pytest

import dialoog
import dialoog.export

from .conftest import REAL

HEAVY = {"spacy", "pandas", "numpy", "matplotlib", "jinja2"}


def test_all_is_sorted_and_complete():
    public = {
        name
        for name in dir(dialoog)
        if not name.startswith("_")
        and not isinstance(getattr(dialoog, name), types.ModuleType)
    } - {"TYPE_CHECKING", "on_use"}
    assert sorted(dialoog.__all__) == dialoog.__all__
    assert public | {"__version__"} == set(dialoog.__all__)


@pytest.mark.parametrize("package", [dialoog, dialoog.export], ids=lambda p: p.__name__)
def test_what_a_type_checker_sees_is_what_there_is(package):
    tree = ast.parse(inspect.getsource(package))
    seen = {
        alias.name: f"{node.module}"
        for guarded in tree.body
        if isinstance(guarded, ast.If) and "TYPE_CHECKING" in ast.unparse(guarded.test)
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(seen) == set(package.__all__) - {"__version__"}
    for name, module in seen.items():
        assert getattr(package, name) is getattr(import_module(module), name)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        dialoog.analyze  # noqa: B018


def test_version_is_that_of_the_distribution():
    assert dialoog.__version__ == version("dialoog")


@pytest.mark.parametrize(
    "code",
    [
        "import dialoog; dir(dialoog)",
        "import dialoog; dialoog.read",
        "from dialoog.cli import main; main(['turns', REAL])",
        "from dialoog.cli import main; main(['turns', REAL, '--format', 'json'])",
        "from dialoog.cli import main; main(['codebook', 'list'])",
        "from dialoog.cli.main import build_parser; build_parser([]).format_help()",
    ],
)
def test_what_needs_no_library_loads_none(code):
    code = f"import sys; REAL = {str(REAL)!r}; {code}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert not HEAVY & set(done.stdout.splitlines()[-1].split())


def test_public_names_have_docstrings():
    for name in dialoog.__all__:
        if name != "__version__":
            assert getattr(dialoog, name).__doc__, name


def test_import_loads_no_pipeline():
    code = (
        "import dialoog, sys;"
        "from dialoog.annotation import pipeline;"
        "assert 'nl_dialoog' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd="/")
