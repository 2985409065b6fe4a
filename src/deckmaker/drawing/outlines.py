"""Marks as matplotlib paths, in points from the bottom left: the only place where a mark becomes a shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias, assert_never

import numpy as np
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from deckmaker.drawing.typeface import glyph, set_glyphs
from deckmaker.icons import icon
from deckmaker.model.colour import Colour
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Circle, Label, Mark, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import FontChoice

_ROUND = 0.5522847498
"""Where the control points of a quarter circle lie, as a share of its radius."""
_CODES = {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4, "Z": Outline.CLOSEPOLY}
_SHARP = [Outline.MOVETO, *[Outline.LINETO] * 3, Outline.CLOSEPOLY]
_SOFT = [Outline.MOVETO, *[Outline.LINETO, *[Outline.CURVE4] * 3] * 4, Outline.CLOSEPOLY]
_LETTER = 12.0
"""Size at which letters are outlined, to be drawn at any other: one outline of each serves all sizes."""
_STARTS = {"left": 0.0, "centre": 0.5, "right": 1.0}
Place: TypeAlias = tuple[float, float]


@frozen
class Piece:
    """An outline and a place at which it is drawn. Equal outlines are one object; ``intricate`` ones are long.

    A letter has a ``scale``: all letters are outlined at one size, and drawn so many times as large.
    """

    outline: Outline
    place: Place
    intricate: bool = False
    scale: float = 0.0


@frozen
class Layer:
    """Pieces of one look, which are drawn together."""

    fill: Colour | None
    line: Colour | None
    line_width: float
    pieces: tuple[Piece, ...]

    def outline(self) -> Outline:
        """All pieces as one compound path."""
        pieces = self.pieces
        vertices = [np.asarray(one.outline.vertices, dtype=float) * (one.scale or 1.0) + one.place for one in pieces]
        codes = [np.asarray(piece.outline.codes, dtype=np.uint8) for piece in self.pieces]
        return Outline(np.concatenate(vertices), np.concatenate(codes))


def layers(picture: Picture, font: FontChoice) -> Iterator[Layer]:
    """The picture in drawing order; marks of one look that follow one another are one layer."""
    for (fill, line, width), marks in groupby(picture.marks, key=_look):
        pieces = tuple(piece for mark in marks for piece in _pieces(mark, picture.height, font))
        if pieces:
            yield Layer(fill, line, width, pieces)


def _look(mark: Mark) -> tuple[Colour | None, Colour | None, float]:
    match mark:
        case Circle() | Rectangle():
            return mark.fill, mark.outline, mark.outline_width if mark.outline else 0.0
        case Segment():
            return None, mark.colour, mark.width
        case Label() | Symbol():
            return mark.colour, None, 0.0
        case _:
            assert_never(mark)


def _pieces(mark: Mark, height: float, font: FontChoice) -> Iterable[Piece]:
    match mark:
        case Circle():
            radius = mark.radius - (mark.outline_width / 2 if mark.outline else 0.0)
            return (Piece(_rounded(2 * radius, 2 * radius, radius), (mark.x - radius, height - mark.y - radius)),)
        case Rectangle():
            return (_rectangle(mark, height),)
        case Segment():
            rise = Outline([(0, 0), (mark.x2 - mark.x1, mark.y1 - mark.y2)], [Outline.MOVETO, Outline.LINETO])
            return (Piece(rise, (mark.x1, height - mark.y1)),)
        case Label():
            return _letters(mark, height, font)
        case Symbol():
            place = (mark.box.x, height - mark.box.bottom)
            return (Piece(_icon(mark.icon, mark.box.width, mark.box.height), place, intricate=True),)
        case _:
            assert_never(mark)


def _rectangle(mark: Rectangle, height: float) -> Piece:
    inset = mark.outline_width / 2 if mark.outline else 0.0
    wide, high = mark.box.width - 2 * inset, mark.box.height - 2 * inset
    radius = max(min(mark.radius - inset, wide / 2, high / 2), 0.0)
    return Piece(_rounded(wide, high, radius), (mark.box.x + inset, height - mark.box.bottom + inset))


def _letters(label: Label, height: float, font: FontChoice) -> Iterator[Piece]:
    start = label.x - _STARTS[label.align] * label.width
    for name, x, y in set_glyphs(font, label.bold, label.words):
        place = (start + x * label.size, height - label.y + y * label.size)
        outline = glyph(font, label.bold, name, _LETTER)
        yield Piece(outline, place, intricate=True, scale=label.size / _LETTER)


@lru_cache(maxsize=256)
def _icon(name: str, width: float, height: float) -> Outline:
    """The icon fitted into a box of this size and centred there, from the origin."""
    shape = icon(name)
    scale = min(width / shape.width, height / shape.height)
    vertices: list[Place] = []
    codes: list[int] = []
    for verb, numbers in shape.commands:
        points = list(zip(numbers[::2], numbers[1::2], strict=True)) or [(0.0, 0.0)]
        vertices.extend(points)
        codes.extend([int(_CODES[verb])] * len(points))
    left, bottom = (width - shape.width * scale) / 2, (height - shape.height * scale) / 2
    return Outline(vertices, codes).transformed(Affine2D().scale(scale, -scale).translate(left, height - bottom))


@lru_cache(maxsize=256)
def _rounded(wide: float, high: float, radius: float) -> Outline:
    """A rectangle from the origin with round corners; a circle where the radius is half of its side."""
    if radius <= 0:
        return Outline([(0, 0), (wide, 0), (wide, high), (0, high), (0, 0)], _SHARP)
    pull = radius * (1 - _ROUND)
    points: list[Place] = [(radius, 0.0)]
    for x, y, in_x, in_y in ((wide, 0, -1, 0), (wide, high, 0, -1), (0, high, 1, 0), (0, 0, 0, 1)):
        out_x, out_y = -in_y, in_x
        points += [(x + in_x * radius, y + in_y * radius), (x + in_x * pull, y + in_y * pull)]
        points += [(x - out_x * pull, y - out_y * pull), (x - out_x * radius, y - out_y * radius)]
    return Outline([*points, points[0]], _SOFT)
