"""Where in a codebook file a key stands, so that a message can name the line.

`tomllib` gives values without positions. A codebook is flat (`[codebook]`, `[[theme]]`,
`[[claim]]`), so the line of a key can be found again by counting table headers.
"""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*\[{1,2}\s*([\w.\"' -]+?)\s*\]{1,2}\s*(?:#.*)?$")


def table_line(text: str, table: str, index: int = 0) -> int:
    """Line (from 1) of the `index`-th `[table]` or `[[table]]` header; 1 if absent."""
    seen = -1
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header and header[1].strip("\"' ") == table:
            seen += 1
            if seen == index:
                return number
    return 1


def key_line(text: str, table: str, index: int, key: str) -> int:
    """Line (from 1) of `key = ...` in the `index`-th table; its header's line if absent."""
    first = table_line(text, table, index)
    assignment = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*=")
    lines = text.splitlines()
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if _HEADER.match(line):
            break
        if assignment.match(line):
            return number
    return first
