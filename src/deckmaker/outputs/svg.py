"""SVG: a vector picture of every slide, letters as outlines, so that it looks the same where the font is missing."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.picture_files import described, numbered
from deckmaker.drawing.slide_words import words_of
from deckmaker.drawing.typeset import typeset
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """A file for every slide: ``NAME-01.svg`` … Each says its title and all its words to those who do not see it."""
    pictures = [
        described(svg, " ".join(frame.title.split()), "\n".join(words_of(frame)))
        for svg, frame in zip(typeset(laid_out, draw).svg(), laid_out.frames, strict=True)
    ]
    return numbered(laid_out.deck.name, "svg", pictures)


OUTPUT = OutputKind(title="SVG, a vector picture of every slide", render=render)
