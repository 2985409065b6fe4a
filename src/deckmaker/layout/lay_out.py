"""Gives every item of a deck its place: slide kinds fill pages, and what would mislead is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.discovery import Features
from deckmaker.fonts import measure
from deckmaker.layout.filling import Filler
from deckmaker.layout.page import DeckPage
from deckmaker.model.deck import Deck, LaidOutDeck, Slide, UndrawnGraphic
from deckmaker.model.feature import Content
from deckmaker.model.frame import Frame
from deckmaker.model.picture import NoRoomError
from deckmaker.model.text import Run


def lay_out(deck: Deck, features: Features) -> LaidOutDeck:
    """Every slide as one or more frames. What does not fit is placed all the same and says so: ``item.overflows``.

    Raises ``FontError`` when a font of the theme cannot be measured.
    """
    live = measure(deck.theme.live)
    filler = Filler(features, live, measure(deck.theme.drawn))
    page = DeckPage(deck, features, live, deck.numbers)
    frames: list[Frame] = []
    slides: list[Slide] = []
    undrawn: list[UndrawnGraphic] = []
    known = _kinds_known_to(deck)
    section = ""
    for slide in deck.slides:
        contents = features.slides[slide.kind].fill(slide, page)
        section = slide.opens or section
        for content in _told_apart(contents):
            misleading = tuple(_misleading(content, slide, features, known))
            undrawn.extend(misleading)
            try:
                frame = filler.frame(replace(content, graphics={}) if misleading else content, section)
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
        layouts=tuple(features.layouts.values()),
        undrawn=tuple(undrawn),
    )


def _kinds_known_to(deck: Deck) -> frozenset[str]:
    """Kinds of graphic that some record of the library speaks of. A newer kind is judged by itself alone."""
    drawings = [statistic.drawing for statistic in deck.library.statistics.values()]
    return frozenset(k for d in drawings for k in (d.default, *d.allowed, *(refused.kind for refused in d.refused)))


def _misleading(content: Content, slide: Slide, features: Features, known: frozenset[str]) -> Iterator[UndrawnGraphic]:
    """The graphics that would mislead, each with the reason and with kinds that would not."""
    for graphic in content.graphics.values():
        statistic = graphic.statistic
        honest = dict.fromkeys((statistic.drawing.default, *statistic.drawing.allowed))
        refused = {refusal.kind: refusal.because for refusal in statistic.drawing.refused}
        because = refused.get(graphic.kind) or features.graphics[graphic.kind].refuses(statistic)
        if not because and graphic.kind in known and graphic.kind not in honest:
            because = "its record does not list this among the honest ways to draw it"
        if because:
            instead = tuple(kind for kind in honest if kind in features.graphics and kind != graphic.kind)
            yield UndrawnGraphic(slide=slide, graphic=graphic, because=because, instead=instead)


def _told_apart(contents: tuple[Content, ...]) -> Iterator[Content]:
    """Pages of one slide, their titles ending in ‘(1 of 2)’ where there are several."""
    for number, content in enumerate(contents, start=1):
        if len(contents) == 1:
            yield content
        else:
            title = content.texts["title"].followed_by(Run(f" ({number} of {len(contents)})"))
            yield replace(content, texts={**content.texts, "title": title})
