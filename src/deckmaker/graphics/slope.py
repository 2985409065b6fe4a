"""A figure at two moments, for one group or a few: lines on one scale from zero, both ends with their figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import hypot

from deckmaker.layout.chart_room import number_format
from deckmaker.layout.lettering import CAPITAL, SMALLEST, Passage, capital, passage, stacked_height
from deckmaker.layout.marks import settled
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Hedge, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedge_of, in_unit, telling, value_words
from deckmaker.model.frame import Align, Chart, Graphic, Series
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Circle, Label, Mark, NoRoomError, Picture, Segment

_MOST = 4
_COLOURS = ("series", "focus", "secondary", "rest")
"""Colours of the lines of a chart that can be edited, where each also has its own kind of dot."""
_SIZES = (26.0, 24.0, 22.0, 20.0, SMALLEST)
_NAMES = (0.3, 0.36, 0.42)
"""Shares of the width that the names of the groups may take, smallest first."""
_RADIUS = 8.0
_LINE, _THIN = 4.0, 1.5
_GUTTER = 26.0
"""Between a dot and its words: room for a thin line where the words had to make way for others."""
_AIR = 10.0
_LEAST_RUN, _LEAST_RISE = 110.0, 90.0
_STEEP = 2.4
"""The run is at most so many times the rise, so that a wide box flattens no line."""
_TALL = 1.05
"""The drawing is at most so many times as high as wide."""
_LARGE = 1.6
"""Size of the figures of a single line, as a share of that of other words."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is not told at two moments."""
    values = statistic.values
    without = sum(not value.at for value in values)
    if without:
        return f"a line needs the figures of both moments, and {without} of {len(values)} have no moment (‘at’)"
    moments = tuple(dict.fromkeys(value.at for value in values))
    if len(moments) != 2:
        return f"a line joins two moments, and this figure has {len(moments)}: {', '.join(moments)}"
    groups = _groups(statistic)
    if any(tuple(value.at for value in group) != moments for group in groups):
        return f"every group needs one value for each moment, {moments[0]} first and then {moments[1]}"
    if len(groups) > _MOST:
        return f"more than {_MOST} lines cannot be told apart"
    if len(groups) > 1 and not all(group[0].label for group in groups):
        return "every line needs the name of its group"
    if statistic.unit is Unit.TIMES:
        return "a ratio without its base has no height"
    if any(value.high is not None for value in values):
        return "a line would have to choose one value inside the range"
    if any(value.value < 0 for value in values):
        return "the scale starts at zero, and a value lies below it"
    return ""


def _groups(statistic: Statistic) -> list[list[Value]]:
    groups: dict[str, list[Value]] = {}
    for value in statistic.values:
        groups.setdefault(value.label, []).append(value)
    return list(groups.values())


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The lines, largest type first. Raises ``NoRoomError`` where the words would stand on each other."""
    if because := refuses(graphic.statistic):
        raise ValueError(because)
    for under in False, True:
        for size, share in product(_SIZES, _NAMES):
            marks = _drawn(graphic, width, min(height, _TALL * width), size, share, measure, under=under)
            if marks:
                return Picture(width=width, height=height, marks=settled(marks, height))
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for both moments, their figures and names")


@frozen
class _End:
    """One end of a line: its height on the scale, its figure under its hedge, and at the second moment a name.

    The name stands after the figure, or ``under`` it.
    """

    y: float
    figure: tuple[Passage, Passage]
    name: Passage
    under: bool = False

    @property
    def fits(self) -> bool:
        return self.name.fits and len(self.figure[1].lines) == 1

    @property
    def height(self) -> float:
        figure = stacked_height(self.figure)
        return (figure + self.name.height if self.under else max(figure, self.name.height)) + 6

    @property
    def _figure_width(self) -> float:
        return max(each.width for each in self.figure)

    @property
    def width(self) -> float:
        if self.under:
            return max(self._figure_width, self.name.width)
        return self._figure_width + (_AIR + self.name.width if self.name.lines else 0.0)

    def labels(self, x: float, y: float, align: Align) -> Iterator[Label]:
        """The words with their middle at ``y``, to the left of ``x`` or from there on."""
        top = y - (stacked_height((*self.figure, self.name)) if self.under else stacked_height(self.figure)) / 2
        for each in self.figure:
            yield from each.labels(x, top, align)
            top += each.height if each.lines else 0.0
        if self.under:
            yield from self.name.labels(x, top, align)
            return
        yield from self.name.labels(x + self._figure_width + _AIR, y - self.name.height / 2)


def _drawn(
    graphic: Graphic, width: float, height: float, size: float, share: float, measure: Measure, *, under: bool
) -> tuple[Mark, ...]:
    statistic = graphic.statistic
    groups = _groups(statistic)
    head = passage("" if groups[0][0].label else capital(statistic.counted), width, size, measure, bold=True)
    moments = [passage(value.at, width / 2, size, measure, bold=True) for value in groups[0]]
    zero = passage(in_unit(0, statistic.unit), width, SMALLEST, measure, colour="secondary")
    firsts = [_end(group[0], "", statistic, width, size, measure) for group in groups]
    lasts = [
        replace(_end(group[1], group[0].label, statistic, width * share, size, measure), under=under)
        for group in groups
    ]
    left, right = max(end.width for end in firsts) + _GUTTER, width - max(end.width for end in lasts) - _GUTTER
    top = head.height + (size * 0.5 if head.lines else 0.0) + max(end.height for end in (*firsts, *lasts)) / 2
    low = height - size * 0.8 - max(each.height for each in moments)
    most = max(value.value for value in statistic.values) or 1.0
    spare = max(right - left - _STEEP * (low - top), 0.0)
    left, right = left + spare / 2, right - spare / 2
    if right - left < _LEAST_RUN or low - top < _LEAST_RISE or not all(each.fits for each in (head, zero, *moments)):
        return ()
    if not all(end.fits for end in (*firsts, *lasts)):
        return ()
    colour = Colour("focus" if len(groups) == 1 else "series")
    ends = [
        [replace(end, y=low - (low - top) * group[place].value / most) for group, end in zip(groups, side, strict=True)]
        for place, side in enumerate((firsts, lasts))
    ]
    bounds = (top - max(end.height for end in (*firsts, *lasts)) / 2, low + size * 0.7)
    places = [_apart(side, *bounds) for side in ends]
    feet = _feet(moments, zero, left, right, width, low + size * 0.8)
    if not all(places) or not feet:
        return ()
    return (
        *(Segment(x1=x, y1=top - _RADIUS, x2=x, y2=low, colour=Colour("rest"), width=_THIN) for x in (left, right)),
        Segment(x1=left, y1=low, x2=right, y2=low, colour=Colour("rest"), width=_THIN),
        *(mark for one, other in zip(*ends, strict=True) for mark in _line(left, one.y, right, other.y, colour)),
        *_words(ends[0], places[0], left, -1),
        *_words(ends[1], places[1], right, 1),
        *head.labels(0, 0),
        *feet,
    )


def _end(value: Value, name: str, statistic: Statistic, column: float, size: float, measure: Measure) -> _End:
    alone, small = len(statistic.values) == 2, max(size - 4, SMALLEST)
    figure = value_words(value, statistic.unit, Hedge.NONE)
    hedge = value_words(value, statistic.unit, hedge_of(value, statistic)).removesuffix(figure).strip()
    large, colour = (size * _LARGE, "focus") if alone else (size, "ink")
    told = passage(figure, column, large, measure, bold=True, colour=colour)
    return _End(0.0, (passage(hedge, column, small, measure), told), passage(capital(name), column, small, measure))


def _apart(ends: list[_End], top: float, bottom: float) -> list[float]:
    """Middles for the words of these ends, as near to their dots as they can stand; nothing where they cannot."""
    order = sorted(range(len(ends)), key=lambda place: ends[place].y)
    runs: list[list[int]] = []
    starts: list[float] = []

    def tall(run: list[int]) -> float:
        return sum(ends[place].height for place in run)

    def start(run: list[int]) -> float:
        """Where a run of words begins, so that they lie around their dots, and within the bounds."""
        wanted, below = 0.0, 0.0
        for place in run:
            wanted += ends[place].y - ends[place].height / 2 - below
            below += ends[place].height
        return min(max(wanted / len(run), top), bottom - tall(run))

    for place in order:
        runs.append([place])
        starts.append(start(runs[-1]))
        while len(runs) > 1 and starts[-2] + tall(runs[-2]) > starts[-1]:
            runs[-2:] = [runs[-2] + runs[-1]]
            starts[-2:] = [start(runs[-1])]
    if starts[0] < top - 0.01:
        return []
    middles = [0.0] * len(ends)
    for run, begin in zip(runs, starts, strict=True):
        for place in run:
            middles[place] = begin + ends[place].height / 2
            begin += ends[place].height
    return middles


def _words(ends: list[_End], middles: list[float], x: float, way: int) -> Iterator[Mark]:
    """The words of one side, each with a thin line to its dot where it does not stand beside it."""
    for end, y in zip(ends, middles, strict=True):
        if abs(y - end.y) > 3:
            near, far = x + way * (_RADIUS + 2), x + way * (_GUTTER - 5)
            yield Segment(x1=near, y1=end.y, x2=far, y2=y, colour=Colour("rest"), width=_THIN)
        yield from end.labels(x + way * _GUTTER, y, "right" if way < 0 else "left")


def _line(x1: float, y1: float, x2: float, y2: float, colour: Colour) -> tuple[Mark, ...]:
    """A ring at the first moment, a solid dot at the second, and the line between."""
    along = _RADIUS / hypot(x2 - x1, y2 - y1)
    return (
        Segment(x1=x1 + (x2 - x1) * along, y1=y1 + (y2 - y1) * along, x2=x2, y2=y2, colour=colour, width=_LINE),
        Circle(x=x1, y=y1, radius=_RADIUS, fill=Colour("ground"), outline=colour, outline_width=3.0),
        Circle(x=x2, y=y2, radius=_RADIUS, fill=colour),
    )


def _feet(
    moments: list[Passage], zero: Passage, left: float, right: float, width: float, top: float
) -> tuple[Label, ...]:
    """Both moments under their ends and the zero between them; nothing where they would meet."""
    first, last = moments
    x1, x2 = max(left - first.width / 2, 0.0), min(right + last.width / 2, width) - last.width
    middle = (x1 + first.width + x2) / 2
    if len(first.lines) > 1 or len(last.lines) > 1 or x2 - x1 - first.width < zero.width + 4 * _AIR:
        return ()
    down = (first.size - zero.size) * CAPITAL
    return (*first.labels(x1, top), *last.labels(x2, top), *zero.labels(middle, top + down / 2, "centre"))


def describe(graphic: Graphic) -> str:
    """Every line in words, then the figures with everything that belongs to them."""
    statistic = graphic.statistic
    groups = _groups(statistic)
    lines = "; ".join(
        f"{group[0].label or statistic.counted} from "
        + " to ".join(value_words(value, statistic.unit, hedge_of(value, statistic)) for value in group)
        for group in groups
    )
    first, last = (value.at for value in groups[0])
    return f"Lines on a scale from zero, from {first} to {last}: {lines}. {telling(statistic)}"


def chart(graphic: Graphic) -> Chart:
    """The groups as series of two dots each; the labels are those of the first series, then of the next."""
    statistic = graphic.statistic
    groups = _groups(statistic)
    colours = _COLOURS if len(groups) > 1 else ("focus",)
    return Chart(
        kind="dots",
        categories=tuple(value.at for value in groups[0]),
        series=tuple(
            Series(
                name=capital(group[0].label or statistic.counted),
                values=tuple(value.value for value in group),
                colours=(Colour(colour),),
            )
            for group, colour in zip(groups, colours, strict=False)
        ),
        labels=tuple(
            value_words(value, statistic.unit, hedge_of(value, statistic)) for group in groups for value in group
        ),
        number_format=number_format(statistic.unit),
    )


GRAPHIC = GraphicKind(title="Two moments", refuses=refuses, draw=draw, describe=describe, shape="wide", chart=chart)
