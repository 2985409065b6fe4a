"""Whether a brand has every colour that layouts ask for, and whether text and graphics on its backgrounds stand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.drawing.colours import on_ground
from deckmaker.layout.branded import branded
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.diagnostic import Diagnostic, Position
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Role
from deckmaker.model.picture import Label, Picture, Rectangle
from deckmaker.model.theme import Theme
from deckmaker.reading.brand import Brand
from deckmaker.reading.wording import suggestion

TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
"""Least contrast of text, of large text and of shapes that mean something by WCAG 2.2, level AA."""
LARGE, LARGE_BOLD = 18, 14
"""Points from which text counts as large by WCAG 2.2."""
_NOWHERE = Box(0, 0, 0, 0)
_WORDS_OF_GRAPHICS = ("ink", "title", "secondary", "focus")
_SHAPES_OF_GRAPHICS = ("focus", "rest", "series")
"""Roles that graphics ask for; what stands in for one that would not stand out is theirs to choose."""


@frozen
class Pair:
    """A colour and what is behind it, the least contrast that they need, and where they are seen."""

    colour: str
    ground: str
    least: float
    seen: str


def unfit(brand: Brand, layouts: Iterable[Layout]) -> Iterator[Diagnostic]:
    """Colours that the brand lacks, and pairs of colour and background that are too near each other."""
    layouts = tuple(branded(layout, brand.theme) for layout in layouts)
    used: dict[str, str] = {}
    for layout in layouts:
        for colour in _colours(layout):
            used.setdefault(colour, layout.name)
    known = {*brand.theme.palette, *brand.theme.roles}
    for colour, name in used.items():
        if colour not in known:
            message = f"this brand has no colour ‘{colour}’, which the layout ‘{name}’ uses"
            hint = suggestion(colour, tuple(sorted(known)))
            yield Diagnostic("missing-colour", message, Position(brand.file), f"{hint}; or write it under  roles:")
    strictest: dict[tuple[str, str], Pair] = {("ink", "background"): Pair("ink", "background", TEXT, "")}
    drawn: set[str] = set()
    for layout in layouts:
        for pair in (*_text(layout), *_marks(layout), *_graphics(layout, brand.theme, known, drawn)):
            before = strictest.setdefault((pair.colour, pair.ground), pair)
            if before.least < pair.least:
                strictest[pair.colour, pair.ground] = pair
    for pair in strictest.values():
        if {pair.colour, pair.ground} <= known:
            yield from _too_near(brand, pair)


def _text(layout: Layout) -> Iterator[Pair]:
    seen = f"in the layout ‘{layout.name}’"
    told: set[tuple[str, str, float]] = set()
    for place in layout.placeholders:
        style = place.style
        if style is not None:
            behind = str(_behind(layout, place.box))
            least = LARGE_TEXT if style.size >= (LARGE_BOLD if style.bold else LARGE) else TEXT
            look = (str(style.colour), behind, least)
            if look not in told:
                told.add(look)
                yield Pair(*look, seen)
            if style.marker_colour is not None:
                yield Pair(str(style.marker_colour), behind, SHAPE, seen)


def _marks(layout: Layout) -> Iterator[Pair]:
    for icon in layout.icons:
        yield Pair(str(icon.colour), str(_behind(layout, icon.box)), SHAPE, f"in the layout ‘{layout.name}’")


def _graphics(layout: Layout, theme: Theme, known: set[str], drawn: set[str]) -> Iterator[Pair]:
    """What graphics are drawn in on the background of each picture; ``drawn`` are the backgrounds seen before."""
    for place in layout.placeholders:
        if place.role is Role.PICTURE:
            ground = _behind(layout, place.box)
            if str(ground) in known and str(ground) not in drawn:
                drawn.add(str(ground))
                yield from _drawn(ground, theme, f"in graphics in the layout ‘{layout.name}’")


def _drawn(ground: Colour, theme: Theme, seen: str) -> Iterator[Pair]:
    words = tuple(Label(x=0, y=0, words="", size=LARGE, colour=Colour(role), width=0) for role in _WORDS_OF_GRAPHICS)
    shapes = tuple(Rectangle(box=_NOWHERE, fill=Colour(role)) for role in (*_SHAPES_OF_GRAPHICS, "on-focus"))
    *shown, inside = on_ground(Picture(width=0, height=0, marks=(*words, *shapes)), ground, theme).marks
    fills = [mark.fill for mark in shown if isinstance(mark, Rectangle) and mark.fill is not None]
    yield from (Pair(str(mark.colour), str(ground), TEXT, seen) for mark in shown if isinstance(mark, Label))
    yield from (Pair(str(fill), str(ground), SHAPE, seen) for fill in fills)
    if isinstance(inside, Rectangle) and inside.fill is not None and fills:
        yield Pair(str(inside.fill), str(fills[0]), SHAPE, seen)


def _too_near(brand: Brand, pair: Pair) -> Iterator[Diagnostic]:
    value, ground = brand.theme.value(pair.colour), brand.theme.value(pair.ground)
    found = contrast(value, ground)
    if found < pair.least:
        message = (
            f"‘{pair.colour}’ ({value}) on ‘{pair.ground}’ ({ground}) has a contrast of {found:.2f}; "
            f"what stands there needs {pair.least:g}"
        )
        seen = f" (seen {pair.seen})" if pair.seen else ""
        hint = f"make one lighter or darker, or choose another colour for ‘{pair.colour}’{seen}"
        place = brand.places.get(pair.colour, Position(brand.file))
        yield Diagnostic("low-contrast", message, place, hint)


def _behind(layout: Layout, box: Box) -> Colour:
    """The colour behind a box: of the last shape that holds all of it, else the background's."""
    x, y = box.x, box.y
    for shape in reversed(layout.decoration):
        place = shape.box
        if x < place.x - 1 or y < place.y - 1 or x > place.x + place.width or y > place.y + place.height:
            continue  # told by one corner: there are thousands of pairs to look at
        if shape.fill is not None and _holds(shape, box):
            return shape.fill
    return layout.ground


def _holds(shape: ShapeItem, box: Box) -> bool:
    if shape.kind == "rectangle":
        return shape.box.contains(box)
    x, y = shape.box.x + shape.box.width / 2, shape.box.y + shape.box.height / 2
    across, along = shape.box.width / 2, shape.box.height / 2
    corners = ((corner_x, corner_y) for corner_x in (box.x, box.right) for corner_y in (box.y, box.bottom))
    return all(((left - x) / across) ** 2 + ((top - y) / along) ** 2 <= 1 for left, top in corners)


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
