"""The days from conception to age two at true scale: what marks their ends, and the stages between.

How long the stages are sets the scale. The lengths are no figures of the evidence, and are not printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from deckmaker.layout.coins import coins
from deckmaker.layout.lettering import SMALLEST, Passage, capital, largest, passage, stack, stacked_height
from deckmaker.layout.packing import Block
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import figure_words, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Mark, NoRoomError, Picture, Rectangle, Segment

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
_GAP = 4.0
"""Between stages of the bar."""
_WIDE = 1.4
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
    for size, named in ((24.0, True), (20.0, True), (SMALLEST, True), (SMALLEST, False)):
        for arrange in arrangements:
            marks = arrange(graphic, width, height, size, named, measure)
            if marks:
                return Picture(width=width, height=height, marks=marks)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the timeline and its words")


def _head(graphic: Graphic, width: float, height: float, size: float, measure: Measure) -> tuple[Passage, ...]:
    """The figure in large type, and what it counts, unless they are told beside the line."""
    if graphic.figure_told:
        return ()
    statistic = graphic.statistic
    words = capital(figure_words(statistic))
    large = largest(words, width, min(height * 0.16, 84.0), measure)
    figure = passage(words, width, max(large, size), measure, colour="focus", bold=True)
    return figure, passage(statistic.base, width, size, measure, bold=True)


def _across(
    graphic: Graphic, width: float, height: float, size: float, named: bool, measure: Measure
) -> tuple[Mark, ...]:
    head = _head(graphic, width, height, size, measure)
    small = max(size - 4, SMALLEST)
    note = passage(_NOTE, width, SMALLEST, measure, colour="secondary")
    moments = [passage(words, width * 0.22, size, measure, bold=True) for words, _ in _MOMENTS]
    stages = [passage(words, width * 0.26, small, measure) for words in _names(named)]
    above, below = max(each.height for each in moments), max(each.height for each in stages)
    room = height - stacked_height((*head, note)) - above - below - size
    coin = min(room * 0.56, 96.0, width * 0.12)
    radius = coin / 2
    thick = max(12.0, min(26.0, coin * 0.34))
    if coin < 26 or room < coin + thick + 8 or not all(each.fits for each in (*head, *moments, *stages)):
        return ()
    stem = min(room - coin - thick - 6, coin * 0.5)
    spare = room - coin - thick - 6 - stem
    start, length = radius, width - coin
    places = [start + length * place for place in _PLACES]
    starts = [min(max(x - each.width / 2, 0.0), width - each.width) for x, each in zip(places, moments, strict=True)]
    if any(a + one.width + 10 > b for (a, one), (b, _) in pairwise(zip(starts, moments, strict=True))):
        return ()
    if any(right - left < each.width + 8 for (left, right), each in zip(pairwise(places), stages, strict=True)):
        return ()
    top = stacked_height(head) + (size * 0.6 if head else 0.0) + spare * 0.5
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
        *stack(head, 0, 0),
        *names,
        *under,
        *note.labels(0, height - note.height),
    )


def _down(
    graphic: Graphic, width: float, height: float, size: float, named: bool, measure: Measure
) -> tuple[Mark, ...]:
    head = _head(graphic, width, height, size, measure)
    note = passage(_NOTE, width, SMALLEST, measure, colour="secondary")
    top = stacked_height(head) + (size * 0.5 if head else 0.0)
    room = height - top - note.height - 6
    coin = min(room * (0.2 if named else 0.22), 64.0, width * 0.2)
    moments = [passage(words, width - coin * 1.4, size, measure, bold=True) for words, _ in _MOMENTS]
    stages = [passage(words, width - coin * 1.4, max(size - 4, SMALLEST), measure) for words in _names(named)]
    places = [top + coin / 2 + (room - coin) * place for place in _PLACES]
    needed = max(each.height for each in (*moments, *stages)) + 1
    if (
        coin < 24
        or (places[1] - places[0]) / (2 if named else 1) < needed
        or not all(each.fits for each in (*head, *moments, *stages))
    ):
        return ()
    thick = max(8.0, coin * 0.26)
    left = coin * 1.4
    ways = [Box((coin - thick) / 2, y1, thick, y2 - y1) for y1, y2 in pairwise(places)]
    words = [
        label
        for y, each in zip([*places, *((a + b) / 2 for a, b in pairwise(places))], [*moments, *stages], strict=True)
        for label in each.labels(left, y - each.height / 2)
    ]
    return (
        *_bar(ways, across=False),
        *_coins([(0.0, y - coin / 2) for y in places], coin),
        *stack(head, 0, 0),
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
