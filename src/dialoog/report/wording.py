"""Words, numbers and dates in the language of the reader."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from dialoog.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt

LANGUAGES = ("nl", "en")


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
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"{key}: {errors}")
        return str(text)

    def has(self, key: str) -> bool:
        """Whether there is a text for the key."""
        return bool(self._bundle.has_message(key))

    def number(self, value: float, digits: int = 0) -> str:
        """A number with as many decimals."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(round(value, digits), pattern, locale=self.lang))

    def percent(self, share: float) -> str:
        """A share as whole per cents; 0 % and 100 % only where exact."""
        if 0 < share < 0.005:
            return "< 1%"
        if 0.995 < share < 1:
            return "> 99%"
        return f"{self.number(100 * share)}%"

    def date(self, day: dt.date) -> str:
        """A date in full."""
        return str(format_date(day, "long", locale=self.lang))


def text_of(lang: str) -> str:
    """The file with the texts of a language."""
    return files(__package__).joinpath("texts", f"{lang}.ftl").read_text("utf-8")


@cache
def _bundle(lang: str) -> FluentBundle:
    if lang not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(f"There is no report in {lang!r}; choose one of: {known}.")
    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource(text_of(lang)))
    return bundle
