"""Parts that together lead to outcomes: joined by plus signs, then an arrow, each with its icon and its words.

The arrow is a claim of the source, as the record gives it. It is never drawn for a figure, and shows no amounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from deckmaker.layout.lettering import SMALLEST, Passage, capital, passage, stack, stacked_height
from deckmaker.layout.marks import extent, placed
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Diagram, DiagramPart
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Circle, Mark, NoRoomError, Picture, Rectangle, Symbol

_MOST = 4
"""Most parts, and most outcomes, that are taken in at a glance."""
_SIZES = (30.0, 26.0, 24.0, 22.0, 20.0, SMALLEST)
_LARGEST, _SMALLEST_DISC = 132.0, 44.0
_ROOMY, _LEAST = 3.2, 2.5
"""Side of a disc that is wanted beside the type below it, and the least, as shares of that type."""
_BELOW_PANEL = 0.7
"""Between arrow and rows, as a share of the usual air."""
_ICON = 0.58
_SIGN, _ARROW = 28.0, 52.0
"""Sides of a plus sign and of the arrow."""
_AIR = 14.0
"""Between a disc and its words, and around signs."""
_LINES = (2, 9)
"""Most lines of the words of a step: smaller type comes before a third line."""
_WIDE = 1.4


def refuses(diagram: Diagram) -> str:
    """Why the diagram is no flow of parts to outcomes."""
    if not diagram.parts or not diagram.outcomes:
        return "an arrow leads from parts to outcomes, and the record does not have both"
    if len(diagram.parts) > _MOST or len(diagram.outcomes) > _MOST:
        return f"more than {_MOST} parts or outcomes cannot be taken in at a glance"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """In one row, two rows or one column, as suits the box, in the largest type. Raises ``NoRoomError``."""
    ways = (_row, _two_rows, _column) if width > _WIDE * height else (_two_rows, _column, _row)
    if height > _WIDE * width:
        ways = (_column, _two_rows, _row)
    for lines, share, arrange, size in product(_LINES, (_ROOMY, _LEAST), ways, _SIZES):
        least = max(_SMALLEST_DISC, size * share)
        marks = arrange(graphic.diagram, Box(0, 0, width, height), size, measure, lines, least)
        if marks:
            ink = extent(marks)
            x, y = (width - ink.width) / 2 - ink.x, (height - ink.height) * 0.46 - ink.y
            return Picture(width=width, height=height, marks=tuple(placed(mark, x, y) for mark in marks))
    steps = len(graphic.diagram.parts) + len(graphic.diagram.outcomes)
    raise NoRoomError(f"{steps} steps with their words need more than {width:.0f} by {height:.0f} points")


@frozen
class _Step:
    """A part or an outcome: its icon, its words in lines, and the colour of its disc."""

    icon: str
    words: tuple[Passage, ...]
    colour: str

    def fits(self, lines: int) -> bool:
        """Whether its first words take at most so many lines, and no word is too wide."""
        return all(each.fits for each in self.words) and len(self.words[0].lines) <= lines

    @property
    def height(self) -> float:
        return stacked_height(self.words)

    @property
    def width(self) -> float:
        return max(each.width for each in self.words)

    def disc(self, x: float, y: float, side: float) -> Iterator[Mark]:
        """The disc in a square from ``x``, ``y``, with its icon on it."""
        yield Circle(x=x + side / 2, y=y + side / 2, radius=side / 2, fill=Colour(self.colour))
        if self.icon:
            edge = side * _ICON
            box = Box(x + (side - edge) / 2, y + (side - edge) / 2, edge, edge)
            yield Symbol(icon=self.icon, box=box, colour=Colour("on-focus"))


def _steps(parts: tuple[DiagramPart, ...], colour: str, column: float, size: float, measure: Measure) -> list[_Step]:
    small = max(size - 4, SMALLEST)
    return [
        _Step(
            part.icon,
            (
                passage(capital(part.lead), column, size, measure, bold=True),
                passage(str(part.text or ""), column, small, measure),
            ),
            colour,
        )
        for part in parts
    ]


def _all_steps(diagram: Diagram, column: float, size: float, measure: Measure) -> tuple[list[_Step], list[_Step]]:
    return (
        _steps(diagram.parts, "series", column, size, measure),
        _steps(diagram.outcomes, "focus", column, size, measure),
    )


def _row(diagram: Diagram, box: Box, size: float, measure: Measure, lines: int, least: float) -> tuple[Mark, ...]:
    """Everything in one row, the parts on a panel, the arrow between; nothing where that has no room."""
    many, others = len(diagram.parts), len(diagram.outcomes)
    arrow = _ARROW + 2 * _AIR
    column = (box.width - arrow - 2 * _AIR) / (many + others)
    parts, outcomes = _all_steps(diagram, column - _SIGN / 2 - 4, size, measure)
    side = _disc(parts + outcomes, box.height - 2 * _AIR, column - _SIGN - 2 * _AIR)
    if side < least or not all(step.fits(lines) for step in parts + outcomes):
        return ()
    panel = Box(0, 0, 2 * _AIR + many * column, side + _AIR + max(s.height for s in parts + outcomes) + 2 * _AIR)
    right = panel.right + arrow
    sign = Box(panel.right + _AIR, _AIR + (side - _ARROW) / 2, _ARROW, _ARROW)
    return (
        _panel(panel),
        *_beside(parts, _AIR, _AIR, column, side),
        Symbol(icon="arrow-right", box=sign, colour=Colour("focus")),
        *_beside(outcomes, right, _AIR, column, side),
    )


def _two_rows(diagram: Diagram, box: Box, size: float, measure: Measure, lines: int, least: float) -> tuple[Mark, ...]:
    """The parts side by side on a panel, an arrow downwards, the outcomes below."""
    inner = box.width - 2 * _AIR
    columns = [inner / len(diagram.parts), inner / len(diagram.outcomes)]
    parts = _steps(diagram.parts, "series", columns[0] - _SIGN / 2 - 4, size, measure)
    outcomes = _steps(diagram.outcomes, "focus", columns[1] - _SIGN / 2 - 4, size, measure)
    words = max(step.height for step in parts) + max(step.height for step in outcomes)
    arrow = min(_ARROW, box.height * 0.1)
    room = box.height - words - arrow - (4 + 2 * _BELOW_PANEL) * _AIR
    side = min(room / 2, min(columns) - _SIGN - 2 * _AIR, _LARGEST)
    if side < least or not all(step.fits(lines) for step in parts + outcomes):
        return ()
    panel = Box(0, 0, box.width, side + _AIR + max(step.height for step in parts) + 2 * _AIR)
    sign = Box((box.width - arrow) / 2, panel.bottom + _AIR * _BELOW_PANEL, arrow, arrow)
    return (
        _panel(panel),
        *_beside(parts, _AIR, _AIR, columns[0], side),
        Symbol(icon="arrow-down", box=sign, colour=Colour("focus")),
        *_beside(outcomes, _AIR, sign.bottom + _AIR * _BELOW_PANEL, columns[1], side),
    )


def _column(diagram: Diagram, box: Box, size: float, measure: Measure, lines: int, least: float) -> tuple[Mark, ...]:
    """Everything under one another, the words to the right of the discs."""
    many = len(diagram.parts) + len(diagram.outcomes)
    signs = (many - 2) * (_SIGN + 8) + _ARROW + 8 + 2 * _AIR
    most = min((box.height - signs - _AIR) / many, 104.0)
    side = min(most, box.width * 0.24)
    parts, outcomes = _all_steps(diagram, box.width - side - 4 * _AIR, size, measure)
    steps = parts + outcomes
    if side < least or not all(step.fits(lines) and step.height <= most for step in steps):
        return ()
    row = max(side, *(step.height for step in steps))
    inner = len(parts) * row + (len(parts) - 1) * (_SIGN + 8)
    wide = side + _AIR * 1.3 + max(step.width for step in steps) + 2 * _AIR
    panel = Box(0, 0, min(wide, box.width), inner + 2 * _AIR)
    middle = _AIR + side / 2
    arrow = Box(middle - _ARROW / 2, panel.bottom + 4, _ARROW, _ARROW)
    return (
        _panel(panel),
        *_under(parts, _AIR, row, side),
        Symbol(icon="arrow-down", box=arrow, colour=Colour("focus")),
        *_under(outcomes, arrow.bottom + 4, row, side),
    )


def _disc(steps: list[_Step], height: float, most: float) -> float:
    """The side of a disc above words of these steps; without icons a smaller one will do."""
    largest = _LARGEST if any(step.icon for step in steps) else _SMALLEST_DISC
    return min(height - _AIR - max(step.height for step in steps), most, largest)


def _panel(box: Box) -> Rectangle:
    return Rectangle(box=box, fill=Colour("track"), radius=12.0)


def _beside(steps: list[_Step], left: float, top: float, column: float, side: float) -> Iterator[Mark]:
    """Steps side by side, each with its words below its disc, and plus signs between."""
    for number, step in enumerate(steps):
        middle = left + column * (number + 0.5)
        yield from step.disc(middle - side / 2, top, side)
        below = top + side + _AIR
        for each in step.words:
            yield from each.labels(middle, below, "centre")
            below += each.height
        if number:
            yield _plus(left + column * number, top + side / 2, step.colour)


def _under(steps: list[_Step], top: float, row: float, side: float) -> Iterator[Mark]:
    """Steps under one another, each with its words beside its disc, and plus signs between."""
    for number, step in enumerate(steps):
        y = top + number * (row + _SIGN + 8)
        yield from step.disc(_AIR, y + (row - side) / 2, side)
        yield from stack(step.words, _AIR + side + _AIR * 1.3, y + (row - step.height) / 2)
        if number:
            yield _plus(_AIR + side / 2, y - (_SIGN + 8) / 2, step.colour)


def _plus(x: float, y: float, colour: str) -> Symbol:
    return Symbol(icon="plus", box=Box(x - _SIGN / 2, y - _SIGN / 2, _SIGN, _SIGN), colour=Colour(colour))


def describe(graphic: Graphic) -> str:
    """The steps in their order, what the arrow is, and where it comes from."""
    diagram = graphic.diagram
    parts, outcomes = (" plus ".join(_said(part) for part in group) for group in (diagram.parts, diagram.outcomes))
    sources = "; ".join(dict.fromkeys(citation.source.short for citation in _cited(diagram)))
    scope = f" {capital(diagram.scope)}." if diagram.scope else ""
    return (
        f"{diagram.headline.rstrip('.')}. {capital(parts)}, then an arrow to {outcomes}. "
        f"The arrow is what the source says, and no measurement.{scope} Source: {sources}."
    )


def _said(part: DiagramPart) -> str:
    return f"{part.lead} ({part.text})" if part.text else part.lead


def _cited(diagram: Diagram) -> Iterator[Citation]:
    yield from diagram.cite
    for part in (*diagram.parts, *diagram.outcomes):
        yield from part.cite


GRAPHIC = GraphicKind(
    title="Flow", refuses=refuses, draw=draw, describe=describe, shape="wide", shows=Diagram, native=True
)
