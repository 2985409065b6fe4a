"""A change between two moments: the figure in words and a line that rises or falls, without inventing amounts."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import hypot
from typing import TypeAlias

from deckmaker.layout.coins import coins
from deckmaker.layout.lettering import (
    ASCENT,
    CAPITAL,
    SMALLEST,
    Passage,
    capital,
    largest,
    passage,
    stack,
    stacked_height,
)
from deckmaker.layout.marks import extent
from deckmaker.layout.packing import Block
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import hedged_figure, telling
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.frozen import frozen
from deckmaker.model.picture import Label, Mark, NoRoomError, Picture, Segment

_NOTE = "The line shows direction, not amounts"
_RISES = frozenset({"more", "higher", "greater"})
_FALLS = frozenset({"fewer", "less", "lower"})
_MOMENT = re.compile(r"(?:\S+ )*\d{4}(?:/\d{2})?")
_WIDE = 1.75
"""From this width to height on, the words stand beside the line."""
_FIGURE = CAPITAL + 0.26
"""Height that the figure takes, as a share of its size."""
_ROOMY_RADIUS, _SMALLEST_RADIUS = 25.0, 14.0
_LEAST = 210.0
"""Width that the line needs beside words."""
_TALL = 1.9
"""How large the figure is at least beside the words, as long as these can give way."""
_LINE = 6.0
_SHARES = (0.4, 0.46, 0.52)
"""Shares of the height that the words above the line may take, smallest first."""
_AIR = 8.0
"""Between the line and the circles, and between a circle and its moment."""
_Arrange: TypeAlias = Callable[[Statistic, float, float, float, int, Measure], tuple[Mark, ...]]


def refuses(statistic: Statistic) -> str:
    """Why the figure is no change between two named moments."""
    first = statistic.values[0]
    if statistic.unit not in {Unit.PERCENT, Unit.COUNT}:
        return f"a change is a per cent or a count, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1 or first.high is not None:
        return "one line shows one change, and this figure has several values"
    if _word(statistic) not in _RISES | _FALLS:
        return "the record does not say of how many more or fewer it speaks"
    if len(_moments(statistic)) != 2:
        return "a change lies between two moments, and the record does not name both"
    return ""


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The figure and its words beside the line from moment to moment, or above it in a narrow box.

    What it counts gives way last, after larger circles; the line stands alone where the figure is told beside it.
    """
    arrangements: tuple[_Arrange, ...] = (_beside, _above) if width > _WIDE * height else (_above, _beside)
    if graphic.figure_told:
        arrangements = (_alone,)
    for sentences in 2, 1:
        for radius in (_ROOMY_RADIUS, _SMALLEST_RADIUS):
            for arrange in arrangements:
                for size in (26.0, 22.0, 20.0, SMALLEST):
                    marks = arrange(graphic.statistic, width, height, size, sentences, measure)
                    if marks and extent(marks[1:2]).width >= 2 * radius:
                        return Picture(width=width, height=height, marks=marks)
    raise NoRoomError(f"{width:.0f} by {height:.0f} points are too few for the change, its words and both moments")


def _alone(
    statistic: Statistic, width: float, height: float, size: float, sentences: int, measure: Measure
) -> tuple[Mark, ...]:
    return _line(statistic, Box(0, 0, width, height), size, measure)


def _beside(
    statistic: Statistic, width: float, height: float, size: float, sentences: int, measure: Measure
) -> tuple[Mark, ...]:
    words = _words(statistic, width * 0.5, height, size, sentences, measure)
    if words is None or width - words.width < _LEAST:
        return ()
    left = words.width + 48
    line = _line(statistic, Box(left, 0, width - left, height), size, measure)
    return (*line, *words.labels((height - words.height) / 2)) if line else ()


def _above(
    statistic: Statistic, width: float, height: float, size: float, sentences: int, measure: Measure
) -> tuple[Mark, ...]:
    for share in _SHARES:
        words = _words(statistic, width, height * share, size, sentences, measure)
        if words is None:
            continue
        top = words.height + size * 0.6
        line = _line(statistic, Box(0, top, width, height - top), size, measure)
        if line:
            return (*line, *words.labels(0))
    return ()


@frozen
class _Words:
    """Hedge, figure and what it counts, from top to bottom."""

    hedge: Passage
    figure: Passage
    claim: tuple[Passage, ...]

    @property
    def width(self) -> float:
        return max(each.width for each in (self.hedge, self.figure, *self.claim))

    @property
    def height(self) -> float:
        return self.hedge.height + self.figure.size * _FIGURE + stacked_height(self.claim)

    def labels(self, top: float) -> tuple[Label, ...]:
        baseline = top + self.hedge.height + self.figure.size * (CAPITAL + 0.08)
        claim = top + self.hedge.height + self.figure.size * _FIGURE
        return (
            *self.hedge.labels(0, top),
            *self.figure.labels(0, baseline - self.figure.size * ASCENT),
            *stack(self.claim, 0, claim),
        )


def _words(
    statistic: Statistic, column: float, height: float, size: float, sentences: int, measure: Measure
) -> _Words | None:
    told = hedged_figure(statistic)
    hedge = passage(capital(told.hedge), column, size, measure, bold=True)
    base = passage(statistic.base, column, size, measure, bold=True)
    predicate = passage(statistic.predicate, column, max(size - 4, SMALLEST), measure)
    claim = (base, predicate)[:sentences]
    room = (height - hedge.height - stacked_height(claim)) / _FIGURE
    large = largest(told.figure, column, min(room, 150), measure)
    figure = passage(told.figure, column, large, measure, colour="focus", bold=True)
    fits = all(each.fits for each in (hedge, figure, *claim)) and len(figure.lines) == 1
    least = size * (_TALL if size > SMALLEST else 1.3)
    return _Words(hedge, figure, claim) if fits and least <= large <= room else None


def _line(statistic: Statistic, box: Box, size: float, measure: Measure) -> tuple[Mark, ...]:
    """Two equal circles with their moments, and the line between them, which has no scale; nothing without room."""
    rises = _word(statistic) in _RISES
    first, last = (passage(moment, box.width / 2, size, measure, bold=True) for moment in _moments(statistic))
    note = passage(_NOTE, box.width, SMALLEST, measure, colour="secondary")
    above, below = (last, first) if rises else (first, last)
    room = box.height - above.height - below.height - note.height - 2 * _AIR - size * 0.3
    radius = min(room * 0.29, box.width * 0.16, 56.0)
    if radius < _SMALLEST_RADIUS or not all(each.fits and len(each.lines) == 1 for each in (first, last)):
        return ()
    rise = min(room, box.width * 0.62) - 2 * radius
    top = box.y + (room - rise - 2 * radius) / 2
    high, low = top + above.height + _AIR + radius, top + above.height + _AIR + radius + rise
    x1, x2 = box.x + max(radius, first.width / 2), box.right - max(radius, last.width / 2)
    y1, y2 = (low, high) if rises else (high, low)
    run = x2 - x1
    if run < 3 * radius or rise < radius * 0.6 or not note.fits:
        return ()
    along = (radius + _AIR) / hypot(run, rise)
    dx, dy = run * along, (y2 - y1) * along
    block, icon = Block(1, 1, 2 * radius, 0), statistic.drawing.icon
    return (
        Segment(x1=x1 + dx, y1=y1 + dy, x2=x2 - dx, y2=y2 - dy, colour=Colour("focus"), width=_LINE),
        *coins(block, 0, icon, x1 - radius, y1 - radius),
        *coins(block, 1, icon, x2 - radius, y2 - radius),
        *above.labels(x2 if rises else x1, high - radius - _AIR - above.height, "centre"),
        *below.labels(x1 if rises else x2, low + radius + _AIR, "centre"),
        *note.labels(box.x, box.bottom - note.height),
    )


def _word(statistic: Statistic) -> str:
    """The word with which the base says in which direction: more, fewer."""
    return statistic.base.partition(" ")[0].casefold()


def _moments(statistic: Statistic) -> tuple[str, ...]:
    """The two moments as the record names them; none where its period is not from one to another."""
    moments = tuple(statistic.period.split(" to "))
    return moments if len(moments) == 2 and all(map(_MOMENT.fullmatch, moments)) else ()


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    statistic = graphic.statistic
    first, last = _moments(statistic)
    way = "rises" if _word(statistic) in _RISES else "falls"
    return f"A line that {way} from {first} to {last}, without a scale. {telling(statistic)}"


GRAPHIC = GraphicKind(title="Change", refuses=refuses, draw=draw, describe=describe, shape="wide", native=True)
