"""One figure as large as the box allows, beside the icon of what it counts, over its claim."""

from __future__ import annotations

from deckmaker.layout.coins import coins
from deckmaker.layout.lettering import ASCENT, CAPITAL, SMALLEST, capital, largest, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedged_figure, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Mark, NoRoomError, Picture

_LARGEST = 190.0
_TALL, _LEAST = 2.6, 1.2
"""How large the figure should be, and at least is, beside the size of the words."""
_BESIDE = 0.22
"""Between icon and figure, as a share of the figure's size."""


def refuses(statistic: Statistic) -> str:
    """One number is one number: several groups need bars."""
    return "" if len(statistic.values) == 1 else "several groups need their names, which bars give them"


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """Hedge, figure and claim from top to bottom, as large as the box allows."""
    both = (graphic.statistic.base, graphic.statistic.predicate)
    for sentences, least in ((both, _TALL), (both[:1], _TALL), (both, _LEAST), (both[:1], _LEAST)):
        for size in (44.0, 36.0, 30.0, 26.0, 22.0, 20.0, SMALLEST):
            marks = _arranged(graphic.statistic, sentences, width, height, size, least, measure)
            if marks:
                return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the figure and its words")


def _arranged(
    statistic: Statistic,
    sentences: tuple[str, ...],
    width: float,
    height: float,
    size: float,
    least: float,
    measure: Measure,
) -> tuple[Mark, ...]:
    told = hedged_figure(statistic)
    hedge = passage(capital(told.hedge), width, size, measure, bold=True)
    words = tuple(
        passage(sentence, width, max(size - 4, SMALLEST) if number else size, measure, bold=not number)
        for number, sentence in enumerate(sentences)
    )
    room = (height - stacked_height((hedge, *words)) - 8) / (CAPITAL + 0.42)
    beside = 1.0 + _BESIDE if statistic.drawing.icon else 0.0
    share = measure(told.figure, 1.0, bold=True) + beside
    figure_size = min(room, 0.999 * width / share, _LARGEST)
    if figure_size < max(size * 1.5, 40.0):
        beside, figure_size = 0.0, largest(told.figure, width, min(room, _LARGEST), measure)
    figure = passage(told.figure, width, figure_size, measure, colour="focus", bold=True)
    if figure_size < size * least or figure_size > room or not all(each.fits for each in (hedge, figure, *words)):
        return ()
    top = hedge.height + figure_size * 0.13
    baseline = top + figure_size * CAPITAL
    return (
        *(_icon(statistic, top, figure_size) if beside else ()),
        *hedge.labels(0, 0),
        *figure.labels(figure_size * beside, baseline - figure_size * ASCENT),
        *stack(words, 0, baseline + figure_size * 0.22 + 4),
    )


def _icon(statistic: Statistic, top: float, size: float) -> tuple[Mark, ...]:
    """The icon in a solid circle, centred on the digits."""
    return coins(Block(1, 1, size, 0), 1, statistic.drawing.icon, 0, top + size * (CAPITAL - 1) / 2)


def describe(graphic: Graphic) -> str:
    """The figure with everything that belongs to it; the picture shows nothing but the words."""
    return telling(graphic.statistic)


GRAPHIC = GraphicKind(title="Big number", refuses=refuses, draw=draw, describe=describe, shape="wide")
