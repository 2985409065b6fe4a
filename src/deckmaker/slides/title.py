"""The opening slide: what the talk is called, for whom, by whom, where and when."""

from __future__ import annotations

from deckmaker.layout.grid import WORDMARK_LEFT, body, headline, held_circle, with_narrow_headlines
from deckmaker.layout.partner import partner_image, partner_layouts, with_partner
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Role
from deckmaker.model.scope import Audience
from deckmaker.model.text import Text, plain

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


_AUDIENCES = {
    Audience.COMMISSIONERS: "commissioners",
    Audience.MPS: "Members of Parliament",
    Audience.PRACTITIONERS: "practitioners",
    Audience.PARENTS: "parents",
}
"""Whom a deck is for, in words; one for the public says nothing."""


@frozen(kw_only=True)
class TitleSlide(Slide):
    """The deck's own title and subtitle; a headline of the slide's own replaces the title."""


def _layout(name: str, title: str, size: float, subtitle: float = 26) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("plum"),
        placeholders=(
            headline(Box(54, 56, 530, 232), size=size, colour="on-dark", anchor_bottom=True),
            body(
                "subtitle",
                Box(54, 302, 500, 66),
                subtitle,
                colour="secondary-on-dark",
                role=Role.SUBTITLE,
                optional=True,
            ),
            body(
                "details", Box(54, 382, 500, 72), 18, colour="on-dark", optional=True, prompt="Presenter, event, date"
            ),
        ),
        decoration=held_circle((942, 214, 372), (786, 340, 112), "plum-halo", "marigold"),
        wordmark=WORDMARK_LEFT,
        rule=False,
    )


LAYOUTS = with_partner(
    *with_narrow_headlines(
        _layout("title", "Title", 60),
        _layout("title-subtitle", "Title, long subtitle", 60, 22),
        _layout("title-long", "Title, long", 46, 22),
        _layout("title-longest", "Title, longest", 38, 22),
    )
)


def fill(slide: TitleSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    deck = page.deck
    texts = {"title": slide.headline or deck.title, "details": _details(deck)}
    if deck.subtitle:
        texts["subtitle"] = deck.subtitle
    layouts, logo = partner_layouts(deck, LAYOUTS), partner_image(deck)
    return (Content(layouts=layouts, texts=texts, images=logo, notes=page.notes(slide)),)


def _details(deck: Deck) -> Text:
    day = f"{deck.date.day} {MONTHS[deck.date.month - 1]} {deck.date.year}" if deck.date else ""
    whom = f"For {_AUDIENCES[deck.audience]}" if deck.audience in _AUDIENCES else ""
    lines = (
        whom,
        ", ".join(filter(None, (deck.presenter, deck.organisation))),
        ", ".join(filter(None, (deck.event, day))),
    )
    return plain(*filter(None, lines))


SLIDE = SlideKind(slide=TitleSlide, layouts=LAYOUTS, fill=fill, example="title")
