"""Numbers in running text, in digits and in words, and the ways in which a value may be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from deckmaker.model.evidence import Value
from deckmaker.model.frozen import frozen

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PARTS = ("half", "halves", "quarter", "quarters", "twice", "double", "doubled", "treble", "triple", "tripled")
_ORDINALS = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

_WORD = "|".join((*(f"{a}-{b}" for a, b in product(_TENS, _SMALL[1:10])), *_SMALL, *_TENS))
_SCALE = "|".join(f"{scale}s?" for scale in _SCALES)
_IN_WORDS = rf"\b(?:(?:{_WORD})(?:[ \n]+(?:{_SCALE}))*|(?:{_SCALE})|{'|'.join(_PARTS)}|(?:{'|'.join(_ORDINALS)})s?)\b"
_IN_DIGITS = r"(?<![^\W_])\d+(?:,\d{3})*(?:\.\d+)?[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
_NUMERAL = re.compile(f"{_IN_DIGITS}|{_IN_WORDS}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@frozen
class Printed:
    """A number as printed, and where in the text it stands."""

    words: str
    start: int
    end: int


def numerals_in(text: str) -> Iterator[Printed]:
    """Every number of a text, in order: digits, cardinals in words, parts, ordinals from ‘third’. Not in addresses."""
    blanked = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    for found in _NUMERAL.finditer(blanked):
        yield Printed(found[0], found.start(), found.end())


def carries(printed: str, value: Value) -> bool:
    """Whether the words contain the value, both ends of a range."""
    numbers = {number for found in numerals_in(printed) for number in _meant(printed, found)}
    wanted = [value.value] if value.high is None else [value.value, value.high]
    return all(any(abs(number - end) < 1e-9 for number in numbers) for end in wanted)


def _meant(text: str, found: Printed) -> Iterator[float]:
    """What the number may stand for: ‘£3m’ is three million."""
    words = found.words.lower()
    if words[0].isdigit() or words[0] in _FRACTIONS:
        number = float(words.rstrip("".join(_FRACTIONS)).replace(",", "") or 0) + _FRACTIONS.get(words[-1], 0)
        yield number
        scale = re.match(r"\s?(m|bn|k|million|billion|thousand|hundred)\b", text[found.end :], re.IGNORECASE)
        if scale:
            letters = {"m": 1e6, "bn": 1e9, "k": 1e3}
            yield number * letters.get(scale[1].lower(), _SCALES.get(scale[1].lower(), 1))
        return
    total = 0.0
    for word in re.split(r"[\s-]+", words):
        if word in _SMALL:
            total += _SMALL.index(word)
        elif word in _TENS:
            total += 20 + 10 * _TENS.index(word)
        elif word.rstrip("s") in _SCALES:
            total = (total or 1) * _SCALES[word.rstrip("s")]
        elif word.rstrip("s") in _ORDINALS:
            total += 3 + _ORDINALS.index(word.rstrip("s"))
        elif word in ("half", "twice"):
            total += 0.5 if word == "half" else 2
    yield total
