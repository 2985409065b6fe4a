"""The drawn font within the page: only the letters that the slides show."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from deckmaker.drawing.font_files import font_file
from deckmaker.model.theme import FontChoice

FAMILY = "deck"
"""What style sheets call it, whatever its name is."""
ASCENT, DESCENT = 0.987, 0.213
"""How far a line's content reaches from the baseline, as shares of the size: by decree, so that lines stand right."""


def font_faces(font: FontChoice, letters: frozenset[str]) -> str:
    """``@font-face`` rules of both styles."""
    return "\n".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};ascent-override:{ASCENT:.1%};'
        f"descent-override:{DESCENT:.1%};line-gap-override:0%;"
        f'src:url("data:font/woff;base64,{_subset(font, letters, bold=bold)}") format("woff")}}'
        for bold, weight in ((False, 400), (True, 700))
    )


def _subset(font: FontChoice, letters: frozenset[str], *, bold: bool) -> str:
    options = Options()
    options.flavor = "woff"
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 13, 14]  # whose it is, and its licence
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    made = BytesIO()
    with TTFont(font_file(font, bold), recalcTimestamp=False, lazy=True) as face:
        subsetter.subset(face)
        face.flavor = "woff"
        face.save(made)
    return b64encode(made.getvalue()).decode()
