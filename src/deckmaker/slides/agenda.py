"""What the talk will cover: the names of its parts."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.layout.grid import BODY_TOP, WORDMARK_RIGHT, entries, foot, headline, held_circle
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


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


LAYOUTS = (
    _layout("agenda", "Agenda", 28, 22),
    _layout("agenda-long", "Agenda, long", 24, 12),
    _layout("agenda-longest", "Agenda, longest", 20, 9),
)


def fill(slide: AgendaSlide, page: Page) -> tuple[Content, ...]:
    """A page with a row for each section, or as many pages as the rows need."""
    pages: list[list[Paragraph]] = [[]]
    for number, name in enumerate(page.deck.sections, start=1):
        row = Paragraph((Run(name),), number=number)
        if pages[-1] and not page.fits(LAYOUTS[-1].name, "parts", Text((*pages[-1], row))):
            pages.append([])
        pages[-1].append(row)
    title = slide.headline or plain("What we will cover")
    return tuple(
        Content(
            layouts=tuple(layout.name for layout in LAYOUTS),
            texts={"title": title, "parts": Text(tuple(rows))},
            notes=page.notes(slide) if rows[:1] == pages[0][:1] else Text(),
        )
        for rows in pages
    )


SLIDE = SlideKind(slide=AgendaSlide, layouts=LAYOUTS, fill=fill, example="agenda")
