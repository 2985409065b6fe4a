"""A graphic as plain marks in its box: what is drawn, before anything draws it. Lengths are points, y grows downwards.

Marks are data, so that rules about them (nothing overlaps, nothing leaves the box, focus is solid) are tested without
drawing, and the same marks become SVG, PNG or native shapes.
"""

from __future__ import annotations

from typing import TypeAlias

from deckmaker.model.colour import Colour
from deckmaker.model.frame import Align, Box
from deckmaker.model.frozen import frozen


@frozen(kw_only=True)
class Circle:
    """A circle, solid (``fill``) or a ring (``outline``). The outline lies inside the radius."""

    x: float
    y: float
    radius: float
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0.0


@frozen(kw_only=True)
class Rectangle:
    """A rectangle with corners rounded by ``radius``. The outline lies inside the box."""

    box: Box
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0.0
    radius: float = 0.0


@frozen(kw_only=True)
class Segment:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    width: float


@frozen(kw_only=True)
class Label:
    """One line of words in the drawn font; ``y`` is the baseline, ``width`` what was measured."""

    x: float
    y: float
    words: str
    size: float
    colour: Colour
    width: float
    bold: bool = False
    align: Align = "left"


@frozen(kw_only=True)
class Symbol:
    """An icon of the icon package, fitted into its box and centred there."""

    icon: str
    box: Box
    colour: Colour


Mark: TypeAlias = Circle | Rectangle | Segment | Label | Symbol


@frozen(kw_only=True)
class Area:
    """A part of a picture with a ground of its own, under all marks: a band, a foot.

    ``discs`` are decoration in colours of the palette. What of them leaves the area is hidden by areas that follow.
    """

    box: Box
    ground: Colour
    discs: tuple[Circle, ...] = ()


@frozen(kw_only=True)
class Picture:
    """Marks in drawing order on a box of this size. The ground is the slide's and is not painted when ``None``.

    Only a picture that stands alone has ``areas``; a mark takes its colours from the one that it lies in.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    ground: Colour | None = None
    areas: tuple[Area, ...] = ()


@frozen
class Drawn:
    """A picture in the two forms that a PowerPoint file carries."""

    svg: bytes
    png: bytes


class NoRoomError(Exception):
    """A box in which a graphic cannot show all that it must, at sizes that can be read."""
