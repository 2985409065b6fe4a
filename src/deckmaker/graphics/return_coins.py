"""What one pound or dollar spent can bring back: one coin against as many equal coins, with the hedge of the source."""

from __future__ import annotations

from math import ceil

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.lettering import Passage, capital, passage, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, in_unit, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Mark, NoRoomError, Picture

_ICONS = {Unit.POUNDS: "sterling-sign", Unit.DOLLARS: "dollar-sign"}
_MOST = 40
_TOLD = "What can come back"
_SIZES = (
    ((48.0, 22.0), (40.0, 22.0), (32.0, 20.0), (26.0, 20.0), (22.0, 18.0), (18.0, 18.0)),
    ((22.0, 22.0), (20.0, 20.0), (18.0, 18.0)),
)
"""Sizes of what can come back and of other words, largest first; in the second row where it is told beside."""
_LARGEST, _LEAST = 84.0, 22.0
"""Sides of a coin."""
_WIDE, _LEFT, _GUTTER = 2.1, 0.28, 44.0
"""From which width to height on they stand side by side, greatest share of the spent one, what lies between."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is no return on one coin."""
    if statistic.unit not in _ICONS:
        return f"coins stand for money, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1 or statistic.values[0].high is not None:
        return "coins show one return, and this figure has several values"
    if not 1 <= statistic.value <= _MOST or statistic.value != int(statistic.value):
        return f"only a whole return of up to {_MOST} can be drawn as coins"
    one = in_unit(1, statistic.unit)
    return "" if one in _spent(statistic) else f"the record does not say that the return is on {one}"


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The coin that is spent and those that can come back, each under its words: side by side in a wide box."""
    statistic = graphic.statistic
    arrangements = (_across, _down) if width > _WIDE * height else (_down, _across)
    for arrange in arrangements:
        for size, other in _SIZES[graphic.figure_told]:
            told = _TOLD if graphic.figure_told else capital(figure_words(statistic))
            marks = arrange(statistic, told, Box(0, 0, width, height), (size, other), measure)
            if marks:
                return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the coins and their words")


def _words(
    statistic: Statistic, told: str, columns: tuple[float, float], sizes: tuple[float, float], measure: Measure
) -> tuple[Passage, Passage, Passage]:
    """What is spent, what can come back, and what one coin is."""
    size, other = sizes
    return (
        passage(capital(_spent(statistic)), columns[0], other, measure, bold=True),
        passage(told, columns[1], size, measure, colour="focus", bold=True),
        passage(f"One coin is {in_unit(1, statistic.unit)}", columns[0], other, measure, colour="secondary"),
    )


def _down(statistic: Statistic, told: str, box: Box, sizes: tuple[float, float], measure: Measure) -> tuple[Mark, ...]:
    """The coin that is spent, and below it those that can come back."""
    words = _words(statistic, told, (box.width, box.width), sizes, measure)
    spent, back, key = words
    gap = sizes[0] * 0.36 if sizes[0] < 30 else sizes[1] * 0.4
    block = _coins(int(statistic.value), box.width, box.height - stacked_height(words) - 4.6 * gap)
    if not all(each.fits for each in words) or block.cell < max(_LEAST, sizes[0] * 0.9):
        return ()
    first = spent.height + gap
    second = first + block.cell + 1.6 * gap
    third = second + back.height + gap
    return (
        *_spent_coin(statistic, block, 0, first),
        *coins(block, block.count, _ICONS[statistic.unit], 0, third),
        *spent.labels(0, 0),
        *back.labels(0, second),
        *key.labels(0, third + block.height + gap),
    )


def _across(
    statistic: Statistic, told: str, box: Box, sizes: tuple[float, float], measure: Measure
) -> tuple[Mark, ...]:
    """The coin that is spent at the left, those that can come back at the right, all first rows on one line."""
    left = min(measure(_spent(statistic), sizes[1], bold=True) + 6, box.width * _LEFT)
    right = box.width - left - _GUTTER
    words = _words(statistic, told, (left, right), sizes, measure)
    spent, back, key = words
    gap = sizes[1] * 0.5
    top = max(spent.height, back.height)
    count = int(statistic.value)
    choices = [n for n in range(1, count + 1) if (count % n or n) * 2 >= n]
    block = pack(count, right, box.height - top - key.height - 2 * gap, GAP, choices, _LARGEST)
    if not all(each.fits for each in words) or block.cell < max(_LEAST, sizes[0] * 0.9) or len(back.lines) > 1:
        return ()
    start = left + _GUTTER
    return (
        *_spent_coin(statistic, block, 0, top + gap),
        *coins(block, count, _ICONS[statistic.unit], start, top + gap),
        *spent.labels(0, top - spent.height),
        *back.labels(start, top - back.height),
        *key.labels(0, top + gap + block.height + gap),
    )


def _spent_coin(statistic: Statistic, block: Block, x: float, y: float) -> tuple[Mark, ...]:
    return coins(Block(1, 1, block.cell, block.gap), 1, _ICONS[statistic.unit], x, y, colour="series")


def _coins(count: int, width: float, height: float) -> Block:
    """Coins of such a size that the rows that come back and the one that is spent fill the height."""
    found = []
    for most in range(1, 5):
        columns = ceil(count / most)
        rows = ceil(count / columns)
        found.append(pack(count, width, height * rows / (rows + 1), GAP, (columns,), _LARGEST))
    return max(found, key=lambda each: (round(each.cell), -each.rows))


def _spent(statistic: Statistic) -> str:
    return statistic.values[0].label or statistic.base


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    count = int(statistic.value)
    return f"One coin {_spent(statistic)}, and {count} coins for what can come back. {telling(statistic)}"


GRAPHIC = GraphicKind(
    title="Return in coins", refuses=refuses, draw=draw, describe=describe, shape="square", native=True
)
