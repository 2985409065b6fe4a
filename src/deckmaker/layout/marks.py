"""Marks moved, made larger, and how much room their ink takes. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from deckmaker.layout.lettering import CAPITAL, DESCENT
from deckmaker.model.frame import Box
from deckmaker.model.picture import Circle, Label, Mark, Rectangle, Segment, Symbol

_STARTS = {"left": 0.0, "centre": 0.5, "right": 1.0}
_SETTLED = 0.44
"""Where the eye sees the middle, as a share of the free height."""


def placed(mark: Mark, x: float, y: float, scale: float = 1.0) -> Mark:
    """The mark ``scale`` times as large, then moved by ``x`` and ``y``."""
    match mark:
        case Circle():
            return replace(
                mark,
                x=x + mark.x * scale,
                y=y + mark.y * scale,
                radius=mark.radius * scale,
                outline_width=mark.outline_width * scale,
            )
        case Label():
            return replace(
                mark, x=x + mark.x * scale, y=y + mark.y * scale, size=mark.size * scale, width=mark.width * scale
            )
        case Rectangle():
            return replace(
                mark,
                box=_placed(mark.box, x, y, scale),
                outline_width=mark.outline_width * scale,
                radius=mark.radius * scale,
            )
        case Symbol():
            return replace(mark, box=_placed(mark.box, x, y, scale))
        case Segment():
            return replace(
                mark,
                x1=x + mark.x1 * scale,
                y1=y + mark.y1 * scale,
                x2=x + mark.x2 * scale,
                y2=y + mark.y2 * scale,
                width=mark.width * scale,
            )
        case _:
            assert_never(mark)


def extent(marks: Iterable[Mark]) -> Box:
    """The box around all ink; words count from the top of their capitals to below their deepest letter."""
    boxes = [_extent(mark) for mark in marks]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _placed(box: Box, x: float, y: float, scale: float) -> Box:
    return Box(x + box.x * scale, y + box.y * scale, box.width * scale, box.height * scale)


def _extent(mark: Mark) -> Box:
    match mark:
        case Circle():
            return Box(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
        case Rectangle() | Symbol():
            return mark.box
        case Segment():
            half = mark.width / 2
            left, top = min(mark.x1, mark.x2) - half, min(mark.y1, mark.y2) - half
            return Box(left, top, abs(mark.x2 - mark.x1) + mark.width, abs(mark.y2 - mark.y1) + mark.width)
        case Label():
            left = mark.x - _STARTS[mark.align] * mark.width
            return Box(left, mark.y - CAPITAL * mark.size, mark.width, (CAPITAL + DESCENT) * mark.size)
        case _:
            assert_never(mark)


def settled(marks: tuple[Mark, ...], height: float) -> tuple[Mark, ...]:
    """Marks that begin at the top of a box, moved a little above the middle of what they leave free of its height."""
    ink = extent(marks)
    spare = height - ink.bottom
    return tuple(placed(mark, 0, spare * _SETTLED) for mark in marks) if spare > 1 else marks
