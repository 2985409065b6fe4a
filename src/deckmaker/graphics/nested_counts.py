"""Two counts whose overlap is not stated: groups of circles apart, on one scale, and a line that says so."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.counting import each_stands_for, symbol_count, symbol_key
from deckmaker.layout.lettering import SMALLEST, Passage, capital, passage, stack, stacked_height
from deckmaker.layout.packing import Block, pack
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, number_words, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Mark, NoRoomError, Picture, Segment

_NOTE = "Whether one group includes the other is not stated"
_MOST = 100
"""Most circles of one group."""
_BETWEEN = 48.0
_COLOURS = ("focus", "series")
_SMALLEST_CELL = 9.0


def refuses(statistic: Statistic) -> str:
    """Why the figure is no count that may stand beside another."""
    if statistic.unit is not Unit.COUNT:
        return f"circles stand for a count, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1 or statistic.values[0].high is not None:
        return "circles stand for one count, and this figure has several values"
    if statistic.value < 1 or statistic.value != int(statistic.value):
        return "only whole things can be drawn as circles"
    if not statistic.drawing.beside:
        return "the record names no count that may be drawn beside it"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """Both groups side by side, or under one another in a high box; the larger type that leaves the larger circles."""
    pair = _pair(graphic)
    each = _each(pair)
    arrangements = (True, False) if width > 1.2 * height else (False, True)
    for across in arrangements:
        for size in (24.0, 20.0, SMALLEST):
            found = _arranged(pair, each, width, height, size, across, measure)
            if found:
                return Picture(width=width, height=height, marks=found)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for both groups, their words and the key")


def _pair(graphic: Graphic) -> tuple[Statistic, Statistic]:
    if graphic.beside is None or refuses(graphic.statistic):
        raise ValueError(refuses(graphic.statistic) or "the second count is missing")
    if graphic.beside.unit is not Unit.COUNT or graphic.beside.drawing.unit_plural != _units(graphic.statistic):
        raise ValueError(f"‘{graphic.beside.id}’ counts other things, so the two share no scale")
    return graphic.statistic, graphic.beside


def _units(statistic: Statistic) -> str:
    return statistic.drawing.unit_plural


def _each(pair: tuple[Statistic, Statistic]) -> int:
    """What one circle stands for, in both groups. Raises ``NoRoomError`` where one would have far too many."""
    each = min(each_stands_for(one) for one in pair)
    larger = max(pair, key=lambda one: one.value)
    while symbol_count(larger, each) > _MOST:
        each *= 10
    if min(symbol_count(one, each) for one in pair) < 1:
        raise NoRoomError("the two counts are too different for circles on one scale")
    return each


@dataclass(frozen=True, slots=True)
class _Group:
    """One count: its circles and the words below them."""

    block: Block
    words: tuple[Passage, Passage]

    @property
    def height(self) -> float:
        return self.block.height + 8 + stacked_height(self.words)

    def marks(self, x: float, top: float, words: float, icon: str, colour: str) -> tuple[Mark, ...]:
        """Circles from ``top``, words from ``words`` down."""
        circles = coins(self.block, self.block.count, icon, x, top, colour=colour)
        return (*circles, *stack(self.words, x, words))


def _arranged(
    pair: tuple[Statistic, Statistic],
    each: int,
    width: float,
    height: float,
    size: float,
    across: bool,
    measure: Measure,
) -> tuple[Mark, ...]:
    column = (width - _BETWEEN) / 2 if across else width
    words = [_words(one, column, size, colour, measure) for one, colour in zip(pair, _COLOURS, strict=True)]
    foot = _foot(pair, each, width, measure)
    room = height - stacked_height(foot) - 14
    counts = [symbol_count(one, each) for one in pair]
    if not all(each.fits for each in (*foot, *words[0], *words[1])):
        return ()
    if across:
        left = room - max(stacked_height(one) for one in words) - 10
        blocks = _across(counts, column, left)
    else:
        left = room - sum(stacked_height(one) for one in words) - 10 * 2 - 16
        blocks = _down(counts, column, left)
    if blocks is None:
        return ()
    groups = [_Group(block, one) for block, one in zip(blocks, words, strict=True)]
    icon = pair[0].drawing.icon
    low = height - stacked_height(foot)
    if across:
        below = max(group.block.height for group in groups) + 8
        second = column + _BETWEEN
        middle = column + _BETWEEN / 2
        return (
            Segment(x1=middle, y1=0, x2=middle, y2=room - 4, colour=Colour("rest"), width=1.5),
            *groups[0].marks(0, 0, below, icon, _COLOURS[0]),
            *groups[1].marks(second, 0, below, icon, _COLOURS[1]),
            *stack(foot, 0, low),
        )
    second = groups[0].height + 16
    return (
        Segment(x1=1, y1=second - 7, x2=width - 1, y2=second - 7, colour=Colour("rest"), width=1.5),
        *groups[0].marks(0, 0, groups[0].block.height + 8, icon, _COLOURS[0]),
        *groups[1].marks(0, second, second + groups[1].block.height + 8, icon, _COLOURS[1]),
        *stack(foot, 0, low),
    )


def _words(statistic: Statistic, column: float, size: float, colour: str, measure: Measure) -> tuple[Passage, Passage]:
    figure = passage(capital(figure_words(statistic)), column, size * 1.3, measure, colour=colour, bold=True)
    return figure, passage(statistic.counted, column, max(size - 4, SMALLEST), measure)


def _foot(pair: tuple[Statistic, Statistic], each: int, width: float, measure: Measure) -> tuple[Passage, Passage]:
    exact = all(symbol_count(one, each) * each == one.value for one in pair)
    key = symbol_key(pair[0], each) + ("" if exact else ", rounded down to whole circles")
    return (
        passage(_NOTE, width, SMALLEST, measure, bold=True),
        passage(key, width, SMALLEST, measure, colour="secondary"),
    )


def _across(counts: list[int], column: float, room: float) -> list[Block] | None:
    """Blocks of one cell and as many columns, so that the groups are compared at a glance."""
    largest = pack(max(counts), column, room, GAP, (5, 10, 20), 64)
    blocks = [Block(count, largest.columns, largest.cell, largest.gap) for count in counts]
    return blocks if largest.cell >= _SMALLEST_CELL else None


def _down(counts: list[int], column: float, room: float) -> list[Block] | None:
    """Blocks of one cell and as many columns, under one another."""
    for columns in (5, 10, 20, 25, 50):
        rows = sum(-(-count // columns) for count in counts)
        cell = min(column / (columns + GAP * (columns - 1)), room / (rows + GAP * rows), 48.0)
        blocks = [Block(count, columns, cell, cell * GAP) for count in counts]
        if cell >= 16 or (columns == 50 and cell >= _SMALLEST_CELL):
            return blocks
    return None


def describe(graphic: Graphic) -> str:
    """What the picture shows, then both figures with everything that belongs to them."""
    pair = _pair(graphic)
    each = _each(pair)
    one, other = (symbol_count(statistic, each) for statistic in pair)
    return (
        f"Two groups of circles apart from each other, {one} and {other}, each circle for {number_words(each)}. "
        f"{telling(pair[0])} {telling(pair[1])} {_NOTE}."
    )


GRAPHIC = GraphicKind(
    title="Two counts side by side", refuses=refuses, draw=draw, describe=describe, shape="wide", native=True
)
