"""How wide words are: advance widths from tables, which ``scripts/make_widths.py`` made from the font files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from deckmaker.model.feature import Measure
from deckmaker.model.theme import FontChoice

_TABLES = Path(__file__).parent / "widths"
LINE_HEIGHT = 1.2117
"""Height of a line as a share of the type size, whatever the font: what PowerPoint's own files show."""


class FontError(Exception):
    """A family that cannot be measured, because there is no table of its widths."""


@dataclass(frozen=True)
class Widths:
    """Advance widths of one style of a family, as shares of the type size. ``ascent`` and ``descent`` likewise."""

    widths: dict[str, float] = field(repr=False)
    ascent: float
    descent: float

    def of(self, words: str, size: float) -> float:
        """Width of the words in points. A character that the table lacks counts as a whole em: never too little."""
        known = self.widths
        return size * sum(known.get(character, 1.0) for character in words)

    def lacks(self, words: str) -> str:
        """The characters of the words that the family does not have, each once."""
        return "".join(dict.fromkeys(c for c in words if c not in self.widths and not c.isspace()))


@cache
def widths(family: str, style: str) -> Widths:
    """The table of a family and style (``Carlito``, ``bold``). Raises ``FontError`` when there is none."""
    path = _TABLES / f"{family}-{style}.json".lower()
    if not path.is_file():
        raise FontError(f"there is no table of widths for the font ‘{family}’ ({style})")
    table = json.loads(path.read_text(encoding="utf-8"))
    em = table["em"]
    shares = {character: advance / em for character, advance in table["widths"].items()}
    return Widths(shares, table["ascent"] / em, table["descent"] / em)


def families() -> tuple[str, ...]:
    """Families that can be measured."""
    names = {json.loads(path.read_text(encoding="utf-8"))["family"] for path in _TABLES.glob("*-regular.json")}
    return tuple(sorted(names))


def measure(font: FontChoice) -> Measure:
    """A ruler for one family: ``measure(theme.drawn)("42%", 48, bold=True)`` is a width in points."""
    regular, heavy = widths(font.measured_as, "regular"), widths(font.measured_as, "bold")

    def ruler(words: str, size: float, *, bold: bool = False) -> float:
        return (heavy if bold else regular).of(words, size)

    return ruler
