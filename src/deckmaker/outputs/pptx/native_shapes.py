"""A graphic as one group of shapes that can be edited: its marks, one shape each, in theme colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor
from typing import assert_never

from deckmaker.drawing.colours import on_ground
from deckmaker.fonts import LINE_HEIGHT, measure, widths_of
from deckmaker.icons import IconPath, icon
from deckmaker.model.frame import Align, Box, GraphicItem, ShapeItem
from deckmaker.model.picture import Circle, Label, Mark, Rectangle, Segment, Symbol
from deckmaker.model.theme import Theme
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import attribute, emu, escaped, frame, group_frame, hundredths
from deckmaker.outputs.pptx.shapes import decorative_properties, icon_shape, plain_shape
from deckmaker.outputs.pptx.text import BODY_FONT

_STARTS = {"left": 0.0, "centre": 0.5, "right": 1.0}
_ALIGN = {"left": "l", "centre": "ctr", "right": "r"}


def group(item: GraphicItem, name: str, numbers: Iterator[int], colours: Colours) -> str:
    """The marks as shapes of one group, which alone has the alternative text. ``colours`` are those of the slide."""
    number = next(numbers)
    picture = on_ground(item.picture, item.graphic.ground, colours.theme)
    made = [_made(mark, item.box, numbers, colours) for mark in picture.marks]
    around = frame_of([box for box, _ in made]) if made else item.box
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="{attribute(name)}" '
        f'descr="{attribute(item.alternative_text)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{group_frame(around)}</p:grpSpPr>{''.join(shape for _, shape in made)}</p:grpSp>"
    )


def frame_of(boxes: Iterable[Box]) -> Box:
    """The smallest box around others: PowerPoint draws a group's frame as its members have it."""
    boxes = list(boxes)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _made(mark: Mark, place: Box, numbers: Iterator[int], colours: Colours) -> tuple[Box, str]:
    """Where a mark stands on the page, and its shape."""
    number = next(numbers)
    match mark:
        case Circle():
            box = Box(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
            return _outlined(mark, box, "ellipse", 0.0, place, number, colours)
        case Rectangle():
            return _outlined(mark, mark.box, "rectangle", mark.radius, place, number, colours)
        case Segment():
            return _line(mark, place, number, colours)
        case Symbol():
            path = icon(mark.icon)
            box = _fitted(path, _moved(mark.box, place))
            return box, icon_shape(path, box, mark.colour, number, colours, f"Icon {mark.icon}")
        case Label():
            return _words(mark, place, number, colours)
        case _:
            assert_never(mark)


def _outlined(
    mark: Circle | Rectangle, box: Box, kind: str, radius: float, place: Box, number: int, colours: Colours
) -> tuple[Box, str]:
    """An ellipse or rectangle. Marks have their outline inside; a shape's runs along its edge, half of it outside."""
    inset = mark.outline_width / 2 if mark.outline else 0.0
    inner = Box(box.x + inset, box.y + inset, max(box.width - 2 * inset, 0), max(box.height - 2 * inset, 0))
    shape = ShapeItem(
        name="Circle" if kind == "ellipse" else "Rectangle",
        kind="ellipse" if kind == "ellipse" else "rectangle",
        box=_moved(inner, place),
        fill=mark.fill,
        outline=mark.outline,
        outline_width=mark.outline_width,
        radius=max(radius - inset, 0.0),
    )
    return shape.box, plain_shape(shape, number, colours)


def _line(mark: Segment, place: Box, number: int, colours: Colours) -> tuple[Box, str]:
    box = Box(min(mark.x1, mark.x2), min(mark.y1, mark.y2), abs(mark.x2 - mark.x1), abs(mark.y2 - mark.y1))
    box = _moved(box, place)
    rises = (mark.x2 - mark.x1) * (mark.y2 - mark.y1) < 0
    placed = frame(box).replace("<a:xfrm>", '<a:xfrm flipV="1">') if rises else frame(box)
    return box, (
        f"<p:cxnSp><p:nvCxnSpPr>{decorative_properties(number, 'Line')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{placed}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(mark.width)}" cap="flat">{colours.fill(mark.colour)}</a:ln></p:spPr></p:cxnSp>'
    )


def _words(mark: Label, place: Box, number: int, colours: Colours) -> tuple[Box, str]:
    """A text box as wide as its words, which neither wraps nor shrinks them, on the label's baseline."""
    size = live_size(mark, colours.theme)
    descent = widths_of(colours.theme.live, bold=mark.bold).descent
    top = mark.y - (LINE_HEIGHT - descent) * size
    width = measure(colours.theme.live)(mark.words, size, bold=mark.bold)
    box = _moved(Box(mark.x - _STARTS[mark.align] * width, top, width, LINE_HEIGHT * size), place)
    return box, (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Words"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle/><a:p>{_paragraph(mark.align)}<a:r>"
        f'<a:rPr sz="{hundredths(size)}" b="{int(mark.bold)}">{colours.fill(mark.colour)}'
        f'<a:latin typeface="{BODY_FONT}"/></a:rPr><a:t>{escaped(mark.words)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _paragraph(align: Align) -> str:
    return f'<a:pPr algn="{_ALIGN[align]}"/>'


def live_size(mark: Label, theme: Theme) -> float:
    """The size at which live text looks as large as the drawn label and is no wider; never less than the label's."""
    wanted = mark.size * theme.live.scale / theme.drawn.scale
    at_one = measure(theme.live)(mark.words, 1.0, bold=mark.bold)
    fitting = min(wanted, mark.width / at_one) if at_one else wanted
    return max(floor(fitting * 2) / 2, mark.size)


def _moved(box: Box, place: Box) -> Box:
    return Box(place.x + box.x, place.y + box.y, box.width, box.height)


def _fitted(path: IconPath, box: Box) -> Box:
    """The part of a box that an icon takes: as large as it can be, in the middle."""
    scale = min(box.width / path.width, box.height / path.height)
    width, height = path.width * scale, path.height * scale
    return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
