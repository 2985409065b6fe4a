"""SVG: a vector picture of every slide, letters as outlines, so that it looks the same where the font is missing."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.drawing.picture_files import described, fitted, numbered, sized
from deckmaker.drawing.slide_words import words_of
from deckmaker.drawing.typeset import typeset
from deckmaker.layout.poster_pages import poster_page
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.feature import Draw, OutputKind
from deckmaker.model.frame import Frame


def render(laid_out: LaidOutDeck, draw: Draw) -> Mapping[str, bytes]:
    """A file for every slide: ``NAME-01.svg`` … Each says its title and all its words to those who do not see it."""
    pictures = [
        described(_sized(svg, frame, laid_out), " ".join(frame.title.split()), "\n".join(words_of(frame)))
        for svg, frame in zip(typeset(laid_out, draw).svg(), laid_out.frames, strict=True)
    ]
    return numbered(laid_out.deck.name, "svg", pictures)


def _sized(svg: bytes, frame: Frame, laid_out: LaidOutDeck) -> bytes:
    """The picture in as many pixels as its PNG has. Paper for which nobody asked for pixels keeps its own measure."""
    page = poster_page(laid_out.deck.page) if laid_out.deck.page else None
    if page and page.is_paper and laid_out.picture_size == page.pixels:
        return svg
    return sized(svg, fitted((frame.width, frame.height), laid_out.picture_size))


OUTPUT = OutputKind(title="SVG, a vector picture of every slide", render=render, sized=True)
