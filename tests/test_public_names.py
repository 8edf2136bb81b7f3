"""The public names are kept on purpose."""

from __future__ import annotations

import subprocess
import sys
import types

import dialoog


def test_all_is_sorted_and_complete():
    public = {
        name
        for name, value in vars(dialoog).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert sorted(dialoog.__all__) == dialoog.__all__
    assert public | {"__version__"} == set(dialoog.__all__)


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
