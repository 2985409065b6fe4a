"""Writes the tables of advance widths by which text is measured: ``python scripts/make_widths.py FONT.ttf … ``.

Calibri has the advance widths of Carlito, glyph by glyph (that is what Carlito was made for), and Carlito is free to
look into. A table holds numbers only: em size, the advance of each character in font units, and for a font of live
text what pairs of letters stand closer or wider than their advances, since programs set them so. Pairs are asked of
HarfBuzz: the package ``uharfbuzz`` must be installed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TABLES = Path(__file__).parents[1] / "src" / "deckmaker" / "widths"
LAST = 0x2BFF
"""Last code point kept: Latin, Greek, Cyrillic, punctuation, currency, arrows and shapes lie below it."""
KERNED = ("Carlito",)
"""Families of live text. What deckmaker draws itself is set without kerning."""
PAIRED = (
    *map(chr, range(0x20, 0x7F)),
    *"\u00a0£€§©°·½¼¾–—‘’“”•…×áàâäéèêëíìîïóòôöúùûüŵŷñçåøÁÉÍÓÚŴŶÂÊÎÔÛ",
)


def pairs(path: Path) -> dict[str, int]:
    """What two letters, kerned or joined, take more or less than each alone, in font units, where that is anything."""
    import uharfbuzz

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))

    def advance(words: str) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(place.x_advance for place in buffer.glyph_positions)

    alone = {letter: advance(letter) for letter in PAIRED}
    more = {one + other: advance(one + other) - alone[one] - alone[other] for one in PAIRED for other in PAIRED}
    return {pair: units for pair, units in more.items() if units}


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
        **({"pairs": pairs(path)} if name.getBestFamilyName() in KERNED else {}),
    }


for argument in sys.argv[1:]:
    found = table(Path(argument))
    file = TABLES / f"{found['family']}-{found['style']}.json".lower()
    file.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{file.name}\n")
