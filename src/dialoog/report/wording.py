"""Words, numbers and dates in the language of the reader."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, format_decimal, parse_pattern
from fluent.runtime import FluentBundle, FluentResource

from dialoog.errors import UsageError
from dialoog.tables.percent import percent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from dialoog.errors import Note

REGIONS = {"nl": "nl_NL", "en": "en_GB"}
"""Whose dates and numbers a language has here."""
LANGUAGES = tuple(REGIONS)


class Wording:
    """The texts of one language, from `texts/LANG.ftl` (Project Fluent)."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._bundle = _bundle(lang)

    def __call__(self, key: str, /, **values: Any) -> str:  # noqa: ANN401
        """The text of a key.

        Raises:
            KeyError: There is no such key, or the text lacks a value.
        """
        return _remembered(self.lang, key, tuple(values.items()))

    def has(self, key: str) -> bool:
        """Whether there is a text for the key."""
        return bool(self._bundle.has_message(key))

    def number(self, value: float, digits: int = 0) -> str:
        """A number with as many decimals."""
        pattern, locale = _decimal_pattern(digits), _locale(self.lang)
        return str(format_decimal(round(value, digits), pattern, locale=locale))

    def percent(self, share: float) -> str:
        """A share as whole per cents, see `dialoog.tables.percent`."""
        return percent(share)

    def date(self, day: dt.date) -> str:
        """A date in full."""
        return str(format_date(day, "long", locale=_locale(self.lang)))


def told(words: Wording, notes: Iterable[Note]) -> list[tuple[str, str]]:
    """What to beware of, once each: language of the text, and the text."""
    texts = []
    for note in notes:
        key = f"note-{note.code}"
        known = words.has(key)
        texts.append((words.lang, words(key)) if known else ("en", note.message))
    return list(dict.fromkeys(texts))


def text_of(lang: str) -> str:
    """The file with the texts of a language."""
    return files(__package__).joinpath("texts", f"{lang}.ftl").read_text("utf-8")


def _text(lang: str, key: str, values: dict[str, Any]) -> str:
    bundle = _bundle(lang)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, errors = bundle.format_pattern(message.value, values)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text)


# Most texts of a page are the same few names, or say a small number.
@lru_cache(maxsize=4096)
def _remembered(lang: str, key: str, values: tuple[tuple[str, Any], ...]) -> str:
    return _text(lang, key, dict(values))


# Babel looks both up from their names anew for every number.
@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(REGIONS[lang])


@cache
def _decimal_pattern(digits: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * digits if digits else ""))


@cache
def _bundle(lang: str) -> FluentBundle:
    if lang not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(f"There is no report in {lang!r}; choose one of: {known}.")
    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource(text_of(lang)))
    return bundle
