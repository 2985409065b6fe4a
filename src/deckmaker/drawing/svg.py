"""Writes outlines as SVG, in the way that PowerPoint likes it.

Plain paths with their colours as attributes: no style sheet, no clip path, no font, no date, nothing that differs from
one run to the next. Numbers are relative and rounded to a hundredth of a point, and an intricate outline that comes
back (a letter, an icon) is written once, which keeps a file small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters
from typing import TypeAlias

import numpy as np
from matplotlib.path import Path as Outline

from deckmaker.drawing.outlines import Piece, Place

_OFTEN = 6
"""From so many times on even a plain outline is written once and used again."""
_VERBS = {Outline.MOVETO: "m", Outline.LINETO: "l", Outline.CURVE3: "q", Outline.CURVE4: "c", Outline.CLOSEPOLY: "z"}


class SvgWriter:
    """Writes the layers of a picture; a unit is a point."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._elements: list[str] = []
        self._named: dict[Outline, str] = {}
        self._letters: set[Outline] = set()

    def draw(self, pieces: Iterable[Piece], fill: str, line: str, line_width: float) -> None:
        """Pieces of one look: colours as they stand in SVG, the width of their line in points."""
        look = f' fill="{fill}"' + (f' stroke="{line}" stroke-width="{_number(line_width)}"' if line_width else "")
        at_size, scaled = _by_line(pieces)
        lines = [self._line(y, scale, letters) for (y, scale), letters in scaled.items()]
        if lines:
            self._elements.append(f"<g{look}>{''.join(lines)}</g>")
        single, again = self._sorted(at_size)
        if single:
            data = "".join(self._moved(outline, place) for outline, place in single)
            self._elements.append(f'<path d="{data}"{look}/>')
        if again:
            uses = "".join(self._use(outline, place) for outline, places in again.items() for place in places)
            self._elements.append(f"<g{look}>{uses}</g>")

    def document(self) -> bytes:
        """The whole file."""
        width, height = _number(self.width), _number(self.height)
        shapes = "".join(self._named_shape(outline, name) for outline, name in self._named.items())
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">',
            *([f"<defs>{shapes}</defs>"] if shapes else []),
            *self._elements,
            "</svg>\n",
        ]
        return "\n".join(lines).encode("ascii")

    def _sorted(self, pieces: Iterable[Piece]) -> tuple[list[tuple[Outline, Place]], dict[Outline, list[Place]]]:
        """Outlines to write out at their place, and those to name and use."""
        single: list[tuple[Outline, Place]] = []
        again: defaultdict[Outline, list[Place]] = defaultdict(list)
        pieces = tuple(pieces)
        often = Counter(piece.outline for piece in pieces)
        for piece in pieces:
            if piece.intricate or often[piece.outline] >= _OFTEN:
                again[piece.outline].append(piece.place)
            else:
                single.append((piece.outline, piece.place))
        for outline in [
            outline for outline, places in again.items() if len(places) == 1 and outline not in self._named
        ]:
            single.append((outline, again.pop(outline)[0]))
        return single, again

    def _moved(self, outline: Outline, place: Place) -> str:
        (x, y), rest = _data(outline)
        return f"M{_number(place[0] + x)} {_number(self.height - place[1] - y)}{rest}"

    def _use(self, outline: Outline, place: Place) -> str:
        name = self._named.setdefault(outline, _name(len(self._named)))
        (x, y), _ = _data(outline)
        return f'<use xlink:href="#{name}" x="{_number(place[0] + x)}" y="{_number(self.height - place[1] - y)}"/>'

    def _line(self, y: float, scale: float, letters: list[Piece]) -> str:
        """Letters on one baseline and of one size: only how far along they stand differs."""
        uses = []
        for piece in letters:
            name = self._named.setdefault(piece.outline, _name(len(self._named)))
            self._letters.add(piece.outline)
            uses.append(f'<use xlink:href="#{name}" x="{_number(piece.place[0] / scale)}"/>')
        place = f"translate(0 {_number(self.height - y)})"
        return f'<g transform="{place} scale({scale:.4g})">{"".join(uses)}</g>'

    def _named_shape(self, outline: Outline, name: str) -> str:
        """An outline to use again: a letter from where its line begins, another shape from its own first point."""
        (x, y), rest = _data(outline)
        start = f"{_number(x)} {_number(-y)}" if outline in self._letters else "0 0"
        return f'<path id="{name}" d="M{start}{rest}"/>'


_Line: TypeAlias = tuple[float, float]
"""Baseline and scale."""


def _by_line(pieces: Iterable[Piece]) -> tuple[list[Piece], dict[_Line, list[Piece]]]:
    """The pieces that are drawn as they are, and the letters by their baseline and scale."""
    at_size: list[Piece] = []
    scaled: defaultdict[_Line, list[Piece]] = defaultdict(list)
    for piece in pieces:
        (scaled[piece.place[1], piece.scale] if piece.scale else at_size).append(piece)
    return at_size, scaled


@lru_cache(maxsize=2048)
def _data(outline: Outline) -> tuple[Place, str]:
    """Where an outline starts, and the rest of its path data; y downwards, relative, never adding up its rounding."""
    first_x, first_y = np.asarray(outline.vertices, dtype=float)[0].tolist()
    at = start = (0, 0)
    written: list[str] = []
    before = "m"
    for points, code in outline.iter_segments(simplify=False, curves=True):
        verb = _VERBS[code]
        if verb == "z":
            at = start
            written.append("z")
        else:
            corners = points.reshape(-1, 2).tolist()
            pairs = [(round((x - first_x) * 100), round((first_y - y) * 100)) for x, y in corners]
            text = "".join(f"{_after(x - at[0])}{_after(y - at[1])}" for x, y in pairs)
            at = pairs[-1]
            if verb == "m":
                start = at
            if verb != "m" or len(written):
                written.append(text if verb == before and verb != "m" else verb + text.removeprefix(" "))
        before = verb
    return (first_x, first_y), "".join(written)


def _name(number: int) -> str:
    """A short name for each number, since names are what comes most often: a to Z, then two letters."""
    rest, last = divmod(number, len(ascii_letters))
    return (ascii_letters[rest - 1] if rest else "") + ascii_letters[last]


def _after(hundredths: int) -> str:
    """A number with what divides it from the one before."""
    written = _hundredths(hundredths)
    return written if written.startswith("-") else f" {written}"


def _number(value: float) -> str:
    return _hundredths(round(value * 100))


def _hundredths(value: int) -> str:
    if value % 100 == 0:
        return str(value // 100)
    sign, value = ("-" if value < 0 else ""), abs(value)
    whole = str(value // 100) if value >= 100 else ""
    return f"{sign}{whole}.{value % 100:02d}".rstrip("0")
