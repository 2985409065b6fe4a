"""The opening slide: what the talk is called, for whom, by whom, where and when."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.layout.grid import WORDMARK_LEFT, body, headline, held_circle
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Slide
from deckmaker.model.evidence import Audience
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout, Role
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
    Audience.PUBLIC: "everyone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSlide(Slide):
    """The deck's own title and subtitle; a headline of the slide's own replaces the title."""


def _layout(name: str, title: str, size: float) -> Layout:
    return Layout(
        name=name,
        title=title,
        ground=Colour("plum"),
        placeholders=(
            headline(Box(54, 56, 530, 232), size=size, colour="on-dark", anchor_bottom=True),
            body("subtitle", Box(54, 302, 500, 66), 26, colour="secondary-on-dark", role=Role.SUBTITLE, optional=True),
            body(
                "details", Box(54, 382, 500, 72), 18, colour="on-dark", optional=True, prompt="Presenter, event, date"
            ),
        ),
        decoration=held_circle((942, 214, 372), (786, 340, 112), "plum-halo", "marigold"),
        wordmark=WORDMARK_LEFT,
        rule=False,
    )


LAYOUTS = (
    _layout("title", "Title", 60),
    _layout("title-long", "Title, long", 46),
    _layout("title-longest", "Title, longest", 38),
)


def fill(slide: TitleSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    deck = page.deck
    texts = {"title": slide.headline or deck.title, "details": _details(deck)}
    if deck.subtitle:
        texts["subtitle"] = deck.subtitle
    return (Content(layouts=tuple(x.name for x in LAYOUTS), texts=texts, notes=page.notes(slide)),)


def _details(deck: Deck) -> Text:
    day = f"{deck.date.day} {MONTHS[deck.date.month - 1]} {deck.date.year}" if deck.date else ""
    whom = f"For {_AUDIENCES[deck.audience]}" if deck.audience else ""
    lines = (
        whom,
        ", ".join(filter(None, (deck.presenter, deck.organisation))),
        ", ".join(filter(None, (deck.event, day))),
    )
    return plain(*filter(None, lines))


SLIDE = SlideKind(slide=TitleSlide, layouts=LAYOUTS, fill=fill, example="title")
