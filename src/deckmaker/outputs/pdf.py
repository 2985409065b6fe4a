"""PDF: every slide as a page, tagged so that a screen reader can read it, made without an office program."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.typeset import typeset
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """One file, ``NAME.pdf``."""
    return {f"{laid_out.deck.name}.pdf": typeset(laid_out, draw).pdf()}


OUTPUT = OutputKind(title="PDF", render=render)
