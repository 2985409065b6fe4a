"""What the talk will cover: the names of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.layout.grid import BODY_TOP, WORDMARK_RIGHT, entries, foot, headline, held_circle
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.model.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSlide(Slide):
    """The sections of the deck, in order, found by themselves."""


def _layout(name: str, title: str, size: float, space: float) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(Box(54, 40, 640, 86)),
            entries("parts", Box(54, BODY_TOP + 6, 600, 322), size, "number", indent=48, space_after=space),
            *foot(source=False),
        ),
        decoration=held_circle((960, 214, 236), (852, 288, 78), "blush", "coral"),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = (_layout("agenda", "Agenda", 28, 22), _layout("agenda-long", "Agenda, long", 24, 12))


def fill(slide: AgendaSlide, page: Page) -> tuple[Content, ...]:
    """One page with a row for each section."""
    texts = {"title": slide.headline or plain("What we will cover"), "parts": plain(*page.deck.sections)}
    return (Content(layouts=tuple(x.name for x in LAYOUTS), texts=texts, notes=page.notes(slide)),)


SLIDE = SlideKind(slide=AgendaSlide, layouts=LAYOUTS, fill=fill, example="agenda")
