"""Semantic fields: words that lie near each other although they share no letters.

`data/velden.toml` is a Dutch thesaurus of a few hundred fields for the talk about work,
organisations, communication and technology, so that `trots`, `bevlogen` and `van binnenuit`
meet. Its entries were written from the vocabulary of the domain, without any edition.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from dialoog.coding.terms import TermIndex


@cache
def thesaurus() -> TermIndex[str]:
    """The words of all fields; a hit is labelled with the id of its field."""
    raw = (files("dialoog.coding") / "data" / "velden.toml").read_text("utf-8")
    fields = tomllib.loads(raw)["field"]
    return TermIndex((field["id"], term) for field in fields for term in field["terms"])
