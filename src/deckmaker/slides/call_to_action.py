"""The one thing that the audience is asked to do, and where to turn."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, held_circle
from deckmaker.layout.last_words import with_last_words_together
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.evidence import Message
from deckmaker.model.feature import Content, Page, Panel, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Paragraph, Run, Text, joined, plain


@frozen(kw_only=True)
class CallToActionSlide(Slide):
    """One ask. ``how`` says the first step; ``contact`` is a name or an address.

    Without words of its own it shows what the last key message before it asks of the deck's audience.
    """

    main: ClassVar[str] = "ask"

    ask: Text | None = field(
        default=None,
        metadata={"doc": "the one thing that you ask for; else what the last message asks of the audience"},
    )
    how: Text | None = field(default=None, metadata={"doc": "the first step"})
    contact: Text | None = field(default=None, metadata={"doc": "whom to turn to; else the brand’s address"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """Nothing to ask for."""
        if self.headline or _ask(self, deck):
            return ()
        because = "there is no ask: "
        if deck.audience is None:
            because += "this slide has no words, and the deck does not say for whom it is"
        else:
            because += f"this slide has no words, and no message before it asks anything of {deck.audience}"
        return (Objection(because=because, instead="write  - call-to-action: the one thing that you ask for"),)


def _ask(slide: CallToActionSlide, deck: Deck) -> Text | None:
    """The slide's own ask, else that for the deck's audience of the last message before it that has one."""
    if slide.ask or deck.audience is None:
        return slide.ask
    found: Text | None = None
    for other in deck.slides:
        if other is slide:
            break
        message = getattr(other, "message", None)
        words = message.audiences.get(deck.audience) if isinstance(message, Message) else None
        found = (words and words.ask) or found
    return found


def _layout(name: str, title: str, size: float, *, step: bool = True) -> Layout:
    """A layout with a place for the first step, or with the contact close to the ask."""
    return Layout(
        name=name,
        title=title,
        ground=Colour("coral"),
        placeholders=(
            headline(Box(54, 84, 600, 190), size=size, colour="on-dark", anchor_bottom=True),
            *((body("how", Box(54, 292, 560, 98), 26, colour="on-dark", optional=True),) if step else ()),
            body("contact", Box(54, 404 if step else 300, 560, 36), 24, colour="on-dark", bold=True, optional=True),
            *foot("on-dark", source=False),
        ),
        decoration=held_circle((872, 60, 236), (800, 132, 92), "coral-halo", "coral-core"),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


_WITH_STEP = (
    _layout("call-to-action", "Call to action", 48),
    _layout("call-to-action-long", "Call to action, long", 38),
    _layout("call-to-action-longest", "Call to action, longest", 30),
)
_ASK_ALONE = (
    _layout("call-to-action-alone", "Call to action alone", 48, step=False),
    _layout("call-to-action-alone-long", "Call to action alone, long", 38, step=False),
    _layout("call-to-action-alone-longest", "Call to action alone, longest", 30, step=False),
)
LAYOUTS = (*_WITH_STEP, *_ASK_ALONE)


def fill(slide: CallToActionSlide, page: Page) -> tuple[Content, ...]:
    """One page; without a contact, the brand's address."""
    address = page.deck.theme.address
    contact = slide.contact or Text((Paragraph((Run(address, link=f"https://{address}"),)),) if address else ())
    texts = {"title": slide.headline or _ask(slide, page.deck) or plain("What we ask"), "contact": contact}
    if slide.how:
        texts["how"] = with_last_words_together(slide.how)
    layouts = _WITH_STEP if slide.how else _ASK_ALONE
    return (Content(layouts=tuple(layout.name for layout in layouts), texts=texts, notes=page.notes(slide)),)


def panel(slide: CallToActionSlide, page: Page) -> Panel:
    """The ask, its first step and whom to turn to; the brand's address stands at the foot of the page anyway."""
    return Panel(
        heading=slide.headline or _ask(slide, page.deck) or plain("What we ask"),
        words=joined(part for part in (slide.how, slide.contact) if part),
        strong=True,
        citations=slide.citations,
    )


SLIDE = SlideKind(
    slide=CallToActionSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="call-to-action: Ask who sees babies in our area",
    panel=panel,
)
