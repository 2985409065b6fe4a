"""A figure that no drawing would serve: its words, large. The way to show a ratio whose base is not known."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

from deckmaker.layout.lettering import (
    ASCENT,
    CAPITAL,
    DESCENT,
    SMALLEST,
    Passage,
    capital,
    largest,
    passage,
    stack,
    stacked_height,
)
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedged_figure, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Label, Mark, NoRoomError, Picture, Rectangle

_Arrange: TypeAlias = Callable[[Statistic, float, float, float, float, Measure], tuple[Mark, ...]]
_SIZES = (44.0, 38.0, 34.0, 30.0, 26.0, 22.0, 20.0, SMALLEST)
_WIDE = 1.9
"""From this width to height on, the figure stands beside its words."""
_LARGER = 1.5
"""In a wide box the figure stands above its words where it is so many times as large there."""
_TALL = (2.2, 1.0)
"""How large the figure above its words should be, and at least is, beside their size."""
_RULE = 5.0


def refuses(statistic: Statistic) -> str:
    """Words can carry every figure, several groups excepted: those need their names."""
    return "" if len(statistic.values) == 1 else "several groups need their names, which bars give them"


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The figure, a stroke in the focus colour, and the claim: side by side in a wide box, else under one another."""
    beside, under = (_in_largest_type(way, graphic.statistic, width, height, measure) for way in (_beside, _under))
    if width > _WIDE * height:
        marks = beside if _figure(under) < _LARGER * _figure(beside) else under
    else:
        marks = under or beside
    if not marks:
        raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the words of the figure")
    return Picture(width=width, height=height, marks=settled(marks, height))


def _in_largest_type(
    arrange: _Arrange, statistic: Statistic, width: float, height: float, measure: Measure
) -> tuple[Mark, ...]:
    found = (arrange(statistic, width, height, size, least, measure) for least, size in product(_TALL, _SIZES))
    return next((marks for marks in found if marks), ())


def _figure(marks: tuple[Mark, ...]) -> float:
    """The size of the largest words in the colour of focus; zero where there are none."""
    return max((mark.size for mark in marks if isinstance(mark, Label) and mark.colour == "focus"), default=0.0)


def _beside(
    statistic: Statistic, width: float, height: float, size: float, least: float, measure: Measure
) -> tuple[Mark, ...]:
    told = hedged_figure(statistic)
    figure_size = largest(told.figure, width * 0.46, min(height * 0.62, 150), measure)
    hedge = passage(capital(told.hedge), width * 0.46, min(size, 28), measure, bold=True)
    figure = passage(told.figure, width * 0.46, figure_size, measure, colour="focus", bold=True)
    left = max(hedge.width, figure.width) + 64 + _RULE
    words = _claim(statistic, width - left, size, measure)
    digits = figure.size * CAPITAL
    high = hedge.height + figure.size * 0.1 + digits
    tall = max(high, stacked_height(words))
    if (
        not _fit(hedge, figure, *words)
        or len(figure.lines) > 1
        or width - left < 180
        or len(words[-1].lines) > 3
        or tall + DESCENT * figure.size > height
    ):
        return ()
    start = (tall - high) / 2
    x = left - 32 - _RULE
    return (
        Rectangle(box=Box(x, 0, _RULE, tall), radius=_RULE / 2, fill=Colour("focus")),
        *hedge.labels(0, start),
        *figure.labels(0, start + high - figure.size * ASCENT),
        *stack(words, left, (tall - stacked_height(words)) / 2),
    )


def _under(
    statistic: Statistic, width: float, height: float, size: float, least: float, measure: Measure
) -> tuple[Mark, ...]:
    told = hedged_figure(statistic)
    words = _claim(statistic, width, size, measure)
    hedge = passage(capital(told.hedge), width, size, measure, bold=True)
    spare = height - stacked_height((hedge, *words)) - _RULE - size * 0.4 - 4
    figure_size = largest(told.figure, width, min(spare / (CAPITAL + 0.36), 150), measure)
    figure = passage(told.figure, width, figure_size, measure, colour="focus", bold=True)
    if not _fit(hedge, figure, *words) or len(figure.lines) > 1 or figure_size < size * least:
        return ()
    top = hedge.height + figure_size * 0.1
    rule = top + figure_size * CAPITAL + max(size * 0.6, figure_size * 0.24)
    if rule + _RULE + size * 0.4 + stacked_height(words) > height:
        return ()
    return (
        *hedge.labels(0, 0),
        *figure.labels(0, top + figure_size * (CAPITAL - ASCENT)),
        Rectangle(box=Box(0, rule, min(72.0, width), _RULE), radius=_RULE / 2, fill=Colour("focus")),
        *stack(words, 0, rule + _RULE + size * 0.4),
    )


def _claim(statistic: Statistic, width: float, size: float, measure: Measure) -> tuple[Passage, ...]:
    base = passage(statistic.base, width, size, measure, bold=True)
    return base, passage(statistic.predicate, width, max(size - 6, SMALLEST), measure)


def _fit(*words: Passage) -> bool:
    return all(each.fits for each in words)


def describe(graphic: Graphic) -> str:
    """The figure with everything that belongs to it; the picture shows nothing but the words."""
    return telling(graphic.statistic)


GRAPHIC = GraphicKind(title="Words", refuses=refuses, draw=draw, describe=describe, shape="words")
