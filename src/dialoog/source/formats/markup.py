"""Parsing markup from strangers: no entities, no network, no document types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.errors import MissingExtra, SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(raw: bytes, name: str, feature: str) -> _Element:
    """Return the root of an XML document, entities left alone.

    Raises:
        MissingExtra: lxml is not installed.
        SourceError: It is not well-formed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtra(feature, "formats") from error
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{name} is not well-formed XML: {error}.") from error


def parse_html(text: str, name: str) -> _Element:
    """Return the root of an HTML page, however untidy.

    Raises:
        MissingExtra: lxml is not installed.
        SourceError: There is nothing in it.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtra("reading an HTML page", "formats") from error
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    if root is None:
        raise SourceError(f"{name} is an HTML page without anything on it.")
    return root


def flat_text(element: _Element) -> str:
    """Return all words in an element, white space single."""
    return " ".join("".join(map(str, element.itertext())).split())
