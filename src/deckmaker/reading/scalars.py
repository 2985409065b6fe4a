"""What a word means when a number, a date, yes or no is asked for. The type decides, never the look of the word."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from deckmaker.model.frozen import frozen
from deckmaker.model.text import LanguageTag

_WHOLE = re.compile(r"[+-]?(\d{1,15}|\d{1,3}(,\d{3}){1,4})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,12})?", re.ASCII)
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SPELT = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})", re.ASCII | re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LENGTH = re.compile(r"(\d{1,4})\s*(m|min|mins|minutes?|h|hours?)?", re.ASCII | re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([a-z]{2}))?", re.ASCII | re.IGNORECASE)
_AT_HOME = {"en": "en-GB", "cy": "cy-GB", "gd": "gd-GB", "ga": "ga-IE"}
_NAMED = {
    "english": "en",
    "welsh": "cy",
    "cymraeg": "cy",
    "gaelic": "gd",
    "gàidhlig": "gd",
    "irish": "ga",
    "gaeilge": "ga",
}
LONGEST = 24 * 60
"""Minutes in a day: no deck is longer."""


@frozen
class Not:
    """A word that is not what was asked for; ``because`` if there is more to say than that."""

    because: str = ""
    hint: str = ""


def whole(text: str) -> int | Not:
    """A whole number; ``010`` is ten."""
    return int(text.replace(",", "")) if _WHOLE.fullmatch(text) else Not()


def number(text: str) -> float | Not:
    """A number with or without decimals."""
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].strip()):
        return Not(hint="leave out the ‘%’")
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else Not()


def yes_or_no(text: str) -> bool | Not:
    """Yes, true, on; or no, false, off."""
    word = text.casefold()
    if word in _YES:
        return True
    return False if word in _NO else Not()


def day(text: str) -> date | Not:
    """A date: ``2026-11-03`` or ``3 November 2026``."""
    if found := _ISO.fullmatch(text):
        year, month, day_of_month = (int(part) for part in found.groups())
    elif (found := _SPELT.fullmatch(" ".join(text.split()))) and (named := _month(found[2])):
        year, month, day_of_month = int(found[3]), named, int(found[1])
    else:
        return Not(hint="write the month as a word or the year first, so that nobody takes the day for the month")
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return Not(f"there is no such day as ‘{text}’", "look at the calendar")


def minutes(text: str) -> int | Not:
    """A length of time in minutes: ``20``, ``20 min``, ``2 hours``."""
    found = _LENGTH.fullmatch(text)
    if not found:
        return Not(hint="write several as a list, like [30, 60]" if "|" in text else "")
    length = int(found[1]) * (60 if (found[2] or "").casefold().startswith("h") else 1)
    if not 1 <= length <= LONGEST:
        return Not(
            f"a length of {length:,} minutes is not between 1 and {LONGEST:,}", "give the minutes of the whole talk"
        )
    return length


def clock(text: str) -> int | Not:
    """A time of day, in minutes after midnight: ``9:30``, ``09.30``, ``14:05``."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return Not(hint="write hours and minutes, like 09:30")
    hours, minutes = int(found[1]), int(found[2])
    if hours > 23 or minutes > 59:
        return Not(f"there is no such time as ‘{text}’", "write hours and minutes, like 09:30")
    return hours * 60 + minutes


def _month(word: str) -> int | None:
    matches = [
        n for n, month in enumerate(_MONTHS, start=1) if month == word.casefold() or month[:3] == word.casefold()
    ]
    return matches[0] if matches else None


def language(text: str) -> LanguageTag | Not:
    """A language and, where it matters, its country: ``cy-GB``. The languages of these islands need not name theirs."""
    found = _LANGUAGE.fullmatch(text.replace("_", "-"))
    if found is None:
        meant = _NAMED.get(text.casefold())
        return Not(
            hint=f"write  {_AT_HOME.get(meant, meant)}" if meant else "Welsh is cy-GB, English en-GB, Polish pl-PL"
        )
    word, country = found[1].lower(), (found[2] or "").upper()
    return LanguageTag(f"{word}-{country}" if country else _AT_HOME.get(word, word))


KINDS: dict[Any, tuple[str, Callable[[str], Any]]] = {
    str: ("text", str),
    int: ("a whole number, like 3", whole),
    float: ("a number, like 42", number),
    bool: ("yes or no", yes_or_no),
    date: ("a date, like 3 November 2026", day),
    LanguageTag: ("a language, like cy-GB", language),
}
"""How each simple type is called in a message, and what reads it."""
