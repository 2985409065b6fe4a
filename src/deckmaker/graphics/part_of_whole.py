"""A share as a part of one bar: the solid part has its figure, the outlined rest has its name and nothing else."""

from __future__ import annotations

from deckmaker.layout.lettering import ASCENT, CAPITAL, SMALLEST, capital, largest, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, hedge_of, hedged_figure, number_words, telling
from deckmaker.model.frame import Box, Chart, Graphic, Series
from deckmaker.model.picture import Mark, NoRoomError, Picture, Rectangle

_OPEN = frozenset({Hedge.AT_LEAST, Hedge.UP_TO, Hedge.AS_HIGH_AS, Hedge.NEARLY})
"""Hedges that leave open how large the rest is."""
_GAP = 5.0
"""Between the part and the rest."""
_FIGURE = CAPITAL + 0.24


def refuses(statistic: Statistic) -> str:
    """Why the figure is no part of a whole whose rest has a name."""
    first = statistic.values[0]
    if statistic.unit is not Unit.PERCENT:
        return f"a part of a whole is a per cent, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"one bar shows one share, and this figure has {len(statistic.values)} groups"
    if first.high is not None:
        return "a bar would have to choose one value inside the range"
    if not 0 < first.value < 100:
        return f"{number_words(first.value)}% leaves nothing to set beside it"
    hedge = hedge_of(first, statistic)
    if hedge in _OPEN:
        return f"the source says ‘{hedge}’, so the rest is not known"
    if not statistic.drawing.rest:
        return "the record does not say what the rest is called"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """Figure and claim over the bar, unless they are told beside it; the names of the rest and of the whole below."""
    for sentences in 2, 1:
        for size in (28.0, 24.0, 20.0, SMALLEST):
            if graphic.figure_told:
                marks = _beside_its_figure(graphic.statistic, width, height, size, measure)
            else:
                marks = _arranged(graphic.statistic, width, height, size, sentences, measure)
            if marks:
                return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the bar and its words")


def _arranged(
    statistic: Statistic, width: float, height: float, size: float, sentences: int, measure: Measure
) -> tuple[Mark, ...]:
    told = hedged_figure(statistic)
    small = max(size - 6, SMALLEST)
    hedge = passage(capital(told.hedge), width, size, measure, bold=True)
    base = passage(statistic.base, width, size, measure, bold=True)
    claim = (base, passage(statistic.predicate, width, small, measure))[:sentences]
    rest = passage(capital(statistic.drawing.rest), width, small, measure, bold=True)
    whole = passage(f"The whole bar: {statistic.population}", width, SMALLEST, measure, colour="secondary")
    spare = height - stacked_height((hedge, *claim, rest, whole)) - 26
    large = largest(told.figure, width, min(spare * 0.6 / _FIGURE, 110), measure)
    figure = passage(told.figure, width, large, measure, colour="focus", bold=True)
    thick = min(spare - large * _FIGURE, 84.0, max(large * 0.9, 24.0))
    fits = all(each.fits for each in (hedge, figure, *claim, rest, whole)) and len(figure.lines) == 1
    if not fits or large < size * 1.2 or thick < 18:
        return ()
    air = min(max(spare - large * _FIGURE - thick, 0.0) / 2, 28.0)
    baseline = hedge.height + large * (CAPITAL + 0.06)
    words = hedge.height + large * _FIGURE
    bar = words + stacked_height(claim) + 12 + air
    under = bar + thick + 6
    part = width * statistic.value / 100
    return (
        *_bar(part, width, bar, thick),
        *hedge.labels(0, 0),
        *figure.labels(0, baseline - large * ASCENT),
        *stack(claim, 0, words),
        *rest.labels(min(part + _GAP / 2, width - rest.width), under),
        *whole.labels(0, min(under + rest.height + 8 + air, height - whole.height)),
    )


def _beside_its_figure(
    statistic: Statistic, width: float, height: float, size: float, measure: Measure
) -> tuple[Mark, ...]:
    """The bar with the names of its parts, for a place where figure and claim stand in large type already."""
    part = width * statistic.value / 100
    rest = passage(capital(statistic.drawing.rest), width, size, measure, bold=True)
    start = min(part + _GAP / 2, width - rest.width)
    said = capital(figure_words(statistic))
    told = passage(said if measure(said, size, bold=True) + 12 <= start else "", width, size, measure, bold=True)
    whole = passage(f"The whole bar: {statistic.population}", width, SMALLEST, measure, colour="secondary")
    thick = min(height - stacked_height((rest, whole)) - 18, width * 0.3, 120.0)
    if thick < 24 or not (rest.fits and whole.fits):
        return ()
    return (
        *_bar(part, width, 0, thick),
        *told.labels(0, thick + 6),
        *rest.labels(start, thick + 6),
        *whole.labels(0, thick + 6 + rest.height + 8),
    )


def _bar(part: float, width: float, top: float, thick: float) -> tuple[Rectangle, ...]:
    """The part solid, the rest outlined; what divides them stands where the share ends."""
    solid = Box(0, top, max(part - _GAP / 2, part / 2), thick)
    start = min(part + _GAP / 2, width - (width - part) / 2)
    rest = Box(start, top, width - start, thick)
    radius = min(6.0, solid.width / 2, rest.width / 2)
    return (
        Rectangle(box=solid, fill=Colour("focus"), radius=radius),
        Rectangle(
            box=rest,
            fill=Colour("coin"),
            outline=Colour("rest"),
            outline_width=min(2.2, rest.width / 3),
            radius=radius,
        ),
    )


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    drawing = statistic.drawing
    return f"One bar for {statistic.population}: a solid part, and {drawing.rest} outlined. {telling(statistic)}"


def chart(graphic: Graphic) -> Chart:
    """The bar as a chart of two parts. Only the first has a figure; the names of both say what they are."""
    statistic = graphic.statistic
    part = Series(name=capital(statistic.predicate), values=(statistic.value,), colours=(Colour("focus"),))
    left = round(100 - statistic.value, 6)
    rest = Series(name=capital(statistic.drawing.rest), values=(left,), colours=(Colour("rest"),))
    return Chart(
        kind="stacked",
        categories=(capital(statistic.population),),
        series=(part, rest),
        labels=(figure_words(statistic),),
        number_format='General"%"',
    )


GRAPHIC = GraphicKind(title="Part of a whole", refuses=refuses, draw=draw, describe=describe, shape="wide", chart=chart)
