"""A share as a grid of 100 squares, filled as one block: solid squares are counted, outlined ones are the rest."""

from __future__ import annotations

from itertools import product
from math import floor

from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import DESCENT, SMALLEST, Passage, capital, largest, passage, stack
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, hedged_figure, number_words, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Label, Mark, Picture, Rectangle

_GAP = 0.19
"""Between squares, as a share of a square."""
_COLUMNS = (10, 20, 25, 50)
_SIZES = ((30.0, 24.0), (26.0, 22.0), (24.0, 20.0), (20.0, SMALLEST))
"""Sizes of the base and of the predicate beside a grid, largest first."""
_LEAST = 15.0
"""Smaller squares stand in longer rows, where that makes them larger."""
_WIDE = 1.7
"""From this width to height on, the words stand beside the grid."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is not a share that whole squares can show."""
    first = statistic.values[0]
    if statistic.unit is not Unit.PERCENT:
        return f"a grid shows a share in every 100, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"one grid shows one share, and this figure has {len(statistic.values)} groups"
    if first.high is not None:
        return "a grid would have to choose one value inside the range"
    if not 0 <= first.value <= 100:
        return f"{number_words(first.value)}% is no share of a whole"
    if 0 < first.value < 1:
        return "a share below 1 in every 100 would be an empty grid"
    return ""


def solid_squares(statistic: Statistic) -> int:
    """How many squares are solid: whole ones only, never more than the share."""
    return floor(statistic.value)


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The grid with its key below, or beside its figure in a wide box."""
    beside = width > _WIDE * height and not graphic.figure_told
    marks = _beside(graphic.statistic, width, height, measure) if beside else ()
    return Picture(width=width, height=height, marks=marks or _above(graphic.statistic, width, height, measure))


def _above(statistic: Statistic, width: float, height: float, measure: Measure) -> tuple[Mark, ...]:
    counted, key = _key(statistic)
    wordings = ((counted, key), (counted, "One square: 1 in 100"), (counted,))

    def squares(across: float, down: float) -> Block:
        return pack(100, across, down, _GAP, _COLUMNS)

    def ten(across: float, down: float) -> Block:
        return pack(100, across, down, _GAP, (10,))

    found = keyed(wordings, squares, width, height, measure, beside=ten)
    return settled((*_squares(statistic, found.block, 0, 0), *found.key()), height)


def _beside(statistic: Statistic, width: float, height: float, measure: Measure) -> tuple[Mark, ...]:
    """Figure and words to the left of a grid as high as the box; nothing where the words find no room."""
    block = pack(100, width * 0.62, height, _GAP, (10,))
    if block.cell < _LEAST:
        block = pack(100, width * 0.62, height, _GAP, _COLUMNS)
    column = min(width - block.width - 32, 420)
    if column < 150:
        return ()
    for many, share, sizes in product((4, 3, 2), (0.5, 0.42, 0.34), _SIZES):
        *words, foot = _words(statistic, column, height * share, sizes, measure)
        told = words[:many]
        if all(each.fits for each in (*told, foot)) and _column_height(told, foot) <= height:
            labels = (*_from_top(told), *stack([foot], 0, height - foot.height))
            return (*_squares(statistic, block, width - block.width, (height - block.height) / 2), *labels)
    return ()


def _words(
    statistic: Statistic, column: float, most: float, sizes: tuple[float, float], measure: Measure
) -> tuple[Passage, ...]:
    """Hedge, figure at most ``most`` points high, base, predicate and what one square is."""
    figure, (large, small) = hedged_figure(statistic), sizes
    size = largest(figure.figure, column, min(most, 150), measure)
    return (
        passage(capital(figure.hedge), column, large, measure, bold=True),
        passage(figure.figure, column, size, measure, colour="focus", bold=True),
        passage(statistic.base, column, large, measure, bold=True),
        passage(statistic.predicate, column, small, measure),
        passage(f"{_key(statistic)[1]}.", column, min(small, 20.0), measure, colour="secondary"),
    )


def _key(statistic: Statistic) -> tuple[str, str]:
    """What solid squares are, and what one square is."""
    units = statistic.drawing.unit_plural
    solid = solid_squares(statistic)
    share = f"{capital(figure_words(statistic))} of {units}" if units else capital(figure_words(statistic))
    whole = "" if solid == statistic.value else f" ({solid} whole squares)"
    return f"Solid: {share[:1].lower()}{share[1:]}{whole}", f"Each square is 1 in every 100 {units}".rstrip()


def _from_top(words: list[Passage]) -> tuple[Label, ...]:
    """The passages from the top, large digits drawn up to where their own height begins."""
    labels: list[Label] = []
    top = 0.0
    for each in words:
        rise = each.size * 0.16 if each.size > 40 else 0.0
        labels.extend(each.labels(0, top - rise))
        top += each.height - rise * 1.6 if each.lines else 0.0
    return tuple(labels)


def _column_height(words: list[Passage], foot: Passage) -> float:
    labels = _from_top(words)
    bottom = max(label.y + label.size * DESCENT for label in labels)
    return bottom + 12 + foot.height


def _squares(statistic: Statistic, block: Block, x: float, y: float) -> tuple[Rectangle, ...]:
    solid = solid_squares(statistic)
    boxes = [Box(left, top, block.cell, block.cell) for left, top in block.places(x, y)]
    radius, line = block.cell * 0.2, max(1.0, min(2.0, block.cell * 0.055))
    filled = tuple(Rectangle(box=box, radius=radius, fill=Colour("focus")) for box in boxes[:solid])
    rest = Colour("rest")
    rings = tuple(Rectangle(box=box, radius=radius, outline=rest, outline_width=line) for box in boxes[solid:])
    return (*filled, *rings)


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    solid = solid_squares(graphic.statistic)
    return f"A grid of 100 squares, {solid} of them solid. {telling(graphic.statistic)}"


GRAPHIC = GraphicKind(
    title="Proportion grid", refuses=refuses, draw=draw, describe=describe, shape="square", native=True
)
