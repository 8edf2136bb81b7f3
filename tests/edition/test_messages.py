"""Every code of a warning is documented."""

from __future__ import annotations

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def test_every_code_is_documented() -> None:
    code = re.compile(r'Note\(\s*code="([a-z-]+)"')
    used = {
        slug
        for stage in ("source", "edition")
        for file in (_ROOT / "src" / "dialoog" / stage).rglob("*.py")
        for slug in code.findall(file.read_text(encoding="utf-8"))
    }
    text = (_ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))
    assert used
    assert used <= documented
