"""Gives every item of a deck its place: slide kinds fill pages, and what would mislead is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.discovery import Features, in_use
from deckmaker.fonts import measure
from deckmaker.layout.branded import branded, with_its_motif
from deckmaker.layout.filling import Filler
from deckmaker.layout.first_layouts import first_layouts
from deckmaker.layout.page import DeckPage
from deckmaker.layout.undrawn import misleading
from deckmaker.memory import Memory
from deckmaker.model.deck import Deck, LaidOutDeck, Slide, UndrawnGraphic
from deckmaker.model.feature import Content
from deckmaker.model.frame import Frame
from deckmaker.model.layout import Layout
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Run
from deckmaker.model.theme import Theme


def lay_out(deck: Deck, features: Features, memory: Memory | None = None) -> LaidOutDeck:
    """Every slide as one or more frames. What does not fit is placed all the same and says so: ``item.overflows``.

    The slides of an infographic become one page, or a card each. With a ``memory``, kinds of slides that the deck does
    not use need not be imported. Raises ``FontError`` when a font of the theme cannot be measured.
    """
    if deck.kind == "infographic":
        from deckmaker.layout.poster_deck import lay_out_infographic  # few decks are one

        pages = lay_out_infographic(deck, features)
        return replace(pages, layouts=tuple(with_its_motif(layout, deck.theme) for layout in pages.layouts))
    live = measure(deck.theme.live)
    filler = Filler(features, live, measure(deck.theme.drawn))
    page = DeckPage(deck, features, live, deck.numbers)
    frames: list[Frame] = []
    slides: list[Slide] = []
    undrawn: list[UndrawnGraphic] = []
    section = ""
    for slide in deck.slides:
        contents = features.slides[slide.kind].fill(slide, page)
        section = slide.opens or section
        for content in _told_apart(contents):
            refused = tuple(misleading(content.graphics.values(), slide, features, deck.library))
            undrawn.extend(refused)
            try:
                frame = filler.frame(replace(content, graphics={}) if refused else content, section)
            except NoRoomError as error:
                undrawn.extend(
                    UndrawnGraphic(slide=slide, graphic=graphic, because=str(error), cramped=True)
                    for graphic in content.graphics.values()
                )
                frame = filler.frame(replace(content, graphics={}), section)
            frames.append(frame)
            slides.append(slide)
    return LaidOutDeck(
        deck=deck,
        frames=tuple(frames),
        slides=tuple(slides),
        layouts=tuple(_layouts(frames, features, deck.theme, memory)),
        undrawn=tuple(undrawn),
    )


def _layouts(frames: list[Frame], features: Features, theme: Theme, memory: Memory | None) -> Iterator[Layout]:
    """The layouts that a file needs: those in use, and the first of every kind, for slides that people add."""
    used = {frame.layout for frame in frames}
    for kind, first in first_layouts(features, memory).items():
        yield branded(first, theme)
        if kind in in_use(features.slides):
            yield from (branded(one, theme) for one in features.slides[kind].layouts[1:] if one.name in used)


def _told_apart(contents: tuple[Content, ...]) -> Iterator[Content]:
    """Pages of one slide, their titles ending in ‘(1 of 2)’ where there are several."""
    for number, content in enumerate(contents, start=1):
        if len(contents) == 1:
            yield content
        else:
            title = content.texts["title"].followed_by(Run(f" ({number} of {len(contents)})"))
            yield replace(content, texts={**content.texts, "title": title})
