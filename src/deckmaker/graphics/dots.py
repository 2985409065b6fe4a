"""A count as equal circles, each for the same round number, which is stated."""

from __future__ import annotations

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.counting import each_stands_for, symbol_count, symbol_key
from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import capital
from deckmaker.layout.packing import Block, pack
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, number_words, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Picture


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


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The circles with the figure and its key below."""
    statistic = graphic.statistic
    drawing, each = statistic.drawing, each_stands_for(statistic)
    count = symbol_count(statistic, each)
    told = f"{capital(figure_words(statistic))} {drawing.unit_plural}".rstrip()
    circle = symbol_key(statistic, each)
    exact = count * each == statistic.value
    rounded = circle if exact else f"{circle}, rounded to whole circles"
    wordings = ((rounded,), (circle,)) if graphic.figure_told else ((told, rounded), (told, circle))

    def circles(room: float) -> Block:
        return pack(count, width, room, GAP, range(1, count + 1) if count <= 12 else (5, 10, 15, 20, 25, 30), 96)

    found = keyed(wordings, circles, width, height, measure)
    return Picture(width=width, height=height, marks=(*coins(found.block, count, drawing.icon), *found.key()))


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    each = each_stands_for(statistic)
    count = symbol_count(statistic, each)
    circles = "1 circle" if count == 1 else f"{count} circles"
    rounded = "" if count * each == statistic.value else ", rounded to whole circles"
    return f"{circles}, each for {number_words(each)}{rounded}. {telling(statistic)}"


GRAPHIC = GraphicKind(title="Count in circles", refuses=refuses, draw=draw, describe=describe, shape="square")
