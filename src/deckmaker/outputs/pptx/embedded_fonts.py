"""The brand's own font files inside the presentation, as PowerPoint keeps them: each in an Embedded OpenType wrapper.

The wrapper is that of the W3C submission “Embedded OpenType (EOT) File Format”, version 0x00020001, its font data
neither compressed nor encrypted.
"""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from deckmaker.model.theme import FontChoice
from deckmaker.outputs.pptx.markup import attribute
from deckmaker.outputs.pptx.package import Parts
from deckmaker.outputs.pptx.parts import RT, Part

CONTENT_TYPE = "application/x-fontdata"
_VERSION, _MAGIC, _DEFAULT_CHARSET = 0x00020001, 0x504C, 1
_FAMILY, _STYLE, _VERSION_WORDS, _FULL = 1, 2, 5, 4
"""Numbers of names in a font's table ``name``."""
_PANOSE = (
    "bFamilyType", "bSerifStyle", "bWeight", "bProportion", "bContrast", "bStrokeVariation", "bArmStyle",
    "bLetterForm", "bMidline", "bXHeight",
)  # fmt: skip


def embedded_fonts(font: FontChoice, parts: Parts, document: Part) -> str:
    """Puts the files of live text into the package and gives the list of them; nothing where none was asked for."""
    if not font.embed or font.files is None:
        return ""
    styles = []
    for number, (style, file) in enumerate((("regular", font.files.regular), ("bold", font.files.bold)), start=1):
        part = parts.add(f"/ppt/fonts/font{number}.fntdata", CONTENT_TYPE, wrapped(file.content))
        styles.append(f'<p:{style} r:id="{document.relate_to(part, RT.FONT)}"/>')
    return (
        f'<p:embeddedFontLst><p:embeddedFont><p:font typeface="{attribute(font.family)}"/>{"".join(styles)}'
        "</p:embeddedFont></p:embeddedFontLst>"
    )


def wrapped(content: bytes) -> bytes:
    """A TrueType file in its wrapper."""
    from fontTools.ttLib import TTFont  # only brands with files of their own need it

    font = TTFont(BytesIO(content), lazy=True)
    limits = font["OS/2"]
    code_pages = [getattr(limits, f"ulCodePageRange{number}", 0) for number in (1, 2)]
    head = b"".join(
        (
            struct.pack("<II", _VERSION, 0),
            bytes(getattr(limits.panose, name) for name in _PANOSE),
            struct.pack("<BBI", _DEFAULT_CHARSET, limits.fsSelection & 1, limits.usWeightClass),
            struct.pack("<HH", limits.fsType, _MAGIC),
            struct.pack("<4I", *(getattr(limits, f"ulUnicodeRange{number}") for number in (1, 2, 3, 4))),
            struct.pack("<3I", *code_pages, font["head"].checkSumAdjustment),
            bytes(16 + 2),
            b"".join(_name(font, number) + bytes(2) for number in (_FAMILY, _STYLE, _VERSION_WORDS, _FULL)),
            bytes(2),
        )
    )
    return struct.pack("<II", 8 + len(head) + len(content), len(content)) + head + content


def _name(font: Any, number: int) -> bytes:
    words = str(font["name"].getDebugName(number) or "").encode("utf-16-le")
    return struct.pack("<H", len(words)) + words
