"""A share as a natural frequency: 100 circles, as many of them solid as the figure says, filled as one block."""

from __future__ import annotations

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import capital
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import HedgedFigure, Refusal, hedge_of, hedged_figure, in_every_hundred, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Picture


def refuses(statistic: Statistic) -> str:
    """Why the figure is no number of whole people in every hundred."""
    first = statistic.values[0]
    if statistic.unit is not Unit.PERCENT:
        return f"an array shows how many in every 100, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"one array shows one share, and this figure has {len(statistic.values)} groups"
    if first.high is not None:
        return "an array would have to choose one value inside the range"
    if not 0 <= first.value <= 100:
        return "the figure is no share of a whole"
    told = _hundred(statistic)
    return told.because if isinstance(told, Refusal) else ""


def figure(statistic: Statistic) -> HedgedFigure:
    """The figure for large type, as the source prints it: “at least” and “15%”."""
    return hedged_figure(statistic)


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The circles with their key below."""
    statistic = graphic.statistic
    drawing = statistic.drawing
    told = f"{capital(str(_hundred(statistic)))} {drawing.unit_plural}".rstrip()
    circle = f"One circle is one {drawing.unit_name}" if drawing.unit_name else "All circles stand for the same"
    wordings = ((told, f"{circle}. Solid ones are counted."), (told, f"{circle}."), (told,))

    def circles(across: float, down: float) -> Block:
        return pack(100, across, down, GAP, (10, 20, 25, 50))

    def ten(across: float, down: float) -> Block:
        return pack(100, across, down, GAP, (10,))

    found = keyed(wordings, circles, width, height, measure, beside=ten)
    marks = (*coins(found.block, int(statistic.value), drawing.icon), *found.key())
    return Picture(width=width, height=height, marks=settled(marks, height))


def _hundred(statistic: Statistic) -> str | Refusal:
    return in_every_hundred(statistic.value, hedge_of(statistic.values[0], statistic))


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    shown = f"100 circles, {int(statistic.value)} of them solid: {_hundred(statistic)}."
    return f"{shown} {telling(statistic)}"


GRAPHIC = GraphicKind(
    title="Icon array", refuses=refuses, draw=draw, describe=describe, figure=figure, shape="square", native=True
)
