"""A range on a scale from zero: both ends as printed and the bar between them, without a middle."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.lettering import CAPITAL, SMALLEST, capital, passage, stack, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedged_figure, in_unit, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Label, Mark, NoRoomError, Picture, Rectangle

_CORNER = 5.0
_NOTE = "Both ends as printed; no average is given"


def refuses(statistic: Statistic) -> str:
    """Why the figure is no range."""
    if len(statistic.values) > 1:
        return f"one bar shows one range, and this figure has {len(statistic.values)} groups"
    first = statistic.values[0]
    if first.high is None:
        return "a range has two ends, and this figure has one value"
    if not 0 <= first.value < first.high:
        return "the ends of the range are not in order from zero up"
    if statistic.unit is Unit.PERCENT and first.high > 100:
        return "a share cannot be above 100%"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The ends in large type over the bar, and what is counted below it.

    Where figure and claim are told beside, the ends are mere labels, and nothing is counted again.
    """
    told = graphic.figure_told
    for sentences in (0,) if told else (2, 1):
        for large in (72.0, 60.0, 54.0, 48.0, 42.0, 36.0, 30.0, 24.0, 20.0)[6 if told else 0 :]:
            for size in (28.0, 24.0, 20.0, SMALLEST)[2 if told else 0 :]:
                marks = _arranged(graphic, width, height, large, size, sentences, measure)
                if marks:
                    return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the range and its words")


def _arranged(
    graphic: Graphic, width: float, height: float, large: float, size: float, sentences: int, measure: Measure
) -> tuple[Mark, ...]:
    statistic, colour = graphic.statistic, Colour("ink" if graphic.figure_told else "focus")
    small = max(size - 4, SMALLEST)
    hedge = passage(capital(hedged_figure(statistic).hedge), width, size, measure, bold=True)
    figures = _figures(statistic, width, large, measure)
    zero = passage(in_unit(0, statistic.unit), width, SMALLEST, measure, colour="secondary")
    claim = (
        passage(capital(statistic.base), width, size, measure, bold=True),
        passage(statistic.predicate, width, small, measure),
    )[:sentences]
    note = passage(_NOTE, width, SMALLEST, measure, colour="secondary")
    thick = max(16.0, min(44.0, large * 0.8))
    used = stacked_height((hedge, zero, *claim, note)) + large * (CAPITAL + 0.48) + thick + 14
    fits = all(each.fits for each in (hedge, *claim, note))
    if used > height or not fits or any(label.width > width for label in figures) or size * 1.5 > large > 20:
        return ()
    air = min((height - used) * 0.22, 22.0)
    baseline = hedge.height + large * (CAPITAL + 0.14)
    bar = baseline + large * 0.34 + air
    foot = bar + thick + 6
    words = foot + zero.height + 8 + air
    return (
        *_bar(statistic, width, bar, thick),
        *hedge.labels(max(min(_start(figures[0]), width - hedge.width), 0.0), 0),
        *(replace(label, y=baseline, colour=colour) for label in figures),
        *zero.labels(0, foot),
        *_end(statistic, width, foot, measure),
        *stack((*claim, note), 0, words),
    )


def _start(label: Label) -> float:
    return label.x - label.width if label.align == "right" else label.x


def _figures(statistic: Statistic, width: float, size: float, measure: Measure) -> tuple[Label, ...]:
    """Both ends over the ends of the bar; where they would meet, the range as printed over its middle."""
    first, (left, right) = statistic.values[0], _places(statistic, width)
    low, high = (_label(in_unit(value, statistic.unit), size, measure) for value in (first.value, first.high or 0.0))
    if left + low.width + size * 0.6 <= right - high.width:
        return replace(low, x=left), replace(high, x=right, align="right")
    both = _label(hedged_figure(statistic).figure, size, measure)
    return (replace(both, x=max(min((left + right - both.width) / 2, width - both.width), 0.0)),)


def _label(words: str, size: float, measure: Measure) -> Label:
    width = measure(words, size, bold=True)
    return Label(x=0, y=0, words=words, size=size, colour=Colour("focus"), width=width, bold=True)


def _end(statistic: Statistic, width: float, top: float, measure: Measure) -> tuple[Label, ...]:
    """What the end of the scale is, where it is not the end of the range."""
    whole = _whole(statistic)
    if whole == statistic.values[0].high:
        return ()
    words = passage(in_unit(whole, statistic.unit), width, SMALLEST, measure, colour="secondary")
    return words.labels(width, top, "right")


def _whole(statistic: Statistic) -> float:
    """Where the scale ends: at the whole for a share, else at the higher end of the range."""
    high = statistic.values[0].high or 0.0
    return 100.0 if statistic.unit is Unit.PERCENT else high


def _bar(statistic: Statistic, width: float, top: float, thick: float) -> tuple[Mark, ...]:
    """The scale as an outline from zero, the range as a solid bar whose ends reach its values."""
    left, right = _places(statistic, width)
    scale = Box(0, top, width, thick)
    solid = Box(left, top, right - left, thick)
    return (
        Rectangle(box=scale, radius=_CORNER, fill=Colour("coin"), outline=Colour("rest"), outline_width=1.8),
        Rectangle(box=solid, radius=min(_CORNER, solid.width / 2), fill=Colour("focus")),
    )


def _places(statistic: Statistic, width: float) -> tuple[float, float]:
    first, whole = statistic.values[0], _whole(statistic)
    return first.value / whole * width, (first.high or 0.0) / whole * width


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    first = statistic.values[0]
    ends = f"{in_unit(first.value, statistic.unit)} to {in_unit(first.high or 0.0, statistic.unit)}"
    return f"A bar from {ends} on a scale from zero. {telling(statistic)}"


GRAPHIC = GraphicKind(title="Range", refuses=refuses, draw=draw, describe=describe, shape="wide", native=True)
