"""The colours of a picture on its background: what its marks are for becomes a colour of the palette.

Graphics name roles only. Whether a background is dark, and what stands out on it, the theme decides here, in one
place, for every output.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.model.colour import Colour, contrast
from deckmaker.model.picture import Circle, Label, Mark, Picture, Rectangle
from deckmaker.model.theme import Theme

_SHAPE, _WORDS, _LARGE = 3.0, 4.5, 24.0
"""Least contrast of shapes and large words, of smaller words, and the size from which words are large."""
_LIGHTER = {"coin": "white", "track": "haze", "on-focus": "white"}
"""Palette names, on light grounds, for what lies behind or on other marks, unless the brand has such a role."""


def on_ground(picture: Picture, ground: Colour, theme: Theme) -> Picture:
    """The same picture with every colour a name of the palette, chosen to stand out on this background."""
    return replace(picture, marks=tuple(_coloured(mark, ground, theme) for mark in picture.marks))


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
    name = role if role in theme.roles else _LIGHTER[role]
    shown = name in theme.roles or name in theme.palette
    return Colour(theme.name_of(name)) if shown and not theme.is_dark(ground) else None


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
