"""Whether a brand has every colour that layouts ask for, and whether text on its backgrounds can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckmaker.model.colour import Colour, contrast
from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.layout import Layout, Placeholder
from deckmaker.reading.brand import Brand
from deckmaker.reading.wording import suggestion

TEXT, LARGE_TEXT = 4.5, 3.0
"""Least contrast of text by WCAG 2.2, level AA."""
LARGE, LARGE_BOLD = 18, 14
"""Points from which text counts as large by WCAG 2.2."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour of text and the background behind it, the least contrast that they need, and a layout that has them."""

    colour: str
    ground: str
    least: float
    layout: str


def unfit(brand: Brand, layouts: Iterable[Layout]) -> Iterator[Diagnostic]:
    """Colours that the brand lacks, and pairs of text and background that are too near each other."""
    strictest: dict[tuple[str, str], Pair] = {("ink", "background"): Pair("ink", "background", TEXT, "")}
    used: dict[str, str] = {}
    for layout in layouts:
        for colour in _colours(layout):
            used.setdefault(colour, layout.name)
        for place in layout.placeholders:
            if place.style is not None:
                least = LARGE_TEXT if place.style.size >= (LARGE_BOLD if place.style.bold else LARGE) else TEXT
                pair = Pair(str(place.style.colour), str(_behind(layout, place)), least, layout.name)
                known_pair = strictest.setdefault((pair.colour, pair.ground), pair)
                if known_pair.least < least:
                    strictest[pair.colour, pair.ground] = pair
    known = {*brand.theme.palette, *brand.theme.roles}
    for colour, name in used.items():
        if colour not in known:
            message = f"this brand has no colour ‘{colour}’, which the layout ‘{name}’ uses"
            yield Diagnostic("missing-colour", message, Position(brand.file), suggestion(colour, tuple(sorted(known))))
    for pair in strictest.values():
        if {pair.colour, pair.ground} <= known:
            yield from _too_near(brand, pair)


def _too_near(brand: Brand, pair: Pair) -> Iterator[Diagnostic]:
    value, ground = brand.theme.value(pair.colour), brand.theme.value(pair.ground)
    found = contrast(value, ground)
    if found < pair.least:
        message = (
            f"‘{pair.colour}’ ({value}) on ‘{pair.ground}’ ({ground}) has a contrast of {found:.2f}; "
            f"text of this size needs {pair.least}"
        )
        seen = f" (seen in the layout ‘{pair.layout}’)" if pair.layout else ""
        hint = f"make one lighter or darker, or choose another colour for ‘{pair.colour}’{seen}"
        place = brand.places.get(pair.colour, Position(brand.file))
        yield Diagnostic("low-contrast", message, place, hint)


def _behind(layout: Layout, place: Placeholder) -> Colour:
    """The colour behind a placeholder: of the last shape that holds all of it, else the background's."""
    ground = layout.ground
    for shape in layout.decoration:
        if shape.fill is not None and shape.kind == "rectangle" and shape.box.contains(place.box):
            ground = shape.fill
    return ground


def _colours(layout: Layout) -> Iterator[str]:
    yield str(layout.ground)
    for place in layout.placeholders:
        if place.style is not None:
            yield str(place.style.colour)
            if place.style.marker_colour is not None:
                yield str(place.style.marker_colour)
    for shape in layout.decoration:
        yield from (str(colour) for colour in (shape.fill, shape.outline) if colour is not None)
    yield from (str(icon.colour) for icon in layout.icons)
