"""How wide words are: advance widths from the font files that a brand brings, else from tables.

``scripts/make_widths.py`` made the tables from font files in the same way.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from io import BytesIO
from itertools import repeat
from operator import add
from pathlib import Path
from typing import Any

from deckmaker.model.feature import Measure
from deckmaker.model.frozen import frozen
from deckmaker.model.theme import FontChoice, FontFile

_TABLES = Path(__file__).parent / "widths"
LINE_HEIGHT = 1.2117
"""Height of a line as a share of the type size, whatever the font: what PowerPoint's own files show."""


_PLAIN_FILES = (b"\x00\x01\x00\x00", b"true", b"OTTO")
"""How TrueType and OpenType files begin. Those for the web and collections begin otherwise."""
_RESTRICTED, _READ_ONLY, _CHANGEABLE, _BITMAPS = 0x2, 0x4, 0x8, 0x200
"""Bits of ``fsType`` in the table ``OS/2``: what the licence lets a document do with the font (OpenType, OS/2)."""


class FontError(Exception):
    """A family that cannot be measured: there is no table of its widths, or its file is none that can be read."""


@dataclass(frozen=True)
class Widths:
    """Advance widths of one style of a family, as shares of the type size. ``ascent`` and ``descent`` likewise.

    ``pairs`` is what two letters stand closer (less than 0) or wider than their widths, where programs set them so.
    """

    widths: dict[str, float] = field(repr=False)
    ascent: float
    descent: float
    pairs: dict[str, float] = field(default_factory=dict, repr=False)

    def of(self, words: str, size: float) -> float:
        """Width of the words in points. A character that the table lacks counts as a whole em: never too little."""
        known = self.widths
        try:
            wide = sum(map(known.__getitem__, words))
        except KeyError:
            wide = sum(known.get(character, 1.0) for character in words)
        if self.pairs:
            wide += sum(map(self.pairs.get, map(add, words, words[1:]), repeat(0.0)))
        return size * wide

    def lacks(self, words: str) -> str:
        """The characters of the words that the family does not have, each once."""
        return "".join(dict.fromkeys(c for c in words if c not in self.widths and not c.isspace()))


@cache
def widths(family: str, style: str) -> Widths:
    """The table of a family and style (``Carlito``, ``bold``). Raises ``FontError`` when there is none."""
    path = _TABLES / f"{family}-{style}.json".lower()
    if not path.is_file():
        raise FontError(f"there is no table of widths for the font ‘{family}’ ({style})")
    table = _table(path)
    em = table["em"]
    shares = {character: advance / em for character, advance in table["widths"].items()}
    shares.setdefault("\u00a0", shares[" "])  # a face without a no-break space of its own shows its space
    pairs = {pair: more / em for pair, more in table.get("pairs", {}).items()}
    return Widths(shares, table["ascent"] / em, table["descent"] / em, pairs)


@cache
def families() -> tuple[str, ...]:
    """Families that can be measured."""
    return tuple(sorted({_table(path)["family"] for path in _TABLES.glob("*-regular.json")}))


@cache
def _table(path: Path) -> dict[str, Any]:
    """What a table says; read once."""
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


@frozen
class FontFacts:
    """What a font file says of itself: names, widths, whether it is bold, and what its licence forbids.

    ``no_embedding`` says why the file cannot stand in a presentation that people change, or nothing.
    """

    family: str
    style: str
    bold: bool
    widths: Widths
    no_embedding: str


@lru_cache(maxsize=16)
def facts(file: FontFile) -> FontFacts:
    """Reads a font file. Raises ``FontError`` for one that is damaged or of a kind that is not read."""
    from fontTools.ttLib import TTFont, TTLibError  # only brands with files of their own need it

    if not file.content.startswith(_PLAIN_FILES):
        raise FontError(f"‘{file.name}’ is no TrueType or OpenType file")
    try:
        font = TTFont(BytesIO(file.content), lazy=True)
        if "fvar" in font:
            raise FontError(f"‘{file.name}’ is a variable font")
        em, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        if not em or not ("glyf" in font or "CFF " in font or "CFF2" in font):
            raise FontError(f"‘{file.name}’ has no outlines")
        shares = {chr(code): advances[glyph][0] / em for code, glyph in font.getBestCmap().items() if code >= 0x20}
        shares.setdefault("\u00a0", shares[" "])
        limits, names = font["OS/2"], font["name"]
        return FontFacts(
            family=str(names.getBestFamilyName() or ""),
            style=str(names.getBestSubFamilyName() or ""),
            bold=limits.usWeightClass >= 600,
            widths=Widths(shares, font["hhea"].ascent / em, -font["hhea"].descent / em),
            no_embedding=_forbidden(limits.fsType)
            or ("" if "glyf" in font else "its outlines are no TrueType outlines"),
        )
    except (TTLibError, struct.error, LookupError, ValueError, AttributeError, TypeError, AssertionError) as error:
        raise FontError(f"‘{file.name}’ is damaged") from error


def _forbidden(permissions: int) -> str:
    if permissions & _BITMAPS:
        return "its licence lets only bitmaps of it stand in a document"
    if permissions & _CHANGEABLE or not permissions & (_RESTRICTED | _READ_ONLY):
        return ""
    if permissions & _READ_ONLY:
        return "its licence allows that only in documents that nobody changes"
    return "its licence forbids that"


def is_installed(family: str) -> bool:
    """Whether the package with the files of a family, by which it is drawn, is installed."""
    return package_folder(family) is not None


def package_folder(family: str) -> Path | None:
    """The folder of the installed package with the files of a family: ``fontpkg_lato``."""
    name = "".join(letter if letter.isalnum() else "_" for letter in family.lower())
    found = find_spec(f"fontpkg_{name}")
    return Path(found.origin).parent if found is not None and found.origin else None


def widths_of(font: FontChoice, *, bold: bool = False) -> Widths:
    """The widths by which a family is measured. Raises ``FontError`` when there are none."""
    if font.ruler is not None:
        return facts(font.ruler.bold if bold else font.ruler.regular).widths
    return widths(font.measured_as, "bold" if bold else "regular")


def measure(font: FontChoice) -> Measure:
    """A ruler for one family: ``measure(theme.drawn)("42%", 48, bold=True)`` is a width in points."""
    regular, heavy = widths_of(font), widths_of(font, bold=True)

    def ruler(words: str, size: float, *, bold: bool = False) -> float:
        return (heavy if bold else regular).of(words, size)

    return ruler
