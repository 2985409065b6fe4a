"""Everything that means something stands out from what lies behind it, as it is placed on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.drawing.colours import on_ground
from deckmaker.layout.lettering import CAPITAL
from deckmaker.model.colour import Colour, contrast
from deckmaker.model.deck import LaidOutDeck
from deckmaker.model.diagnostic import Diagnostic, Severity
from deckmaker.model.feature import Check
from deckmaker.model.frame import Box, Frame, GraphicItem, IconItem, ShapeItem, TextItem
from deckmaker.model.picture import Circle, Label, Mark, Rectangle, Symbol
from deckmaker.model.theme import Theme

CODE = "low-contrast"
TEXT, LARGE_TEXT, SHAPE = 4.5, 3.0, 3.0
"""Least contrast of text, of large text and of icons and shapes by WCAG 2.2, level AA."""
_LARGE, _LARGE_BOLD = 18, 14
_MEANT = (Colour("focus"), Colour("rest"), Colour("series"))
"""What colours of shapes are for that stand for something; tracks and coins lie behind."""
_STARTS = {"left": 0.0, "centre": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}


def find(laid_out: LaidOutDeck) -> Iterator[Diagnostic]:
    """Hold each line of text, each icon, and the labels and shapes of graphics against what lies behind them."""
    theme = laid_out.deck.theme
    decoration = {layout.name: layout.decoration for layout in laid_out.layouts}
    for slide, frame in zip(laid_out.slides, laid_out.frames, strict=True):
        for what, colour, behind, least in dict.fromkeys(_placed(frame, decoration[frame.layout], theme)):
            found = contrast(theme.value(colour), theme.value(behind))
            if found < least:
                yield Diagnostic(
                    CODE,
                    f"{what} of this {slide.kind} slide is ‘{colour}’ on ‘{behind}’, a contrast of {found:.2f}; "
                    f"it needs {least:g}",
                    slide.position,
                    f"change ‘{colour}’ or ‘{behind}’ in the brand file, or choose another layout or brand",
                )


_Placed = tuple[str, Colour, Colour, float]
"""What it is, its colour, the colour behind it, and the least contrast between them."""


def _placed(frame: Frame, decoration: tuple[ShapeItem, ...], theme: Theme) -> Iterator[_Placed]:
    shapes = [*decoration, *(item for item in frame.items if isinstance(item, ShapeItem))]
    for item in frame.items:
        if isinstance(item, TextItem):
            if not item.overflows:  # what has no room stands nowhere yet
                yield from _text(item, frame, shapes)
        elif isinstance(item, IconItem):
            for ground in _behind(item.box, shapes, frame.ground):
                yield f"the icon ‘{item.icon}’", item.colour, ground, SHAPE
        elif isinstance(item, GraphicItem) and item.chart is None:
            marks = on_ground(item.picture, item.graphic.ground, theme).marks
            yield from _labels(marks, item.graphic.ground)
            yield from _shapes(item.picture.marks, marks, item.graphic.ground)


def _text(item: TextItem, frame: Frame, shapes: list[ShapeItem]) -> Iterator[_Placed]:
    style, box = item.style, item.box
    least = LARGE_TEXT if style.size >= (_LARGE_BOLD if style.bold else _LARGE) else TEXT
    top = box.y + (box.height - item.height) * _STARTS[style.anchor]
    each = item.height / max(len(item.lines), 1)
    for number, line in enumerate(item.lines):
        left = box.x + (box.width - line.width) * _STARTS[style.align]
        for ground in _behind(Box(left, top + number * each, line.width, each), shapes, frame.ground):
            for colour in {run.colour or style.colour: None for run in line.runs}:
                yield f"the {item.placeholder.replace('-', ' ')}", Colour(colour), ground, least


def _behind(box: Box, shapes: list[ShapeItem], ground: Colour) -> Iterator[Colour]:
    """The colours behind a box, from the top one down to the first that is behind all of it."""
    for shape in reversed(shapes):
        if shape.fill is not None and _meets(shape, box):
            yield shape.fill
            if shape.kind == "rectangle" and shape.box.contains(box):
                return
    yield ground


def _meets(shape: ShapeItem, box: Box) -> bool:
    if shape.kind == "rectangle":
        return shape.box.overlaps(box)
    x, y = shape.box.x + shape.box.width / 2, shape.box.y + shape.box.height / 2
    near_x, near_y = min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
    return ((near_x - x) * 2 / shape.box.width) ** 2 + ((near_y - y) * 2 / shape.box.height) ** 2 < 1


def _labels(marks: tuple[Mark, ...], ground: Colour) -> Iterator[_Placed]:
    for number, mark in enumerate(marks):
        if isinstance(mark, Label):
            least = LARGE_TEXT if mark.size >= (_LARGE_BOLD if mark.bold else _LARGE) else TEXT
            x = mark.x + mark.width * (0.5 - _STARTS[mark.align])
            yield f"‘{mark.words}’ in the graphic", mark.colour, _under(marks[:number], x, _middle(mark), ground), least
        elif isinstance(mark, Symbol):
            x, y = mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2
            yield f"the icon ‘{mark.icon}’ in the graphic", mark.colour, _under(marks[:number], x, y, ground), SHAPE


def _shapes(roles: tuple[Mark, ...], marks: tuple[Mark, ...], ground: Colour) -> Iterator[_Placed]:
    """The shapes that stand for something, by what their colours are for: all ``marks`` have colours of the palette."""
    first = len(marks) - len(roles)  # areas come before
    for number, role in enumerate(roles):
        mark = marks[first + number]
        if not isinstance(role, Circle | Rectangle) or not isinstance(mark, Circle | Rectangle):
            continue
        x, y = (mark.x, mark.y) if isinstance(mark, Circle) else (mark.box.x + mark.box.width / 2, mark.box.y + 0.1)
        if _under(roles[:number], x, y, ground) in _MEANT:
            continue  # it marks a place on another, and its form tells them apart
        under = _under(marks[: first + number], x, y, ground)
        for what, colour in ((role.fill, mark.fill), (role.outline, mark.outline)):
            if colour is not None and what in _MEANT:
                yield f"a shape in the graphic (‘{what}’)", colour, under, SHAPE


def _middle(label: Label) -> float:
    return label.y - label.size * CAPITAL / 2


def _under(marks: Iterable[Mark], x: float, y: float, ground: Colour) -> Colour:
    """The colour of the last solid mark at a point, else of the ground."""
    for mark in marks:
        if isinstance(mark, Rectangle | Circle) and mark.fill is not None and _covers(mark, x, y):
            ground = mark.fill
    return ground


def _covers(mark: Rectangle | Circle, x: float, y: float) -> bool:
    if isinstance(mark, Rectangle):
        return mark.box.contains(Box(x, y, 0, 0))
    return (mark.x - x) ** 2 + (mark.y - y) ** 2 < mark.radius**2


CHECK = Check(
    code=CODE,
    severity=Severity.ERROR,
    what="Text, icons and shapes of graphics too near in colour to what lies behind them, on the page as it is placed.",
    why="People who see little, and everybody in a bright room, cannot read them.",
    example="Pale words across the pale circle of the motif; a white number on a yellow bar.",
    instead="Change one of the two colours in the brand file, or choose another layout.",
    find=find,
)
