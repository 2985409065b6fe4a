"""Circles that stand for people or things: solid ones are counted, rings are the rest, each with its icon."""

from __future__ import annotations

from deckmaker.layout.packing import Block
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box
from deckmaker.model.picture import Circle, Mark, Symbol

GAP = 0.17
"""Between circles, as a share of a circle."""
_SMALLEST_WITH_ICON = 22.0
_ICON = 0.6
"""Height of the icon as a share of its circle."""


def coins(
    block: Block, solid: int, icon: str, x: float = 0.0, y: float = 0.0, *, colour: str = "focus"
) -> tuple[Mark, ...]:
    """The circles of a block from ``x``, ``y``, the first ``solid`` of them filled; tiny ones have no icon."""
    radius = block.cell / 2
    line = max(1.2, min(2.6, block.cell * 0.024))
    centres = [(left + radius, top + radius) for left, top in block.places(x, y)]
    filled = tuple(Circle(x=cx, y=cy, radius=radius, fill=Colour(colour)) for cx, cy in centres[:solid])
    rings = tuple(
        Circle(x=cx, y=cy, radius=radius, fill=Colour("coin"), outline=Colour("rest"), outline_width=line)
        for cx, cy in centres[solid:]
    )
    if not icon or block.cell < _SMALLEST_WITH_ICON:
        return (*filled, *rings)
    side = block.cell * _ICON
    boxes = [Box(cx - side / 2, cy - side / 2, side, side) for cx, cy in centres]
    on_solid = tuple(Symbol(icon=icon, box=box, colour=Colour("on-focus")) for box in boxes[:solid])
    in_rings = tuple(Symbol(icon=icon, box=box, colour=Colour("rest")) for box in boxes[solid:])
    return (*filled, *rings, *on_solid, *in_rings)
