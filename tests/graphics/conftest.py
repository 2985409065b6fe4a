"""Statistics to draw, and an eye that sees what is wrong with a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import hypot
from typing import assert_never

import pytest

from deckmaker.discovery import Features
from deckmaker.drawing.typeface import glyph, set_glyphs
from deckmaker.fonts import measure
from deckmaker.model.colour import Colour
from deckmaker.model.evidence import Citation, Hedge, Source, Statistic, Unit, Value
from deckmaker.model.feature import GraphicKind, Measure
from deckmaker.model.frame import Box, Graphic
from deckmaker.model.picture import Circle, Label, Mark, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import FontChoice
from deckmaker.model.ways_to_draw import Drawing

LATO = FontChoice(family="Lato", measured_as="Lato")
_BACKDROPS = {"track", "coin"}
"""Fills on which words and other marks may stand."""
_STARTS = {"left": 0.0, "centre": 0.5, "right": 1.0}


@pytest.fixture(scope="session")
def ruler() -> Measure:
    return measure(LATO)


@pytest.fixture(scope="session")
def kinds() -> dict[str, GraphicKind]:
    return dict(Features().graphics)


@pytest.fixture(scope="session")
def draw(kinds: dict[str, GraphicKind], ruler: Measure) -> Callable[..., Picture]:
    """Draws a statistic as a kind in a box: ``draw("dots", statistic, 432, 330)``."""

    def drawn(
        kind: str,
        statistic: Statistic,
        width: float,
        height: float,
        reference: Statistic | None = None,
        beside: Statistic | None = None,
        told: bool = False,
    ) -> Picture:
        graphic = Graphic(
            kind=kind,
            subject=statistic,
            reference=reference,
            beside=beside,
            figure_told=told,
            ground=Colour("cream"),
        )
        return kinds[kind].draw(graphic, width, height, ruler)

    return drawn


@pytest.fixture(scope="session")
def statistic() -> Callable[..., Statistic]:
    """An invented statistic: ``statistic(15, hedge=Hedge.AT_LEAST)``."""
    cite = (Citation(source=Source(id="s", title="A work", short="Somebody, A work (2019)")),)

    def made(
        *values: float | Value,
        unit: Unit = Unit.PERCENT,
        hedge: Hedge = Hedge.NONE,
        base: str = "of babies in the county",
        icon: str = "baby",
        names: tuple[str, str] = ("baby", "babies"),
        period: str = "2018",
        beside: str = "",
        rest: str = "",
    ) -> Statistic:
        return Statistic(
            id="made",
            values=tuple(value if isinstance(value, Value) else Value(value=value) for value in values),
            unit=unit,
            hedge=hedge,
            counted="babies seen by a team",
            base=base,
            predicate="were seen by a team that knows about babies",
            phrase="{figure} of babies",
            place="Ynys Môn",
            period=period,
            population="babies",
            printed="",
            cite=cite,
            messages=(1,),
            drawing=Drawing(
                default="words-only",
                icon=icon,
                unit_name=names[0],
                unit_plural=names[1],
                beside=beside,
                rest=rest,
            ),
        )

    return made


@pytest.fixture(scope="session")
def faults() -> Callable[[Picture], list[str]]:
    """What is wrong with a picture: marks outside its box, small type, words that meet anything, symbols that meet.

    Points on lines may lie on each other, as their values do.
    """
    return lambda picture: list(_faults(picture))


def extent(mark: Mark) -> Box:
    """The box that the mark's ink takes; for words, that of the letters as drawn."""
    match mark:
        case Circle():
            return Box(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
        case Rectangle() | Symbol():
            return mark.box
        case Segment():
            half = mark.width / 2
            left, top = min(mark.x1, mark.x2) - half, min(mark.y1, mark.y2)
            return Box(left, top, abs(mark.x2 - mark.x1) + mark.width, abs(mark.y2 - mark.y1))
        case Label():
            return _ink(mark)
        case _:
            assert_never(mark)


def _ink(label: Label) -> Box:
    start = label.x - _STARTS[label.align] * label.width
    boxes = [
        (glyph(LATO, label.bold, name, label.size).get_extents(), start + x * label.size)
        for name, x, _ in set_glyphs(LATO, label.bold, label.words)
    ]
    left, right = min(x + box.x0 for box, x in boxes), max(x + box.x1 for box, x in boxes)
    low, high = min(box.y0 for box, _ in boxes), max(box.y1 for box, _ in boxes)
    return Box(left, label.y - high, right - left, high - low)


def _faults(picture: Picture) -> Iterator[str]:
    page = Box(0, 0, picture.width, picture.height)
    seen = [(mark, extent(mark)) for mark in picture.marks]
    for mark, box in seen:
        if not page.contains(box, 0.6):
            yield f"outside {page}: {mark} takes {box}"
        if isinstance(mark, Label) and mark.size < 18:
            yield f"too small: {mark}"
    words = [(mark, box) for mark, box in seen if isinstance(mark, Label)]
    others = [(mark, box) for mark, box in seen if not isinstance(mark, Label) and not _is_backdrop(mark)]
    for one, other in [*combinations(words, 2), *((word, mark) for word in words for mark in others)]:
        if one[1].overlaps(other[1], 0.2):
            yield f"{one[0]} meets {other[0]}"
    for family in (Circle, Symbol, Rectangle):
        alike = [(mark, box) for mark, box in seen if isinstance(mark, family) and not _is_track(mark)]
        if any(isinstance(mark, Circle) and mark.fill == "ground" for mark, _ in alike):
            continue
        for (mark, box), (other_mark, other_box) in combinations(alike, 2):
            if box.overlaps(other_box, 0.2) and not (family is Circle and _apart(mark, other_mark)):
                yield f"{mark} meets {other_mark}"


def _apart(one: Mark, other: Mark) -> bool:
    """Whether two circles whose boxes meet do not meet themselves."""
    assert isinstance(one, Circle)
    assert isinstance(other, Circle)
    return hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.1


def _is_track(mark: Mark) -> bool:
    """The whole of a scale, on which its bar stands, and the panel behind some steps."""
    return isinstance(mark, Rectangle) and mark.fill in _BACKDROPS


def _is_backdrop(mark: Mark) -> bool:
    return isinstance(mark, Rectangle | Circle) and mark.fill in _BACKDROPS
