"""PNG: a picture of every slide."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.picture_files import numbered
from deckmaker.drawing.typeset import typeset
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """A file for every slide: ``NAME-01.png`` … They are as large as fits into the deck's size of pictures."""
    return numbered(laid_out.deck.name, "png", typeset(laid_out, draw).png(laid_out.picture_size))


OUTPUT = OutputKind(title="PNG, a picture of every slide", render=render, sized=True)
