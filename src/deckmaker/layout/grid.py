"""The page that layouts are drawn on: its size, margins, columns, and the places that most layouts share. Points."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal, TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.frame import Align, Anchor, Box, ShapeItem, TextStyle
from deckmaker.model.layout import Layout, Placeholder, Reads, Role

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = 54.0, 906.0
FULL = RIGHT - LEFT
BODY_TOP, BODY_BOTTOM = 140.0, 466.0
RULE_Y = 484.0
NARROW = "-narrow"
"""Ending of the variant whose headline is narrower, for a headline that would leave one word alone."""

WORDMARK_RIGHT = Box(806, 491, 100, 32)
WORDMARK_LEFT = Box(54, 478, 120, 38)


def headline(
    box: Box | None = None, *, size: float = 34, colour: str = "title", anchor_bottom: bool = False
) -> Placeholder:
    """The title placeholder of a content slide: a sentence of at most two lines."""
    return Placeholder(
        name="title",
        role=Role.TITLE,
        box=box or Box(LEFT, 40, FULL, 86),
        style=TextStyle(size=size, colour=Colour(colour), bold=True, anchor="bottom" if anchor_bottom else "top"),
        prompt="Headline",
    )


def body(
    name: str,
    box: Box,
    size: float,
    *,
    colour: str = "ink",
    role: Role = Role.BODY,
    prompt: str = "Text",
    optional: bool = False,
    bold: bool = False,
    align: Align = "left",
    anchor: Anchor = "top",
    space_after: float = 0.0,
    reads: Reads = "words",
) -> Placeholder:
    """A text placeholder."""
    style = _style(size, colour, bold, align, anchor, space_after)
    return Placeholder(name=name, role=role, box=box, style=style, prompt=prompt, optional=optional, reads=reads)


@cache
def _style(size: float, colour: str, bold: bool, align: Align, anchor: Anchor, space_after: float) -> TextStyle:
    """The same style for the same look: there are some hundreds of placeholders, and a few dozen looks."""
    return TextStyle(size=size, colour=Colour(colour), bold=bold, align=align, anchor=anchor, space_after=space_after)


def entries(
    name: str, box: Box, size: float, marker: Literal["bullet", "number"], *, indent: float, space_after: float
) -> Placeholder:
    """A text placeholder whose paragraphs are entries of a list, their markers in the focus colour."""
    style = TextStyle(
        size=size,
        colour=Colour("ink"),
        space_after=space_after,
        marker=marker,
        marker_colour=Colour("focus"),
        indent=indent,
    )
    return Placeholder(name=name, role=Role.BODY, box=box, style=style, prompt="List")


def picture(name: str, box: Box) -> Placeholder:
    """A picture placeholder, for a graphic."""
    return Placeholder(name=name, role=Role.PICTURE, box=box, prompt="Picture")


def foot(colour: str = "secondary", *, source: bool = True, wide: bool = False) -> tuple[Placeholder, ...]:
    """The foot of a page: the source line, where a layout has one, and the slide's number.

    ``wide`` takes room from the number, for the line of a slide with many works: the number has three digits at most.
    """
    end, digits = (764.0, 24.0) if wide else (744.0, 40.0)
    room, place = Box(LEFT, 490, end - LEFT, 34), Box(792 - digits, 496, digits, 20)
    line = body("source", room, 12, colour=colour, role=Role.SOURCE, prompt="Source", optional=True)
    number = body("number", place, 12, colour=colour, role=Role.SLIDE_NUMBER, align="right", prompt="")
    return (line, number) if source else (number,)


Disc: TypeAlias = tuple[float, float, float]
"""A circle as centre x, centre y and radius."""


def held_circle(outer: Disc, inner: Disc, *colours: str) -> tuple[ShapeItem, ...]:
    """The motif: a large circle holding a small one, with their two colours."""

    def disc(name: str, circle: Disc, colour: str) -> ShapeItem:
        x, y, radius = circle
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        return ShapeItem(name=name, kind="ellipse", box=box, fill=Colour(colour), motif=True)

    return disc("Large circle", outer, colours[0]), disc("Small circle", inner, colours[1])


def with_narrow_headlines(*layouts: Layout) -> tuple[Layout, ...]:
    """Each layout, followed by its variant with a narrower headline."""
    return tuple(variant for layout in layouts for variant in (layout, _narrow(layout)))


def _narrow(layout: Layout) -> Layout:
    title = layout.placeholder("title")
    narrower = replace(title, box=replace(title.box, width=title.box.width * 0.84))
    places = tuple(narrower if place.name == "title" else place for place in layout.placeholders)
    return replace(layout, name=layout.name + NARROW, title=f"{layout.title}, narrow headline", placeholders=places)
