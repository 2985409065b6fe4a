"""Writes the tables of advance widths by which text is measured: ``python scripts/make_widths.py FONT.ttf … ``.

Calibri has the advance widths of Carlito, glyph by glyph (that is what Carlito was made for), and Carlito is free to
look into. A table holds numbers only: em size, and the advance of each character in font units.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TABLES = Path(__file__).parents[1] / "src" / "deckmaker" / "widths"
LAST = 0x2BFF
"""Last code point kept: Latin, Greek, Cyrillic, punctuation, currency, arrows and shapes lie below it."""


def table(path: Path) -> dict[str, object]:
    """Family, style, em size and widths of one font file."""
    font = TTFont(path)
    advances = font["hmtx"].metrics
    widths = {chr(code): advances[glyph][0] for code, glyph in font.getBestCmap().items() if 0x20 <= code <= LAST}
    name = font["name"]
    return {
        "family": name.getBestFamilyName(),
        "style": name.getBestSubFamilyName(),
        "em": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "widths": dict(sorted(widths.items())),
    }


for argument in sys.argv[1:]:
    found = table(Path(argument))
    file = TABLES / f"{found['family']}-{found['style']}.json".lower()
    file.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{file.name}\n")
