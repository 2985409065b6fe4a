"""Contact sheet: all slides numbered on one page, as a picture."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.contact_sheet import contact_sheet
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME-contact-sheet.png``, as wide as the deck's size of pictures and as high as it has to be."""
    width, _ = laid_out.picture_size
    return {f"{laid_out.deck.name}-contact-sheet.png": contact_sheet(laid_out, draw).picture(width)}


OUTPUT = OutputKind(title="Contact sheet, all slides on one picture", render=render, sized=True)
