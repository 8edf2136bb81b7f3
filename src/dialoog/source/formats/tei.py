"""TEI and ParlaMint: utterances (`<u who="#id">`) or speeches (`<sp>`) with speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.errors import SourceError
from dialoog.source.builder import TextBuilder
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.formats.markup import flat_text, parse_xml
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What happens in the room, or was added by the editor: not said by the speaker.
_ASIDE = frozenset(
    [
        "note",
        "kinesic",
        "incident",
        "vocal",
        "gap",
        "desc",
        "stage",
        "pb",
        "writing",
        "speaker",
        "head",
        "time",
    ]
)
_PARTS = frozenset(["seg", "p", "l", "lg", "ab", "s"])


def _read(probe: Probe) -> Extract:
    root = parse_xml(probe.raw, probe.name, "reading TEI")
    if not any(_local(element) in ("u", "sp") for element in root.iter("*")):
        raise SourceError(
            f"{probe.name} is XML without utterances: dialoog reads TEI, whose speech is "
            "in <u who=…> or <sp>."
        )
    builder = TextBuilder()
    metadata = dict(_people(root))
    _walk(root, builder, metadata)
    title = _title(root)
    if title:
        metadata["title"] = title
    date = next(
        (
            str(e.get("when"))
            for e in root.iter("*")
            if _local(e) == "date" and e.get("when")
        ),
        "",
    )
    if date:
        metadata["date"] = date
    return Extract(
        text=builder.text(),
        encoding="xml",
        hints=builder.hints(),
        metadata=tuple(metadata.items()),
    )


def _local(element: _Element) -> str:
    tag: object = element.tag  # of a comment it is a function
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _children(element: _Element, *names: str) -> Iterator[_Element]:
    return (child for child in element.iter("*") if _local(child) in names)


def _words(element: _Element) -> str:
    """The words of an element, asides left out."""
    parts: list[str] = [element.text or ""]
    for child in element:
        if _local(child) and _local(child) not in _ASIDE:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _walk(root: _Element, builder: TextBuilder, metadata: dict[str, str]) -> None:
    text = next(_children(root, "text"), root)
    announced = ""
    for element in text.iter("*"):
        name = _local(element)
        if name in ("u", "sp"):
            code = str(element.get("who") or "").split(" ")[0].lstrip("#")
            code = code or _announced_in(element) or announced
            if announced and f"speaker:{code}" not in metadata:
                metadata[f"speaker:{code}"] = announced
            if "chair" in str(element.get("ana") or ""):
                metadata[f"about:{code}"] = "voorzitter"
            _utterance(builder, element, code)
            announced = ""
        elif name in (
            "note",
            "head",
            "stage",
            "kinesic",
            "incident",
            "vocal",
            "gap",
        ) and not _inside(element):
            words = flat_text(element)
            if element.get("type") == "speaker":
                announced = words
            if words:
                kind = HintKind.HEADING if name == "head" else HintKind.STAGE
                builder.paragraph(words, kind)


def _inside(element: _Element) -> bool:
    return any(_local(parent) in ("u", "sp") for parent in element.iterancestors())


def _announced_in(element: _Element) -> str:
    return next(
        (flat_text(s).rstrip(".:") for s in _children(element, "speaker")),
        "",
    )


def _utterance(builder: TextBuilder, element: _Element, code: str) -> None:
    parts = [
        child for child in element if _local(child) in _PARTS or _local(child) in _ASIDE
    ]
    if not any(_local(part) in _PARTS for part in parts):
        parts = [element]
    for part in parts:
        if part is not element and _local(part) in _ASIDE:
            words = flat_text(part)
            if words:
                builder.paragraph(words, HintKind.STAGE)
        else:
            words = _words(part)
            if words:
                builder.paragraph(words, HintKind.VOICE, value=code)


def _people(root: _Element) -> Iterator[tuple[str, str]]:
    for person in _children(root, "person"):
        code = person.get(_ID)
        name = next(_children(person, "persName"), None)
        if code is None or name is None:
            continue
        given = [
            " ".join((part.text or "").split())
            for part in _children(name, "forename", "firstName")
        ]
        family = [
            " ".join((part.text or "").split())
            for part in _children(name, "nameLink", "surname")
        ]
        full = " ".join([*given, *family]) or flat_text(name)
        yield f"speaker:{code}", full
        for affiliation in _children(person, "affiliation"):
            role = str(affiliation.get("role") or "")
            organisation = str(affiliation.get("ref") or "").lstrip("#") or flat_text(
                affiliation
            )
            if role == "head":
                yield f"about:{code}", "voorzitter"
            elif role in ("minister", "member", "deputyMinister", "MP"):
                yield f"about:{code}", "minister" if "inister" in role else "kamerlid"
                yield f"affiliation:{code}", organisation
            elif organisation:
                yield f"about:{code}", f"{role} {organisation}".strip()
                yield f"affiliation:{code}", organisation


def _title(root: _Element) -> str:
    for title in _children(root, "title"):
        if title.get("type") in (None, "main"):
            return flat_text(title)
    return ""


def _is_xml(probe: Probe) -> bool:
    head = probe.head
    return head.startswith(("<?xml", "<TEI", "<teiCorpus")) or (
        probe.suffix == ".xml" and head.startswith("<")
    )


FORMAT = Format(id="tei", recognise=_is_xml, read=_read)
