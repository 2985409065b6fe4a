"""Words of the author's own: a headline, and sentences or a short list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from deckmaker.layout.grid import (
    BODY_BOTTOM,
    BODY_TOP,
    WORDMARK_RIGHT,
    body,
    entries,
    foot,
    headline,
    with_narrow_headlines,
)
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box
from deckmaker.model.layout import Layout
from deckmaker.model.text import Text, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlide(Slide):
    """Either a body in sentences or a list of points. ``source`` names a source of the author's own."""

    main: ClassVar[str] = "body"

    headline: Text = field(metadata={"doc": "a sentence that says the point"})
    body: Text | None = field(default=None, metadata={"doc": "what to say, in sentences"})
    points: tuple[Text, ...] = field(default=(), metadata={"doc": "a list in place of sentences, two to four entries"})
    source: Text | None = field(default=None, metadata={"doc": "where figures of your own come from"})


def _layout(name: str, title: str, size: float, *, listed: bool) -> Layout:
    box = Box(54, BODY_TOP + 6, 760, BODY_BOTTOM - BODY_TOP - 6)
    space = size * 0.6
    words = (
        entries("body", box, size, "bullet", indent=26, space_after=space)
        if listed
        else body("body", box, size, space_after=space)
    )
    return Layout(
        name=name,
        title=title,
        ground=Colour("cream"),
        placeholders=(
            headline(),
            words,
            *foot(),
        ),
        wordmark=WORDMARK_RIGHT,
    )


LAYOUTS = with_narrow_headlines(
    _layout("text", "Text", 28, listed=False),
    _layout("text-small", "Text, small", 24, listed=False),
    _layout("list", "List", 28, listed=True),
    _layout("list-small", "List, small", 24, listed=True),
)


def fill(slide: TextSlide, page: Page) -> tuple[Content, ...]:
    """One page: a list where there are points, else sentences."""
    words = joined(slide.points) if slide.points else slide.body or Text()
    texts = {"title": slide.headline, "body": words}
    if slide.source:
        texts["source"] = slide.source
    elif slide.citations:
        texts["source"] = page.source_line(slide.citations)
    names = ("list", "list-small") if slide.points else ("text", "text-small")
    return (Content(layouts=names, texts=texts, notes=page.notes(slide)),)


SLIDE = SlideKind(
    slide=TextSlide,
    layouts=LAYOUTS,
    fill=fill,
    example="text:\n  headline: Babies cannot wait\n  points: [Ask who sees under-twos, Ask how long they wait]",
)
