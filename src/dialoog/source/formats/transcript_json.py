"""JSON of speech recognisers: segments with text, times and perhaps a speaker.

Whisper and WhisperX write `{"segments": [{"start", "end", "text", "speaker"}]}`,
Amberscript words inside segments and names in `speakers`; a bare list of segments or of
turns will do.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dialoog.errors import SourceError
from dialoog.source.builder import TextBuilder
from dialoog.source.decode import decode
from dialoog.source.formats.base import Extract, Format, Probe
from dialoog.source.model import HintKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = (
    "segments",
    "turns",
    "utterances",
    "monologues",
    "results",
    "transcript",
    "items",
)
_SPEAKER = (
    "speaker",
    "spreker",
    "speaker_name",
    "speakerName",
    "name",
    "spkid",
    "speaker_id",
)
_TEXT = ("text", "tekst", "transcript", "content", "value")
_BEGIN = ("start", "begin", "start_time", "startTime", "from", "ts")
_DEPTH = 4
_END = ("end", "stop", "end_time", "endTime", "to", "end_ts")


def _read(probe: Probe) -> Extract:
    text, encoding, notes = decode(probe.raw, probe.name)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{probe.name} is not sound JSON: {error}.") from error
    builder = TextBuilder()
    for segment in _segments(content, probe.name):
        _write(builder, segment)
    return Extract(
        text=builder.text(),
        encoding=encoding,
        hints=builder.hints(),
        metadata=tuple(_metadata(content)),
        notes=notes,
    )


def _lists(content: dict[str, object]) -> Iterator[list[object]]:
    """Yield lists of segments, the outermost first: some tools wrap them in results."""
    inside: list[dict[str, object]] = [content]
    for _ in range(_DEPTH):
        for level in inside:
            for key in _LISTS:
                found = level.get(key)
                if isinstance(found, list):
                    yield found
        inside = [
            value
            for level in inside
            for value in level.values()
            if isinstance(value, dict)
        ]


def _segments(content: object, name: str) -> list[dict[str, object]]:
    found = content
    if isinstance(content, dict):
        found = next(_lists(content), None)
    segments = (
        [item for item in found if isinstance(item, dict)]
        if isinstance(found, list)
        else []
    )
    if found is None or (found and not any(_words(item) for item in segments)):
        raise SourceError(
            f"{name} is JSON, but not a transcript: dialoog looks for a list "
            '"segments" whose items have a "text".'
        )
    return segments


def _write(builder: TextBuilder, segment: dict[str, object]) -> None:
    words = " ".join(_words(segment).split())
    if not words:
        return
    start, end = builder.write(words)
    speaker = _first(segment, _SPEAKER)
    builder.hint(
        HintKind.VOICE,
        start,
        end,
        "" if speaker is None else str(speaker),
        begin_s=_number(_first(segment, _BEGIN)),
        end_s=_number(_first(segment, _END)),
    )
    builder.write("\n")


def _words(segment: dict[str, object]) -> str:
    text = _first(segment, _TEXT)
    if isinstance(text, str):
        return text
    parts = segment.get("words") or segment.get("elements")
    return " ".join(
        str(part.get("word") or part.get("text") or part.get("value") or "")
        for part in (parts if isinstance(parts, list) else ())
        if isinstance(part, dict)
    )


def _first(segment: dict[str, object], keys: tuple[str, ...]) -> object:
    return next((segment[key] for key in keys if segment.get(key) is not None), None)


def _number(value: object) -> float | None:
    try:
        return float(value) if isinstance(value, (int, float, str)) else None
    except ValueError:
        return None


def _metadata(content: object) -> Iterator[tuple[str, str]]:
    if not isinstance(content, dict):
        return
    title = content.get("title") or content.get("name")
    if isinstance(title, str):
        yield "title", title
    speakers = content.get("speakers")
    for speaker in speakers if isinstance(speakers, list) else ():
        if isinstance(speaker, dict):
            code, name = (
                _first(speaker, ("spkid", "id", "speaker")),
                speaker.get("name"),
            )
            if code is not None and isinstance(name, str):
                yield f"speaker:{code}", name


def _is_json(probe: Probe) -> bool:
    return (probe.head.startswith("{") and '"' in probe.head) or (
        probe.head.startswith("[") and probe.suffix == ".json"
    )


FORMAT = Format(id="json", recognise=_is_json, read=_read)
