"""The one thing that the audience is asked to do, and where to turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, held_circle
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CallToActionSlide(Slide):
    """One ask. ``how`` says the first step; ``contact`` is a name or an address."""

    main: ClassVar[str] = "ask"

    ask: Text = field(metadata={"doc": "the one thing that you ask for"})
    how: Text | None = field(default=None, metadata={"doc": "the first step"})
    contact: Text | None = field(default=None, metadata={"doc": "whom to turn to; else the brand’s address"})


def _layout(name: str, title: str, size: float) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("coral"),
        placeholders=(
            headline(Box(54, 84, 600, 190), size=size, colour="on-dark", anchor_bottom=True),
            body("how", Box(54, 292, 560, 98), 26, colour="on-dark", optional=True),
            body("contact", Box(54, 404, 560, 36), 24, colour="on-dark", bold=True, optional=True),
            *foot("on-dark", source=False),
        ),
        decoration=held_circle((872, 60, 236), (800, 132, 92), "coral-halo", "coral-core"),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


LAYOUTS = (
    _layout("call-to-action", "Call to action", 48),
    _layout("call-to-action-long", "Call to action, long", 38),
)


def fill(slide: CallToActionSlide, page: Page) -> tuple[Content, ...]:
    """One page; without a contact, the brand's address."""
    address = page.deck.theme.address
    contact = slide.contact or Text((Paragraph((Run(address, link=f"https://{address}"),)),) if address else ())
    texts = {"title": slide.headline or slide.ask, "how": slide.how or Text(), "contact": contact}
    return (Content(layouts=tuple(x.name for x in LAYOUTS), texts=texts, notes=page.notes(slide)),)


SLIDE = SlideKind(
    slide=CallToActionSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="call-to-action: Ask who sees babies in our area",
)
