"""The colours of a picture on its background: what its marks are for becomes a colour of the palette.

Graphics name roles only. Whether a background is dark, and what stands out on it, the theme decides here, in one
place, for every output.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from deckmaker.model.colour import Colour, contrast
from deckmaker.model.frame import Box
from deckmaker.model.picture import Area, Circle, Label, Mark, Picture, Rectangle, Segment, Symbol
from deckmaker.model.theme import Theme

_SHAPE, _WORDS, _LARGE = 3.0, 4.5, 24.0
"""Least contrast of shapes and large words, of smaller words, and the size from which words are large."""
_LIGHTER = {"coin": "white", "track": "haze", "on-focus": "white"}
"""Palette names, on light grounds, for what lies behind or on other marks, unless the brand has such a role."""
_HALO = "-halo"


def on_ground(picture: Picture, ground: Colour, theme: Theme) -> Picture:
    """The same picture with every colour a name of the palette, chosen to stand out on what the mark lies on.

    Areas become marks themselves, below all others.
    """
    below = [mark for area in picture.areas for mark in _painted(area, theme)]
    marks = (_coloured(mark, _ground_of(mark, picture.areas, ground), theme) for mark in picture.marks)
    return replace(picture, marks=(*below, *marks), areas=())


def _painted(area: Area, theme: Theme) -> Iterator[Mark]:
    yield Rectangle(box=area.box, fill=Colour(theme.name_of(area.ground)))
    yield from area.discs


def _ground_of(mark: Mark, areas: tuple[Area, ...], ground: Colour) -> Colour:
    """The ground of the last area that the mark's place lies in."""
    if not areas:
        return ground
    match mark:
        case Circle() | Label():
            x, y = mark.x, mark.y
        case Rectangle() | Symbol():
            x, y = mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2
        case Segment():
            x, y = (mark.x1 + mark.x2) / 2, (mark.y1 + mark.y2) / 2
        case _:
            assert_never(mark)
    within = (area.ground for area in reversed(areas) if area.box.contains(Box(x, y, 0, 0)))
    return next(within, ground)


def _coloured(mark: Mark, ground: Colour, theme: Theme) -> Mark:
    if isinstance(mark, Circle | Rectangle):
        fill = None if mark.fill is None else _named(mark.fill, ground, theme)
        outline = None if mark.outline is None else _named(mark.outline, ground, theme)
        return replace(mark, fill=fill, outline=outline)
    least = _WORDS if isinstance(mark, Label) and mark.size < _LARGE else _SHAPE
    return replace(mark, colour=_named(mark.colour, ground, theme, least) or mark.colour)


def _named(role: Colour, ground: Colour, theme: Theme, least: float = _SHAPE) -> Colour | None:
    """Palette name of a role on a background; ``None`` where the role is not shown there."""
    if role == "ground" or (role == "on-focus" and theme.is_dark(ground)):
        return Colour(theme.name_of(ground))
    if role in _LIGHTER:
        return _lighter(role, ground, theme)
    return next(
        (Colour(name) for name in _choices(role, ground, theme) if _stands_out(name, ground, theme, least)),
        Colour(theme.name_of("on-dark" if theme.is_dark(ground) else "ink")),
    )


def _lighter(role: Colour, ground: Colour, theme: Theme) -> Colour | None:
    """What lies behind other marks. On a dark ground a track has the colour of its motif's halo, a coin none."""
    if theme.is_dark(ground):
        name = f"{ground}{_HALO}" if role == "track" else ""
    else:
        name = role if role in theme.roles else _LIGHTER[role]
    return Colour(theme.name_of(name)) if name in theme.roles or name in theme.palette else None


def _choices(role: Colour, ground: Colour, theme: Theme) -> Iterator[str]:
    """The role's own colour on such a background, then the quieter and the plainer ones that stand in for it."""
    dark = theme.is_dark(ground)
    if role == "series":
        yield theme.name_of("on-dark") if dark else theme.series[0]
    elif dark:
        yield theme.name_of(f"{role}-on-dark" if f"{role}-on-dark" in theme.roles else "on-dark")
    else:
        yield theme.name_of(role)
    if role in {"rest", "hairline"}:
        yield theme.name_of("secondary-on-dark" if dark else "secondary")


def _stands_out(name: str, ground: Colour, theme: Theme, least: float) -> bool:
    return contrast(theme.value(name), theme.value(ground)) >= least
