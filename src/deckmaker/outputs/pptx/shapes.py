"""Shapes without words: decoration, the hairline, icons as vector paths, pictures."""

from __future__ import annotations

from deckmaker.icons import IconPath
from deckmaker.model.colour import Colour
from deckmaker.model.frame import Box, ShapeItem
from deckmaker.model.frozen import frozen
from deckmaker.outputs.pptx.colours import Colours
from deckmaker.outputs.pptx.markup import attribute, emu, frame

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)
_NO_WORDS = '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>'
_PATH_SCALE = 100


def decorative_properties(number: int, name: str) -> str:
    """``cNvPr`` of a shape that screen readers pass over."""
    return f'<p:cNvPr id="{number}" name="{attribute(name)}" descr="">{DECORATIVE}</p:cNvPr>'


def plain_shape(item: ShapeItem, number: int, colours: Colours) -> str:
    """A rectangle, rounded or not, or an ellipse; always decoration."""
    line = (
        f'<a:ln w="{emu(item.outline_width)}">{colours.fill(item.outline)}</a:ln>'
        if item.outline is not None
        else "<a:ln><a:noFill/></a:ln>"
    )
    return _decoration(number, item.name, item.box, _geometry(item), colours.fill(item.fill) + line)


def _geometry(item: ShapeItem) -> str:
    if item.kind == "ellipse":
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    shorter = min(item.box.width, item.box.height)
    if not item.radius or not shorter:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    share = min(round(item.radius / shorter * 100000), 50000)
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def icon_shape(path: IconPath, box: Box, colour: Colour, number: int, colours: Colours, name: str) -> str:
    """An icon as one free form in one colour, as large as its box allows and centred there."""
    scale = min(box.width / path.width, box.height / path.height)
    width, height = path.width * scale, path.height * scale
    place = Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    return _decoration(
        number, name, place, free_form(path), f"{colours.fill(colour)}<a:ln><a:noFill/></a:ln>"
    )  # fmt: skip


def free_form(path: IconPath) -> str:
    """A path of moves, lines, Bézier curves and closings as a custom geometry."""
    names = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}
    drawn = []
    for command, numbers in path.commands:
        if command == "Z":
            drawn.append("<a:close/>")
            continue
        points = [round(number * _PATH_SCALE) for number in numbers]
        pairs = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(points[::2], points[1::2], strict=True))
        drawn.append(f"<a:{names[command]}>{pairs}</a:{names[command]}>")
    size = f'w="{round(path.width * _PATH_SCALE)}" h="{round(path.height * _PATH_SCALE)}"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}>{''.join(drawn)}</a:path></a:pathLst></a:custGeom>"
    )


def rectangle(number: int, name: str, box: Box, colour: Colour, colours: Colours) -> str:
    """A filled rectangle without outline, as thin as a line if need be; decoration."""
    return plain_shape(ShapeItem(name=name, kind="rectangle", box=box, fill=colour), number, colours)


def _decoration(number: int, name: str, box: Box, geometry: str, look: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{decorative_properties(number, name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{frame(box)}{geometry}{look}</p:spPr>{_NO_WORDS}</p:sp>"
    )


@frozen
class Picture:
    """The relationships of a picture's files. ``width`` and ``height`` are in any unit; ``svg`` is its vector form.

    One that is ``cropped`` fills its box and loses what is too wide or too high.
    """

    image: str
    width: float
    height: float
    svg: str = ""
    cropped: bool = False

    def element(
        self, number: int, name: str, words: str, box: Box, *, placeholder: str = "", placed: bool = False
    ) -> str:
        """A picture, whole and undistorted in the middle of its box; ``placed`` writes the box, else it is inherited.

        Without words it is marked as decoration.
        """
        properties = (
            f'<p:cNvPr id="{number}" name="{attribute(name)}" descr="{attribute(words)}"/>'
            if words
            else decorative_properties(number, name)
        )
        group = ' noGrp="1"' if placeholder else ""
        blip = (
            f'<a:blip r:embed="{self.image}">{_SVG.format(self.svg)}</a:blip>'
            if self.svg
            else f'<a:blip r:embed="{self.image}"/>'
        )
        shape = f'{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if placed else ""
        return (
            f'<p:pic><p:nvPicPr>{properties}<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr>'
            f"<p:nvPr>{placeholder}</p:nvPr></p:nvPicPr><p:blipFill>{blip}{self._margins(box)}"
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{shape}</p:spPr></p:pic>"
        )

    def _margins(self, box: Box) -> str:
        """Crops that keep a picture's proportions in a box of others, negative where it stays whole; none where they
        agree.
        """
        wide = box.width / box.height
        own = self.width / self.height
        if abs(wide / own - 1) < 0.002:
            return ""
        if self.cropped:
            sides, more = ("tb", own / wide) if own < wide else ("lr", wide / own)
        else:
            sides, more = ("lr", wide / own) if own < wide else ("tb", own / wide)
        crop = round((1 - more) / 2 * 100_000)
        return f'<a:srcRect {sides[0]}="{crop}" {sides[1]}="{crop}"/>'
