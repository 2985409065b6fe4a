"""Two counts whose overlap is not stated: groups of circles apart, on one scale, and a line that says so.

Words with which both begin are told once, above them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product, takewhile

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.counting import each_stands_for, symbol_count, symbol_key
from deckmaker.layout.lettering import ASCENT, CAPITAL, SMALLEST, Passage, capital, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, number_words, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Mark, NoRoomError, Picture, Segment

_NOTE = "Whether one group includes the other is not stated"
_MOST = 100
"""Most circles of one group."""
_BETWEEN = 48.0
_COLOURS = ("focus", "series")
_SMALLEST_CELL, _GOOD_CELL, _LARGEST_CELL = 9.0, 22.0, 64.0
"""Sides of a circle: the least, the least with an icon, and the greatest."""
_FIGURE = CAPITAL + 0.22
"""Height that a figure takes, as a share of its size."""
_TOLD = 36.0
"""Greatest size of a figure where the first one is told beside."""
_AIR = 9.0
_SEVERAL = 3
"""So many words at least are told once for both."""


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
    """Both groups side by side or under one another: the largest type that leaves circles of a good size."""
    pair = _pair(graphic)
    asked = _Asked(pair, _each(pair), width, height, measure)
    found: list[tuple[float, tuple[Mark, ...]]] = []
    for size, times in product((30.0, 24.0, 20.0, SMALLEST), (2.2, 1.8, 1.4)):
        figure = min(size * times, _TOLD if graphic.figure_told else size * times)
        both = [asked.across(size, figure), asked.down(size, figure)]
        best = max(both if width > height else reversed(both), key=lambda way: way[0])
        if best[0] >= _GOOD_CELL:
            return Picture(width=width, height=height, marks=settled(best[1], height))
        found.append(best)
    cell, marks = max(found, key=lambda way: way[0])
    if cell < _SMALLEST_CELL:
        raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for both groups, their words and the key")
    return Picture(width=width, height=height, marks=settled(marks, height))


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


@frozen
class _Group:
    """One count from top to bottom: its figure, what it counts, and its circles."""

    figure: Passage
    words: Passage
    block: Block

    @property
    def fits(self) -> bool:
        return self.figure.fits and self.words.fits and len(self.figure.lines) == 1

    @property
    def head(self) -> float:
        """Height above the circles."""
        return self.figure.size * _FIGURE + self.words.height + 8

    def marks(self, x: float, top: float, circles: float, icon: str, colour: str) -> tuple[Mark, ...]:
        """Figure and words from ``top`` on, circles from ``circles`` on."""
        rise = self.figure.size * (ASCENT - CAPITAL) - 2
        return (
            *coins(self.block, self.block.count, icon, x, circles, colour=colour),
            *self.figure.labels(x, top - rise),
            *self.words.labels(x, top + self.figure.size * _FIGURE),
        )


@frozen
class _Asked:
    """Two counts, what one circle is, and the box; each way to fill it says how large circles are, 0 without room."""

    pair: tuple[Statistic, Statistic]
    each: int
    width: float
    height: float
    measure: Measure

    @property
    def counts(self) -> list[int]:
        return [symbol_count(one, self.each) for one in self.pair]

    def across(self, size: float, figure: float) -> tuple[float, tuple[Mark, ...]]:
        """Side by side under what both have in common, a line between them."""
        column = (self.width - _BETWEEN) / 2
        head, foot = self._head(size), self._foot()
        groups = self._groups(column, size, figure)
        top = head.height + (size * 0.5 if head.lines else 0.0)
        circles = top + max(group.head for group in groups)
        room = self.height - circles - stacked_height(foot) - size * 0.7
        packed = pack(max(self.counts), column, room, GAP, (5, 10, 20), _LARGEST_CELL) if room > 0 else None
        if packed is None or not _all_fit(groups, head, *foot):
            return 0.0, ()
        groups = [
            replace(group, block=replace(packed, count=count)) for group, count in zip(groups, self.counts, strict=True)
        ]
        middle, low = column + _BETWEEN / 2, circles + packed.height
        icon = self.pair[0].drawing.icon
        return packed.cell, (
            Segment(x1=middle, y1=top + 4, x2=middle, y2=low, colour=Colour("rest"), width=1.5),
            *groups[0].marks(0, top, circles, icon, _COLOURS[0]),
            *groups[1].marks(column + _BETWEEN, top, circles, icon, _COLOURS[1]),
            *head.labels(0, 0),
            *stack(foot, 0, low + size * 0.7),
        )

    def down(self, size: float, figure: float) -> tuple[float, tuple[Mark, ...]]:
        """Under one another, a line between them."""
        head, foot = self._head(size), self._foot()
        groups = self._groups(self.width, size, figure)
        top = head.height + (size * 0.5 if head.lines else 0.0)
        words = top + sum(group.head for group in groups) + 2 * _AIR + stacked_height(foot) + size * 0.7
        blocks = _down(self.counts, self.width, self.height - words)
        if not _all_fit(groups, head, *foot):
            return 0.0, ()
        one, other = (replace(group, block=block) for group, block in zip(groups, blocks, strict=True))
        second = top + one.head + one.block.height + 2 * _AIR
        low = second + other.head + other.block.height
        icon = self.pair[0].drawing.icon
        return one.block.cell, (
            Segment(x1=1, y1=second - _AIR, x2=self.width - 1, y2=second - _AIR, colour=Colour("rest"), width=1.5),
            *one.marks(0, top, top + one.head, icon, _COLOURS[0]),
            *other.marks(0, second, second + other.head, icon, _COLOURS[1]),
            *head.labels(0, 0),
            *stack(foot, 0, low + size * 0.7),
        )

    def _head(self, size: float) -> Passage:
        """The words that both groups begin with."""
        words = _common(self.pair)
        return passage(f"{capital(words)}:" if words else "", self.width, size, self.measure, bold=True)

    def _groups(self, column: float, size: float, figure: float) -> list[_Group]:
        skipped = len(_common(self.pair).split())
        return [
            _Group(
                passage(capital(figure_words(one)), column, figure, self.measure, colour=colour, bold=True),
                passage(" ".join(one.counted.split()[skipped:]), column, size, self.measure),
                Block(0, 1, 0.0, 0.0),
            )
            for one, colour in zip(self.pair, _COLOURS, strict=True)
        ]

    def _foot(self) -> tuple[Passage, Passage]:
        exact = all(symbol_count(one, self.each) * self.each == one.value for one in self.pair)
        key = symbol_key(self.pair[0], self.each) + ("" if exact else ", rounded down to whole circles")
        return (
            passage(_NOTE, self.width, SMALLEST, self.measure, bold=True),
            passage(key, self.width, SMALLEST, self.measure, colour="secondary"),
        )


def _all_fit(groups: list[_Group], *words: Passage) -> bool:
    return all(group.fits for group in groups) and all(each.fits for each in words)


def _common(pair: tuple[Statistic, Statistic]) -> str:
    """The words with which both say what they count, where these are several and not all: they are told once."""
    one, other = (statistic.counted.split() for statistic in pair)
    same = len([word for word, _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False))])
    return " ".join(one[:same]) if _SEVERAL <= same < min(len(one), len(other)) else ""


def _down(counts: list[int], column: float, room: float) -> list[Block]:
    """Blocks of one cell and as many columns, under one another: the fewest columns that leave cells of a good size."""
    found = []
    for columns in (5, 10, 20, 25, 50):
        rows = sum(-(-count // columns) for count in counts)
        cell = min(column / (columns + GAP * (columns - 1)), room / (rows + GAP * rows), _LARGEST_CELL)
        found.append([Block(count, columns, max(cell, 0.0), max(cell, 0.0) * GAP) for count in counts])
    largest = max(blocks[0].cell for blocks in found)
    return next(blocks for blocks in reversed(found) if blocks[0].cell >= 0.82 * largest)


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
