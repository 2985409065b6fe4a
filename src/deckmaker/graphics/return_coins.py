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
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Mark, NoRoomError, Picture

_ICONS = {Unit.POUNDS: "sterling-sign", Unit.DOLLARS: "dollar-sign"}
_MOST = 40


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
    """The coin that is spent, and below it those that can come back, each row under its words."""
    statistic = graphic.statistic
    for size, other in ((28.0, 22.0), (24.0, 20.0), (20.0, 18.0), (18.0, 18.0)):
        spent = passage(capital(_spent(statistic)), width, other, measure, bold=True)
        back = passage(capital(figure_words(statistic)), width, size, measure, colour="focus", bold=True)
        key = passage(f"One coin is {in_unit(1, statistic.unit)}", width, other, measure, colour="secondary")
        words = (spent, back, key)
        block = _coins(int(statistic.value), width, height - stacked_height(words) - 4.6 * _gap(size))
        if all(each.fits for each in words) and block.cell >= 22:
            marks = _rows(statistic, block, words, _gap(size))
            return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the coins and their words")


def _coins(count: int, width: float, height: float) -> Block:
    """Coins of such a size that the rows that come back and the one that is spent fill the height."""
    found = []
    for most in range(1, 5):
        columns = ceil(count / most)
        rows = ceil(count / columns)
        found.append(pack(count, width, height * rows / (rows + 1), GAP, (columns,), 84))
    return max(found, key=lambda each: (round(each.cell), -each.rows))


def _rows(statistic: Statistic, block: Block, words: tuple[Passage, ...], gap: float) -> tuple[Mark, ...]:
    spent, back, key = words
    icon = _ICONS[statistic.unit]
    first = spent.height + gap
    second = first + block.cell + 1.6 * gap
    third = second + back.height + gap
    return (
        *coins(Block(1, 1, block.cell, block.gap), 1, icon, 0, first, colour="series"),
        *coins(block, block.count, icon, 0, third),
        *spent.labels(0, 0),
        *back.labels(0, second),
        *key.labels(0, third + block.height + gap),
    )


def _gap(size: float) -> float:
    return size * 0.36


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
