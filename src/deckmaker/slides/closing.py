"""The last slide: thanks, and where to find more."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.grid import WORDMARK_LEFT, body, headline, held_circle
from deckmaker.layout.partner import partner_image, partner_layouts, with_partner
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, plain


@frozen(kw_only=True)
class ClosingSlide(Slide):
    """A word of thanks and, if wanted, a line below it and a contact. The address is the brand's."""

    main: ClassVar[str] = "words"

    words: Text | None = field(default=None, metadata={"doc": "a line below the thanks"})
    contact: Text | None = field(default=None, metadata={"doc": "whom to turn to, in a line or two"})


LAYOUT = Layout(
    name="closing",
    title="Closing",
    ground=Colour("cream"),
    placeholders=(
        headline(Box(54, 130, 500, 150), size=60, anchor_bottom=True),
        body("words", Box(54, 296, 470, 66), 24, optional=True),
        body("address", Box(54, 366, 470, 34), 24, colour="focus", bold=True, optional=True, prompt="Web address"),
        body("contact", Box(54, 406, 470, 56), 20, optional=True, prompt="Contact"),
    ),
    decoration=held_circle((846, 250, 284), (774, 330, 92), "blush", "coral"),
    wordmark=WORDMARK_LEFT,
    rule=False,
)
LAYOUTS = with_partner(LAYOUT)


def fill(slide: ClosingSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    address = page.deck.theme.address
    texts = {
        "title": slide.headline or plain("Thank you"),
        "words": slide.words or plain("Sources and speaker notes are in this file."),
        "contact": slide.contact or Text(),
        "address": Text((Paragraph((Run(address, link=f"https://{address}"),)),)) if address else Text(),
    }
    layouts, logo = partner_layouts(page.deck, LAYOUTS), partner_image(page.deck)
    return (Content(layouts=layouts, texts=texts, images=logo, notes=page.notes(slide)),)


SLIDE = SlideKind(slide=ClosingSlide, layouts=LAYOUTS, fill=fill, example="closing")
