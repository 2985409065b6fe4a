"""A count as equal circles, each for the same round number, which is stated."""

from __future__ import annotations

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import capital
from deckmaker.layout.packing import Block, pack
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import NEVER_DERIVED, figure_words, hedge_of, number_words, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Picture

_FEWEST = 8
"""Fewest circles of a large count: the rounding then stays small, and counts of like size share their scale."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is no count of things that circles can stand for."""
    if statistic.unit is not Unit.COUNT:
        return f"circles stand for a count, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"this figure has {len(statistic.values)} groups"
    if statistic.values[0].high is not None:
        return "circles would have to choose one value inside the range"
    if statistic.value < 1 or statistic.value != int(statistic.value):
        return "only whole things can be drawn as circles"
    return ""


def each_stands_for(statistic: Statistic) -> int:
    """What one circle stands for: a power of ten."""
    each = 1
    while statistic.value / (each * 10) >= _FEWEST:
        each *= 10
    return each


def circle_count(statistic: Statistic) -> int:
    """How many circles there are: whole ones only, and not more than an upper bound allows."""
    exact = statistic.value / each_stands_for(statistic)
    return int(exact) if hedge_of(statistic.values[0], statistic) in NEVER_DERIVED else int(exact + 0.5)


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The circles with the figure and its key below."""
    statistic = graphic.statistic
    drawing, each, count = statistic.drawing, each_stands_for(statistic), circle_count(statistic)
    told = f"{capital(figure_words(statistic))} {drawing.unit_plural}".rstrip()
    unit = drawing.unit_name if each == 1 else drawing.unit_plural
    circle = f"One circle is {number_words(each) if each > 1 else 'one'} {unit}".rstrip()
    exact = count * each == statistic.value
    wordings = ((told, circle if exact else f"{circle}, rounded to whole circles"), (told, circle))

    def circles(room: float) -> Block:
        return pack(count, width, room, GAP, range(1, count + 1) if count <= 12 else (5, 10, 15, 20, 25, 30), 96)

    found = keyed(wordings, circles, width, height, measure)
    return Picture(width=width, height=height, marks=(*coins(found.block, count, drawing.icon), *found.key()))


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    count, each = circle_count(statistic), number_words(each_stands_for(statistic))
    circles = "1 circle" if count == 1 else f"{count} circles"
    return f"{circles}, each for {each}{_rounded(statistic)}. {telling(statistic)}"


def _rounded(statistic: Statistic) -> str:
    exact = circle_count(statistic) * each_stands_for(statistic) == statistic.value
    return "" if exact else ", rounded to whole circles"


GRAPHIC = GraphicKind(title="Count in circles", refuses=refuses, draw=draw, describe=describe, shape="square")
