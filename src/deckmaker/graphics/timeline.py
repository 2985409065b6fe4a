"""The days from conception to age two at true scale: what marks their ends, and the stages between.

How long the stages are sets the scale. The lengths are no figures of the evidence, and are not printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise, product

from deckmaker.layout.coins import coins
from deckmaker.layout.lettering import ASCENT, SMALLEST, Passage, capital, largest, passage, stack, stacked_height
from deckmaker.layout.packing import Block
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Circle, Label, Mark, NoRoomError, Picture, Rectangle, Segment

_STAGES = (("Pregnancy", 270), ("First year", 365), ("Second year", 366))
"""Lengths in days: about 270 of pregnancy, a year, and a year with a leap day."""
_MOMENTS = (
    ("Conception", "seedling"),
    ("Birth", "baby"),
    ("First birthday", "child-reaching"),
    ("Second birthday", "child"),
)
_WHOLE = sum(days for _, days in _STAGES)
_PLACES = tuple(days / _WHOLE for days in accumulate((days for _, days in _STAGES), initial=0))
"""Where the moments lie, from 0 to 1."""
_NOTE = "Drawn to scale"
_ONE_LINE = 1.9
"""From this width to height on, what is counted stands beside the figure."""
_SHARED = 0.7
"""The figure over a line downwards is so many times as high as over one across, which needs less of the height."""
_COIN = 0.16
"""Side of a circle beside a line downwards, as a share of its height."""
_LEAST = (44.0, 32.0, 22.0)
"""Sides of a circle, down to the least; smaller type is tried before smaller circles."""
_GAP = 4.0
"""Between stages of the bar."""
_WIDE = 1.05
"""From this width to height on, time runs from left to right; else from top to bottom."""


def refuses(statistic: Statistic) -> str:
    """Why the figure is not the days from conception to age two."""
    if statistic.unit is not Unit.DAYS:
        return f"the timeline shows days, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1 or statistic.values[0].high is not None:
        return "the timeline shows one length, and this figure has several values"
    period = statistic.period.casefold()
    if not (period.startswith("conception to ") and period.endswith(("age two", "the second birthday"))):
        return "the timeline is true from conception to age two, and the record does not say that its days are these"
    if statistic.value != _WHOLE:
        return f"conception to age two is no length of {statistic.value:g} days, so the scale would not be true"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The figure over the line of time, which runs to the right in a wide box and downwards in a high one."""
    arrangements = (_across, _down) if width > _WIDE * height else (_down, _across)
    for named, least, size in product((True, False), _LEAST, (24.0, 20.0, SMALLEST)):
        for arrange in arrangements:
            marks = arrange(graphic, width, height, size, named, measure)
            if marks and max(mark.radius for mark in marks if isinstance(mark, Circle)) * 2 >= least:
                return Picture(width=width, height=height, marks=marks)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the timeline and its words")


@frozen
class _Head:
    """The figure in large type and what it counts, on one line where that has room; nothing where both are told."""

    words: tuple[Passage, ...]
    beside: bool = False

    @property
    def fits(self) -> bool:
        return all(each.fits for each in self.words)

    @property
    def height(self) -> float:
        return max((each.height for each in self.words), default=0.0) if self.beside else stacked_height(self.words)

    def labels(self) -> tuple[Label, ...]:
        if not self.beside:
            return stack(self.words, 0, 0)
        figure, base = self.words
        rise = (figure.size - base.size) * ASCENT
        return (*figure.labels(0, 0), *base.labels(figure.width + figure.size * 0.28, rise))


def _head(graphic: Graphic, width: float, height: float, size: float, measure: Measure) -> _Head:
    if graphic.figure_told:
        return _Head(())
    statistic = graphic.statistic
    words = capital(figure_words(statistic))
    large = largest(words, width, min(height * 0.2, 84.0), measure)
    figure = passage(words, width, max(large, size), measure, colour="focus", bold=True)
    base = passage(statistic.base, width, size, measure, bold=True)
    one_line = figure.width + figure.size * 0.28 + base.width <= width and len(base.lines) == len(figure.lines) == 1
    return _Head((figure, base), beside=one_line and width > _ONE_LINE * height)


def _across(
    graphic: Graphic, width: float, height: float, size: float, named: bool, measure: Measure
) -> tuple[Mark, ...]:
    head = _head(graphic, width, height, size, measure)
    small = max(size - 4, SMALLEST)
    note = passage(_NOTE, width, SMALLEST, measure, colour="secondary")
    moments = [passage(words, width * 0.23, size, measure, bold=True) for words, _ in _MOMENTS]
    stages = [passage(words, width * 0.26, small, measure) for words in _names(named)]
    above, below = max(each.height for each in moments), max(each.height for each in stages)
    room = height - head.height - note.height - above - below - size
    coin = min(room * 0.56, 96.0, width * 0.12)
    radius = coin / 2
    thick = max(12.0, min(26.0, coin * 0.34))
    if coin < _LEAST[-1] or room < coin + thick + 8 or not head.fits or not _fit(*moments, *stages):
        return ()
    stem = min(room - coin - thick - 6, coin * 0.5)
    spare = room - coin - thick - 6 - stem
    start, length = radius, width - coin
    places = [start + length * place for place in _PLACES]
    starts = [min(max(x - each.width / 2, 0.0), width - each.width) for x, each in zip(places, moments, strict=True)]
    if any(a + one.width + 8 > b for (a, one), (b, _) in pairwise(zip(starts, moments, strict=True))):
        return ()
    if any(right - left < each.width + 8 for (left, right), each in zip(pairwise(places), stages, strict=True)):
        return ()
    top = head.height + (size * 0.6 if head.words else 0.0) + spare * 0.5
    bar = top + above + 4 + coin + stem
    names = [
        label for x, each in zip(starts, moments, strict=True) for label in each.labels(x, top + above - each.height)
    ]
    under = [
        label
        for (left, right), each in zip(pairwise(places), stages, strict=True)
        for label in each.labels((left + right) / 2, bar + thick + 4, "centre")
    ]
    return (
        *_bar([Box(left, bar, right - left, thick) for left, right in pairwise(places)], across=True),
        *(Segment(x1=x, y1=bar - stem - 1, x2=x, y2=bar + thick, colour=Colour("focus"), width=3.0) for x in places),
        *_coins([(x - radius, top + above + 4) for x in places], coin),
        *head.labels(),
        *names,
        *under,
        *note.labels(0, height - note.height),
    )


def _fit(*words: Passage) -> bool:
    return all(each.fits for each in words)


def _down(
    graphic: Graphic, width: float, height: float, size: float, named: bool, measure: Measure
) -> tuple[Mark, ...]:
    """The line downwards, moments and stages at its right."""
    head = _head(graphic, width, height * _SHARED, size, measure)
    note = passage(_NOTE, width, SMALLEST, measure, colour="secondary")
    top = head.height + (size * 0.5 if head.words else 0.0)
    room = height - top - note.height - 6
    coin = min(room * _COIN, 64.0, width * 0.2)
    left = coin * 1.4
    moments = [passage(words, width - left, size, measure, bold=True) for words, _ in _MOMENTS]
    stages = [passage(words, width - left, max(size - 4, SMALLEST), measure) for words in _names(named)]
    places = [top + coin / 2 + (room - coin) * place for place in _PLACES]
    needed = max(each.height for each in (*moments, *stages)) + 1
    between = (places[1] - places[0]) / (2 if named else 1)
    if coin < _LEAST[-1] or between < needed or not head.fits or not _fit(*moments, *stages):
        return ()
    thick = max(8.0, coin * 0.26)
    ways = [Box((coin - thick) / 2, y1, thick, y2 - y1) for y1, y2 in pairwise(places)]
    middles = [(a + b) / 2 for a, b in pairwise(places)]
    words = [
        label
        for y, each in zip([*places, *middles], [*moments, *stages], strict=True)
        for label in each.labels(left, y - each.height / 2)
    ]
    return (
        *_bar(ways, across=False),
        *_coins([(0.0, y - coin / 2) for y in places], coin),
        *head.labels(),
        *words,
        *note.labels(0, height - note.height),
    )


def _names(named: bool) -> list[str]:
    """The names of the stages, where there is room for them."""
    return [name if named else "" for name, _ in _STAGES]


def _bar(stages: list[Box], *, across: bool) -> Iterator[Mark]:
    """One rectangle a stage, a little apart from each other."""
    for number, box in enumerate(stages):
        near, far = _GAP / 2 if number else 0.0, _GAP / 2 if number < len(stages) - 1 else 0.0
        if across:
            inner = Box(box.x + near, box.y, box.width - near - far, box.height)
        else:
            inner = Box(box.x, box.y + near, box.width, box.height - near - far)
        yield Rectangle(box=inner, fill=Colour("series"))


def _coins(places: list[tuple[float, float]], size: float) -> Iterator[Mark]:
    """The moments as solid circles, each with its icon."""
    for (x, y), (_, icon) in zip(places, _MOMENTS, strict=True):
        yield from coins(Block(1, 1, size, 0), 1, icon, x, y)


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    return (
        "A line of time at true scale: conception, birth, first birthday, second birthday; between them pregnancy, "
        f"the first year and the second year. {telling(graphic.statistic)}"
    )


GRAPHIC = GraphicKind(title="Timeline", refuses=refuses, draw=draw, describe=describe, shape="wide", native=True)
