"""Two things side by side: before and after, what helps and what hinders, here and elsewhere."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar

from deckmaker.layout.grid import (
    BODY_BOTTOM,
    FULL,
    LEFT,
    WORDMARK_RIGHT,
    body,
    entries,
    foot,
    headline,
    with_narrow_headlines,
)
from deckmaker.layout.last_words import with_last_words_together as together
from deckmaker.model.colour import Colour
from deckmaker.model.deck import Deck, Objection, Slide
from deckmaker.model.feature import Content, Page, SlideKind
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Placeholder
from deckmaker.model.text import Text, joined


@frozen(kw_only=True)
class Column:
    """What stands on one side: sentences, or a list of points."""

    body: Text | None = field(default=None, metadata={"doc": "what to say, in sentences"})
    points: tuple[Text, ...] = field(default=(), metadata={"doc": "a list in place of sentences, two to four entries"})
    heading: Text | None = field(default=None, metadata={"doc": "a few words above it"})


@frozen(kw_only=True)
class TwoColumnsSlide(Slide):
    """A headline, and two columns of words. ``source`` names a source of the author's own."""

    main: ClassVar[str] = "headline"

    headline: Text = field(metadata={"doc": "a sentence that says what the two have to do with each other"})
    left: Column = field(metadata={"doc": "what stands on the left", "example": "some words"})
    right: Column = field(metadata={"doc": "what stands on the right", "example": "some words"})
    source: Text | None = field(default=None, metadata={"doc": "where figures of your own come from"})

    def objections(self, deck: Deck) -> tuple[Objection, ...]:
        """A column with nothing in it, or with sentences and a list."""
        return tuple(
            Objection(
                because=f"the {name} column has {'both ‘body’ and ‘points’' if column.body else 'nothing in it'}",
                instead="give it ‘body:’ in sentences or ‘points:’ as a list",
            )
            for name, column in (("left", self.left), ("right", self.right))
            if bool(column.body) == bool(column.points)
        )


_GAP, _PAD = 24.0, 26.0
_SHARE_ABOVE = 0.4
"""Of the room that low cards leave free, how much is above them."""
_SIZES = {
    "-brief": (32.0, 236.0),
    "-short": (30.0, 300.0),
    "-low": (28.0, 300.0),
    "-large": (28.0, 0.0),
    "": (26.0, 0.0),
    "-long": (24.0, 0.0),
    "-longer": (22.0, 0.0),
    "-small": (20.0, 0.0),
    "-smallest": (18.0, 0.0),
}
"""Ends of names of layouts, largest type first: its size, and the height of the cards where they are low ones."""
_WORDS, _LIST = "words", "list"


def _layout(kinds: tuple[str, str], lines: int, end: str, *, headed: bool) -> Layout:
    """A layout for a headline of so many lines and columns of these kinds, each with a heading or neither."""
    size, low = _SIZES[end]
    heading = max(size, 22.0)
    top = 104.0 + 42 * (lines - 1)
    width = (FULL - _GAP) / 2
    height = low or BODY_BOTTOM + 2 - top
    top += _SHARE_ABOVE * (BODY_BOTTOM + 2 - top - height)
    cards = [Box(LEFT + side * (width + _GAP), top, width, height) for side in (0, 1)]
    places: list[Placeholder] = []
    shapes: list[ShapeItem] = []
    for name, kind, card, accent in zip(("left", "right"), kinds, cards, ("focus", "teal"), strict=True):
        shapes.append(ShapeItem(name=f"Card {name}", kind="rectangle", box=card, fill=Colour("white")))
        edge = Box(card.x, card.y, card.width, 6)
        shapes.append(ShapeItem(name=f"Edge {name}", kind="rectangle", box=edge, fill=Colour(accent)))
        x, wide = card.x + _PAD, card.width - 2 * _PAD
        y = card.y + 26
        if headed:
            places.append(
                body(f"{name}-heading", Box(x, y, wide, heading + 8), heading, colour="title", bold=True,
                     prompt="Heading", optional=True, reads="heading")
            )  # fmt: skip
            y += heading + 18
        box = Box(x, y, wide, card.bottom - 14 - y)
        places.append(
            entries(name, box, size, "bullet", indent=24, space_after=size * 0.5)
            if kind == _LIST
            else body(name, box, size, space_after=size * 0.5)
        )
    ends = f"{'' if lines == 1 else ', two lines'}{end.replace('-', ', ')}"
    return Layout(
        name=_name(kinds, headed, lines, end),
        title=f"Two columns, {kinds[0]} and {kinds[1]}{'' if headed else ', no headings'}{ends}",
        ground=Colour("cream"),
        placeholders=(headline(Box(LEFT, 40, FULL, 43 * lines)), *places, *foot()),
        decoration=tuple(shapes),
        wordmark=WORDMARK_RIGHT,
    )


def _name(kinds: tuple[str, str], headed: bool, lines: int, end: str) -> str:
    plainly = "" if headed else "-plain"
    return f"two-columns-{kinds[0]}-{kinds[1]}{plainly}{'' if lines == 1 else '-two-lines'}{end}"


LAYOUTS = tuple(
    layout
    for headed in (True, False)
    for left in (_LIST, _WORDS)
    for right in (_LIST, _WORDS)
    for end in sorted(_SIZES, key=bool)
    for layout in (
        _layout((left, right), 1, end, headed=headed),
        *with_narrow_headlines(_layout((left, right), 2, end, headed=headed)),
    )
)


def fill(slide: TwoColumnsSlide, page: Page) -> tuple[Content, ...]:
    """One page."""
    columns = {"left": slide.left, "right": slide.right}
    texts: dict[str, Text] = {"title": slide.headline}
    for name, column in columns.items():
        texts[name] = together(joined(column.points) if column.points else column.body or Text())
        if column.heading:
            texts[f"{name}-heading"] = column.heading
    if slide.source:
        texts["source"] = slide.source
    elif slide.citations:
        texts["source"] = page.source_line(slide.citations)
    kinds = (_kind(slide.left), _kind(slide.right))
    headed = any(column.heading for column in columns.values())
    names = tuple(_name(kinds, headed, lines, end) for end in _SIZES for lines in (1, 2))
    return (Content(layouts=names, texts=texts, notes=page.notes(slide)),)


def _kind(column: Column) -> str:
    return _LIST if column.points else _WORDS


SLIDE = SlideKind(
    slide=TwoColumnsSlide,
    layouts=LAYOUTS,
    fill=fill,
    example=(
        "two-columns: A local pathway works when both sides know it\n"
        "left:\n"
        "  heading: What parents tell us\n"
        "  points: [They do not know whom to ask, They fear being judged]\n"
        "right:\n"
        "  heading: What services can do\n"
        "  points: [Say who helps with what, Begin by asking how they are]"
    ),
)
