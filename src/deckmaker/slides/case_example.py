"""A family's story to think about: with its source, or with the words “Invented for training” in view."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.facilitation import FacilitatedSlide, facilitator_notes, facts, under
from deckmaker.layout.grid import WORDMARK_RIGHT, body, entries, foot, headline, with_narrow_headlines
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.layout.marked_rows import facts_line, tag
from deckmaker.layout.run_sheet import minutes_words
from deckmaker.model.colour import Colour
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder
from deckmaker.model.text import Text, joined, plain

INVENTED = "Invented for training"


@frozen(kw_only=True)
class CaseExampleSlide(FacilitatedSlide):
    """A short story and what to ask of it. Without a ``source`` the slide says that it is invented."""

    main: ClassVar[str] = "headline"

    headline: Text = field(metadata={"doc": "who it is about, in a sentence"})
    story: Text = field(metadata={"doc": "what happened, in at most eighty words"})
    questions: tuple[Text, ...] = field(default=(), metadata={"doc": "what to think about, at most three questions"})
    source: Text | None = field(default=None, metadata={"doc": "where the story comes from, if it is not invented"})


_TAG = 150.0


_LOW = 468.0
_SHARE_ABOVE = 0.4
"""Of the room that a low card leaves free, how much is above it."""
_SIZES = {
    "-least": (36.0, 124.0),
    "-brief": (34.0, 190.0),
    "-short": (32.0, 244.0),
    "": (30.0, 0.0),
    "-full": (28.0, 0.0),
    "-medium": (26.0, 0.0),
    "-long": (24.0, 0.0),
    "-longer": (22.0, 0.0),
    "-longest": (20.0, 0.0),
}
"""Ends of names of layouts, largest type first: its size, and the height of the story's card where it is a low one."""


def _layout(lines: int, end: str, *, asks: bool) -> Layout:
    """A layout for a headline of so many lines; with questions the story shares the width."""
    size, card_height = _SIZES[end]
    top = 150.0 + 38 * (lines - 1)
    height = card_height or _LOW - top
    top += _SHARE_ABOVE * (_LOW - top - height)
    place, shape = tag(_TAG, "plum")
    card = Box(54, top, 520 if asks else 852, height)
    right: tuple[Placeholder, ...] = (
        body("ask", Box(602, top + 22, 304, 30), 20, bold=True, colour="title", prompt="Label", reads="heading"),
        entries(
            "questions", Box(602, top + 58, 304, _LOW - top - 58), min(size, 22), "bullet", indent=20, space_after=12
        ),
    )
    return Layout(
        name=f"case-example{'' if asks else '-story'}{'' if lines == 1 else '-two-lines'}{end}",
        title=f"Case example{'' if asks else ', story only'}{'' if lines == 1 else ', two lines'}"
        f"{end.replace('-', ', ')}",
        ground=Colour("haze"),
        placeholders=(
            headline(Box(54, 86, 852, 42 * lines)),
            place,
            facts_line(_TAG),
            body("story", Box(card.x + 24, top + 16, card.width - 48, height - 32), size, space_after=8,
                 anchor="middle", prompt="What happened"),
            *(right if asks else ()),
            *foot(),
        ),
        decoration=(shape, ShapeItem(name="Card", kind="rectangle", box=card, fill=Colour("white"), radius=8)),
        wordmark=WORDMARK_RIGHT,
    )  # fmt: skip


LAYOUTS = tuple(
    layout
    for asks in (True, False)
    for end in sorted(_SIZES, key=bool)
    for layout in (_layout(1, end, asks=asks), *with_narrow_headlines(_layout(2, end, asks=asks)))
)


def fill(slide: CaseExampleSlide, page: Page) -> tuple[Content, ...]:
    """One page: the story, its questions, and its source or the words that it is invented."""
    minutes = minutes_words(slide.minutes) if slide.minutes else ""
    texts = {
        "title": slide.headline,
        "tag": plain("Case example"),
        "facts": facts(minutes) if slide.source else facts(INVENTED, minutes),
        "story": together(slide.story),
        "source": slide.source or Text(),
    }
    stem = "case-example"
    if slide.questions:
        texts |= {"ask": plain("Talk about"), "questions": joined(together(question) for question in slide.questions)}
    else:
        stem += "-story"
    layouts = tuple(f"{stem}{lines}{end}" for end in _SIZES for lines in ("", "-two-lines"))
    notes = facilitator_notes(slide, page, under("Questions", slide.questions))
    return (Content(layouts=layouts, texts=texts, notes=notes),)


SLIDE = SlideKind(
    slide=CaseExampleSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "case-example: A quiet baby, and a mother who says that all is well\n"
        "minutes: 10\n"
        "story: >-\n"
        "  Asha comes to the clinic with her son. He does not cry and seldom looks at her.\n"
        "  She says that he is no trouble at all.\n"
        "questions:\n"
        "  - What do you see?\n"
        "  - What would you say first?"
    ),
)
