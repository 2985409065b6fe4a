"""A count as equal symbols, each for the same round number, which is stated. Whole symbols, and never one too many."""

from __future__ import annotations

from deckmaker.layout.coins import coins
from deckmaker.layout.counting import each_stands_for, symbol_count, symbol_key
from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import capital
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, number_words, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Mark, Picture, Symbol

_SMALLEST_ICON = 15.0
"""Cells that are smaller hold circles: an icon would be a speck."""
_GAP = 0.1
"""Between cells, as a share of one. Icons leave more between them, since few fill their cell."""
_FILLS = 0.94
"""Side of an icon as a share of its cell."""
_COLUMNS = (5, 10, 15, 20, 25, 30)
"""Symbols in a row, so that rows can be counted in fives."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is no count of things that symbols can stand for."""
    if statistic.unit is not Unit.COUNT:
        return f"symbols stand for a count, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"this figure has {len(statistic.values)} groups"
    if statistic.values[0].high is not None:
        return "symbols would have to choose one value inside the range"
    if statistic.value < 1 or statistic.value != int(statistic.value):
        return "only whole things can be drawn as symbols"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The symbols with the figure and its key below."""
    statistic = graphic.statistic
    drawing, each = statistic.drawing, each_stands_for(statistic)
    count = symbol_count(statistic, each)
    told = f"{capital(figure_words(statistic))} {drawing.unit_plural}".rstrip()
    key = symbol_key(statistic, each, "One symbol stands for")
    exact = count * each == statistic.value
    rounded = key if exact else f"{key}; rounded down to whole symbols"
    short = key if exact else f"{key}, rounded down"
    wordings = ((rounded,), (short,)) if graphic.figure_told else ((told, rounded), (told, short))

    def symbols(across: float, down: float) -> Block:
        return pack(count, across, down, _GAP, range(1, count + 1) if count <= 12 else _COLUMNS, 96)

    found = keyed(wordings, symbols, width, height, measure, beside=symbols if count > 12 else None)
    marks = (*_symbols(found.block, drawing.icon), *found.key())
    return Picture(width=width, height=height, marks=settled(marks, height))


def _symbols(block: Block, icon: str) -> tuple[Mark, ...]:
    """The record's icon in every cell, or solid circles where it has none."""
    if not icon or block.cell < _SMALLEST_ICON:
        return coins(block, block.count, "")
    side = block.cell * _FILLS
    inset = (block.cell - side) / 2
    return tuple(
        Symbol(icon=icon, box=Box(x + inset, y + inset, side, side), colour=Colour("focus")) for x, y in block.places()
    )


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    each = each_stands_for(statistic)
    count = symbol_count(statistic, each)
    symbols = "1 symbol" if count == 1 else f"{count} symbols of one size"
    rounded = "" if count * each == statistic.value else ", rounded down to whole symbols"
    return f"{symbols}, each for {number_words(each)}{rounded}. {telling(statistic)}"


GRAPHIC = GraphicKind(
    title="Count in symbols", refuses=refuses, draw=draw, describe=describe, shape="square", native=True, version=2
)
