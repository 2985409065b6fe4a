"""A page to draw on, or to rest the eyes: nothing but a small title, so that everybody knows where they are."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from deckmaker.layout.grid import FULL, LEFT, WORDMARK_RIGHT, foot, headline
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text


@frozen(kw_only=True)
class BlankSlide(Slide):
    """An empty page with a small title: dark, so that people look at the speaker, or ``ground: light`` to draw on."""

    main: ClassVar[str] = "headline"

    headline: Text = field(metadata={"doc": "a few words for people who find their way by titles"})
    ground: Literal["dark", "light"] = field(default="dark", metadata={"doc": "`light` to draw on"})


def _layout(name: str, title: str, ground: str, colour: str) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour(ground),
        placeholders=(headline(Box(LEFT, 40, FULL, 28), size=20, colour=colour), *foot(colour, source=False)),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


LAYOUTS = (
    _layout("blank", "Blank", "plum", "secondary-on-dark"),
    _layout("blank-light", "Blank, light", "white", "secondary"),
)


def fill(slide: BlankSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    name = "blank" if slide.ground == "dark" else "blank-light"
    return (Content(layouts=(name,), texts={"title": slide.headline}, notes=page.notes(slide)),)


SLIDE = SlideKind(slide=BlankSlide, layouts=LAYOUTS, fill=fill, example="blank: What do you see?")
