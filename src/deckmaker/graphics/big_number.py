"""One figure as large as the box allows, beside the icon of what it counts, over its claim."""

from __future__ import annotations

from itertools import product

from deckmaker.layout.coins import coins
from deckmaker.layout.lettering import ASCENT, CAPITAL, SMALLEST, capital, largest, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedged_figure, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Label, Mark, NoRoomError, Picture

_LARGEST = 190.0
_TALL, _LEAST = 2.6, 1.2
"""How large the figure should be, and at least is, beside the size of the words."""
_WIDE, _HALF, _GUTTER = 1.9, 0.54, 44.0
"""From which width to height on the claim stands beside the figure, the figure's share, and what lies between."""
_LINES = 4
"""Most lines of the sentence beside a figure: in a narrower column it would be read word by word."""
_LARGER = 1.3
"""A figure above its claim is preferred in a wide box where it is so many times as large as beside it."""
_BESIDE = 0.22
"""Between icon and figure, as a share of the figure's size."""


def refuses(statistic: Statistic) -> str:
    """One number is one number: several groups need bars."""
    return "" if len(statistic.values) == 1 else "several groups need their names, which bars give them"


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """Hedge, figure and claim from top to bottom, or the claim beside a short figure in a wide box."""
    beside = _beside(graphic.statistic, width, height, measure) if width > _WIDE * height else ()
    under = _under(graphic.statistic, width, height, measure)
    marks = beside if beside and _figure(under) < _LARGER * _figure(beside) else under
    if not marks:
        raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the figure and its words")
    return Picture(width=width, height=height, marks=settled(marks, height))


def _figure(marks: tuple[Mark, ...]) -> float:
    """The size of the largest words."""
    return max((mark.size for mark in marks if isinstance(mark, Label)), default=0.0)


def _under(statistic: Statistic, width: float, height: float, measure: Measure) -> tuple[Mark, ...]:
    """The claim under the figure, as much of it as there is room for, in the largest type."""
    both = (statistic.base, statistic.predicate)
    for sentences, least in ((both, _TALL), (both[:1], _TALL), (both, _LEAST), (both[:1], _LEAST)):
        for lines, size in product((1, 9), (44.0, 36.0, 30.0, 26.0, 22.0, 20.0, SMALLEST)):
            marks = _arranged(statistic, sentences, width, height, size, least, measure)
            if marks and len(passage(both[0], width, size, measure, bold=True).lines) <= lines:
                return marks
    return ()


def _beside(statistic: Statistic, width: float, height: float, measure: Measure) -> tuple[Mark, ...]:
    """Icon and figure at the left, as large as half of the box allows, and the claim at the right."""
    told = hedged_figure(statistic)
    left = width * _HALF
    for size in (34.0, 30.0, 26.0, 22.0, 20.0, SMALLEST):
        hedge = passage(capital(told.hedge), left, size, measure, bold=True)
        beside = 1.0 + _BESIDE if statistic.drawing.icon else 0.0
        room = (height - hedge.height) / 1.2
        large = min(room, 0.999 * left / (measure(told.figure, 1.0, bold=True) + beside), _LARGEST)
        start = large * (measure(told.figure, 1.0, bold=True) + beside) + _GUTTER
        words = (
            passage(statistic.base, width - start, size, measure, bold=True),
            passage(statistic.predicate, width - start, max(size - 4, SMALLEST), measure),
        )
        tall = hedge.height + large * 1.13
        high = stacked_height(words)
        fits = all(each.fits for each in (hedge, *words)) and len(words[1].lines) <= _LINES
        if not fits or max(high, tall) > height or large < _TALL * size:
            continue
        down = max(high - tall, 0.0) / 2
        top = down + hedge.height + large * 0.13
        baseline = top + large * CAPITAL
        figure = passage(told.figure, left, large, measure, colour="focus", bold=True)
        return (
            *(_icon(statistic, top, large) if beside else ()),
            *hedge.labels(0, down),
            *figure.labels(large * beside, baseline - large * ASCENT),
            *stack(words, start, max(tall - high, 0.0) / 2),
        )
    return ()


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
