"""Thumbnails: a small picture of every slide."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.picture_files import numbered
from deckmaker.drawing.typeset import typeset
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind

SIZE = (320, 320)
"""Pixels into which a thumbnail fits."""


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """A file for every slide: ``NAME-thumbnail-01.png`` and on."""
    return numbered(f"{laid_out.deck.name}-thumbnail", "png", typeset(laid_out, draw).png(SIZE))


OUTPUT = OutputKind(title="Thumbnails, a small picture of every slide", render=render)
