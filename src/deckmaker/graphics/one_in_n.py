"""A share as “1 in N”: N equal circles, the first one solid, always with the same figure in every hundred."""

from __future__ import annotations

from deckmaker.layout.coins import GAP, coins
from deckmaker.layout.keyed import keyed
from deckmaker.layout.lettering import Passage, capital, largest, passage
from deckmaker.layout.marks import settled
from deckmaker.layout.packing import Block, pack
from deckmaker.model.evidence import Statistic, Unit
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.figures import HedgedFigure, OneIn, Refusal, hedge_of, in_every_hundred, one_in, telling
from deckmaker.model.frame import Graphic
from deckmaker.model.picture import Picture

_LARGEST = 128.0
_MOST = 100
_ONE_ROW = 20
"""Up to so many circles any number may stand in a row; more stand in rows that are easily counted."""


def refuses(statistic: Statistic) -> str:
    """Why the figure cannot be told as 1 in N."""
    first = statistic.values[0]
    if statistic.unit is not Unit.PERCENT:
        return f"1 in N is a share, and this figure is in {statistic.unit}"
    if len(statistic.values) > 1:
        return f"1 in N is one share, and this figure has {len(statistic.values)} groups"
    if first.high is not None:
        return "a range has no single N"
    told, hundred = one_in(first.value, hedge_of(first, statistic)), _hundred(statistic)
    if isinstance(told, Refusal):
        return told.because
    if isinstance(hundred, Refusal):
        return hundred.because
    return f"1 in {told.number} is too rare to be drawn as circles" if told.number > _MOST else ""


def figure(statistic: Statistic) -> HedgedFigure:
    """The figure for large type: “at least” and “1 in 7”."""
    told = _told(statistic)
    return HedgedFigure(told.hedge, f"1 in {told.number}")


def draw(graphic: Graphic, width: float, height: float, measure: Measure) -> Picture:
    """The circles in as few rows as make them large, their key below, and the figure above where it has room.

    The figure is left out where it is told beside the graphic.
    """
    statistic = graphic.statistic
    drawing, told = statistic.drawing, _told(statistic)
    in_hundred = f"{capital(str(_hundred(statistic)))} {drawing.unit_plural}".rstrip()
    circle = f"One circle is one {drawing.unit_name}." if drawing.unit_name else "All circles stand for the same."
    wordings = ((in_hundred, f"{circle} Solid: {told}."), (in_hundred, circle), (in_hundred,))

    def circles(across: float, down: float) -> Block:
        columns = _columns(told.number) if told.number <= _ONE_ROW else (10, 20, 25, 50)
        return pack(told.number, across, down, GAP, columns, _LARGEST)

    found = keyed(wordings, circles, width, height, measure)
    words = "" if graphic.figure_told else f"{capital(str(told))} {drawing.unit_plural}".rstrip()
    head = _head(words, width, height - found.height, measure)
    top = head.height + 14 if head else 0.0
    above = head.labels(0, 0) if head else ()
    marks = (*above, *coins(found.block, 1, drawing.icon, 0, top), *found.key(top))
    return Picture(width=width, height=height, marks=settled(marks, height))


def _columns(number: int) -> tuple[int, ...]:
    """Circles in a row, so that the last row has at least half of the others'."""
    return tuple(n for n in range(1, number + 1) if (number % n or n) * 2 >= n)


def _head(words: str, width: float, spare: float, measure: Measure) -> Passage | None:
    """The figure in large type, where the circles leave room for it."""
    if not words:
        return None
    size = largest(words, width, min((spare - 14) / 1.2, 60), measure)
    set_words = passage(words, width, size, measure, colour="focus", bold=True)
    return set_words if size >= 40 and set_words.height + 14 <= spare and len(set_words.lines) == 1 else None


def _hundred(statistic: Statistic) -> str | Refusal:
    return in_every_hundred(statistic.value, hedge_of(statistic.values[0], statistic))


def _told(statistic: Statistic) -> OneIn:
    told = one_in(statistic.value, hedge_of(statistic.values[0], statistic))
    if isinstance(told, Refusal):
        raise ValueError(told.because)
    return told


def describe(graphic: Graphic) -> str:
    """What the picture shows, then the figure with everything that belongs to it."""
    told = _told(graphic.statistic)
    shown = f"{told.number} circles, 1 of them solid: {told}, {_hundred(graphic.statistic)}."
    return f"{shown} {telling(graphic.statistic)}"


GRAPHIC = GraphicKind(
    title="1 in N", refuses=refuses, draw=draw, describe=describe, figure=figure, shape="strip", native=True
)
