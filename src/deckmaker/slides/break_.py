"""A pause, and the time to be back."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.fonts import LINE_HEIGHT
from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes
from deckmaker.layout.grid import WORDMARK_RIGHT, body, foot, headline, held_circle
from deckmaker.layout.run_sheet import is_timed, minutes_words, time_of_day, turn_of
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Minutes
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, plain


@frozen(kw_only=True)
class BreakSlide(FacilitatedSlide):
    """A break. In a workshop with a start the slide says when to be back, else how long the break is."""

    main: ClassVar[str] = "minutes"

    minutes: Minutes = field(default=Minutes(15), metadata={"doc": "how long it is, in minutes"})
    about: Text | None = field(default=None, metadata={"doc": "a line below: where to find drinks, a quiet room"})


def _layout(name: str, title: str, size: float, lines: int) -> Layout:
    """A layout for a title of so many lines; what is said of the break stands close below it."""
    height = lines * size * LINE_HEIGHT + 1
    top = 258 - height / 2
    return Layout(
        name=name,
        title=title,
        ground=Colour("teal"),
        placeholders=(
            headline(Box(54, top, 530, height), size=size, colour="on-dark"),
            body("kind", Box(54, top - 44, 480, 36), 26, colour="focus-on-dark", bold=True, prompt="Break"),
            body(
                "about", Box(54, top + height + 14, 480, 92), 24, colour="on-dark", optional=True, prompt="Where to go"
            ),
            *foot("on-dark", source=False),
        ),
        decoration=held_circle((846, 250, 250), (774, 330, 96), "teal-halo", "teal-core"),
        wordmark=WORDMARK_RIGHT,
        rule=False,
    )


LAYOUTS = (_layout("break", "Break", 60, 1), _layout("break-long", "Break, long", 46, 2))


def fill(slide: BreakSlide, page: Page) -> tuple[Content, ...]:
    """One page: the time to be back where it can be worked out, else the length."""
    turn = turn_of(slide, page.deck)
    length = minutes_words(slide.minutes)
    if is_timed(page.deck):
        title, kind = f"Back at {time_of_day(page.deck, turn.after + turn.minutes)}", f"Break · {length}"
    else:
        title, kind = "Time for a break", length[0].upper() + length[1:]
    texts = {"title": slide.headline or plain(title), "kind": plain(kind), "about": slide.about or Text()}
    return (Content(layouts=tuple(x.name for x in LAYOUTS), texts=texts, notes=facilitator_notes(slide, page)),)


SLIDE = SlideKind(slide=BreakSlide, layouts=LAYOUTS, fill=fill, example="break: 15")
