"""Rows below a headline, each with a marker: a letter or number on a chip, or an icon. Lengths are points."""

from __future__ import annotations

from deckmaker.layout.grid import body
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import IconPlace, Placeholder

_CHIP = 40.0
_ICON = 34.0
_PAD = 20.0


@frozen
class Rows:
    """The places of some rows; row n has the placeholders ``marker-n`` and ``row-n``, or the icon ``icon-n``."""

    placeholders: tuple[Placeholder, ...]
    decoration: tuple[ShapeItem, ...]
    icons: tuple[IconPlace, ...] = ()


def rows(
    count: int,
    box: Box,
    size: float,
    *,
    prompt: str,
    fill: str = "",
    chip: str = "",
    icon: str = "",
    gap: float = 10,
    highest: float = 92,
    one_line: bool = False,
) -> Rows:
    """Rows that share a box. ``fill`` is the colour of their panels, ``chip`` and ``icon`` of their markers.

    With ``one_line`` a row's words are a single line, however high the row is.
    """
    height = min((box.height - gap * (count - 1)) / count, highest)
    inset = _PAD if fill else 0.0
    side = min(_CHIP, height - 6)
    places: list[Placeholder] = []
    shapes: list[ShapeItem] = []
    icons: list[IconPlace] = []
    for row in range(count):
        number, top = row + 1, box.y + row * (height + gap)
        if fill:
            panel = Box(box.x, top, box.width, height)
            shapes.append(ShapeItem(name=f"Panel {number}", kind="rectangle", box=panel, fill=Colour(fill), radius=8))
        if chip:
            mark = Box(box.x + inset + (_CHIP - side) / 2, top + (height - side) / 2, side, side)
            shapes.append(
                ShapeItem(name=f"Chip {number}", kind="rectangle", box=mark, fill=Colour(chip), radius=side / 2)
            )
            places.append(
                body(f"marker-{number}", mark, 20, colour="on-dark", bold=True, align="centre", anchor="middle",
                     prompt=str(number), reads="label")
            )  # fmt: skip
        if icon:
            mark = Box(box.x + inset + 3, top + (height - _ICON) / 2, _ICON, _ICON)
            icons.append(IconPlace(name=f"icon-{number}", box=mark, colour=Colour(icon)))
        left = box.x + inset + _CHIP + 18
        high = min(size * 1.3, height - 6) if one_line else height - 6
        words = Box(left, top + (height - high) / 2, box.right - inset - left, high)
        places.append(body(f"row-{number}", words, size, anchor="middle", prompt=prompt))
    return Rows(tuple(places), tuple(shapes), tuple(icons))


def tag(words_width: float, colour: str) -> tuple[Placeholder, ShapeItem]:
    """A tag at the head of a slide that names its kind: its place and the shape behind it."""
    box = Box(54, 40, words_width, 32)
    place = body("tag", box, 18, colour="on-dark", bold=True, align="centre", anchor="middle", prompt="Tag")
    return place, ShapeItem(name="Tag", kind="rectangle", box=box, fill=Colour(colour), radius=16)


def facts_line(tag_width: float) -> Placeholder:
    """The place for short facts beside the tag."""
    left = 54 + tag_width + 18
    return body("facts", Box(left, 40, 906 - left, 32), 20, colour="title", bold=True, anchor="middle", optional=True,
                prompt="Minutes, size of groups")  # fmt: skip
